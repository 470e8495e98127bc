import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { accuracyFeature, deviceFeature, places } from "../map/features.js";
import { degreesText, graticule, graticuleStep } from "../map/graticule.js";
import { Motion } from "../map/motion.js";
import { device, position } from "./examples.js";

test("the grid has a bounded number of lines at every zoom", () => {
  for (let zoom = 0; zoom <= 22; zoom += 0.5) {
    const degrees = 360 * 1_400 / (512 * 2 ** zoom);
    const view = { west: -degrees / 2, east: degrees / 2, south: -degrees / 3, north: degrees / 3 };
    const count = graticule(view, zoom).lines.features.length;
    assert.ok(count < 200, `${count} lines at zoom ${zoom}`);
    if (zoom < 18) assert.ok(count > 4, `${count} lines at zoom ${zoom}`);
  }
});

test("lines stand on round numbers", () => {
  const step = graticuleStep(12.7);
  const view = { west: -3.81, east: -3.6, south: 40.3, north: 40.5 };
  const { lines, labels } = graticule(view, 12.7);
  for (const { geometry } of lines.features) {
    const [[x1, y1], [x2, y2]] = geometry.coordinates;
    const value = (x1 === x2 ? x1 : y1) / step;
    assert.ok(Math.abs(value - Math.round(value)) < 1e-6 && (x1 === x2 || y1 === y2));
  }
  assert.ok(labels.features.some((label) => /^grid:3\.\d+° W$/.test(label.properties.image)));
});

test("degrees have the digits of the grid, and zero has no side", () => {
  assert.equal(degreesText(-3.75, 0.05, "E", "W"), "3.75° W");
  assert.equal(degreesText(40, 10, "N", "S"), "40° N");
  assert.equal(degreesText(0, 10, "N", "S"), "0°");
});

test("shape, name and heading follow from the state of a device", () => {
  const place = [-3.7, 40.4];
  const properties = (deviceChanges, positionChanges, isSelected = false) => deviceFeature(
    device(deviceChanges), position(positionChanges), place, { isSelected, hasName: true },
  ).properties;
  assert.equal(properties({}, {}).icon, "marker:moving");
  assert.equal(properties({}, {}).course, 90);
  assert.equal(properties({}, { speed: 0 }).icon, "marker:online");
  assert.equal(properties({ status: "offline" }, {}).icon, "marker:offline");
  assert.equal(properties({ status: "offline" }, {}).course, 0);
  assert.equal(properties({ name: "" }, {}, true).label, "chosen:860000000000017");
});

test("only devices that are known and placed are drawn", () => {
  const devices = new Map([[1, device()], [2, device({ id: 2 })]]);
  const positions = new Map([[1, position()], [9, position({ deviceId: 9 })]]);
  assert.deepEqual([...places(devices, positions).keys()], [1]);
});

test("the circle of the accuracy has its radius", () => {
  const ring = accuracyFeature(position({ accuracy: 111.32 })).geometry.coordinates[0];
  const latitudes = ring.map(([, latitude]) => latitude);
  assert.ok(Math.abs(Math.max(...latitudes) - 40.401) < 1e-9);
  const [first, last] = [ring[0], ring[ring.length - 1]];
  assert.ok(Math.abs(first[0] - last[0]) < 1e-9 && Math.abs(first[1] - last[1]) < 1e-9);
});

test("a marker glides to where its device is, and then rests", () => {
  const motion = new Motion(1_000);
  motion.aim(new Map([[1, [0, 0]]]), 0);
  assert.deepEqual(motion.place(1, 0), [0, 0]);
  assert.equal(motion.isGliding(0), false);
  motion.aim(new Map([[1, [0.01, 0]]]), 0);
  assert.deepEqual(motion.place(1, 500), [0.005, 0]);
  assert.equal(motion.isGliding(500), true);
  assert.deepEqual(motion.place(1, 2_000), [0.01, 0]);
  assert.equal(motion.isGliding(2_000), false);
});

test("a jump is no movement, and without motion there is none", () => {
  const jumping = new Motion(1_000);
  jumping.aim(new Map([[1, [0, 0]]]), 0);
  jumping.aim(new Map([[1, [5, 5]]]), 0);
  assert.deepEqual(jumping.place(1, 1), [5, 5]);
  const calm = new Motion(0);
  calm.aim(new Map([[1, [0, 0]]]), 0);
  calm.aim(new Map([[1, [0.01, 0]]]), 0);
  assert.deepEqual(calm.place(1, 0), [0.01, 0]);
});

test("no module makes markup out of data", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/;
  const folders = [".", "client", "flow", "map", "model", "texts", "views"];
  const files = folders.flatMap((folder) => readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith(".js")).map((name) => `${folder}/${name}`));
  assert.ok(files.length > 40, `only ${files.length} files were found`);
  for (const file of files) {
    assert.doesNotMatch(readFileSync(`${root}/${file}`, "utf8"), forbidden, file);
  }
});
