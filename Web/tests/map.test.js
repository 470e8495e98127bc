import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { accuracyFeature, boundsOf } from "../map/features.js";
import { degreesText, graticule, graticuleStep } from "../map/graticule.js";
import { lookOf } from "../map/look.js";
import { loadTile, tileScheme } from "../map/tile-loader.js";
import en from "../texts/en.js";
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

test("shape, heading and opacity follow from the state of a device", () => {
  const look = (deviceChanges, positionChanges, age = 5_000) =>
    lookOf(device(deviceChanges), position(positionChanges), age);
  assert.equal(look({}, {}).shape, "moving");
  assert.equal(look({}, {}).course, 90);
  assert.equal(look({}, { speed: 0 }).shape, "online");
  assert.equal(look({}, {}, 601_000).shape, "stale");
  assert.equal(look({}, {}, 601_000).course, 0);
  assert.equal(look({ status: "offline" }, {}).shape, "offline");
  assert.equal(look({ status: "offline" }, {}).course, 0);
  const opacities = [5_000, 90_000_000].map((age) => look({ status: "offline" }, {}, age).opacity);
  assert.ok(look({}, {}).opacity === 1 && opacities[0] < 1 && opacities[1] < opacities[0]);
  assert.ok(look({}, {}).rank > look({ status: "offline" }, {}).rank);
  assert.equal(look({}, { attributes: { alarm: "sos" } }).hasAlarm, true);
});

test("a kind has a picture, also the kinds of other programs; what is unknown has none", () => {
  const kind = (category) => lookOf(device({ category }), position(), 0).category;
  assert.equal(kind("truck"), "truck");
  assert.equal(kind("pickup"), "van");
  assert.equal(kind("toString"), null);
  assert.equal(kind(null), null);
  for (const name of Object.keys(en.deviceEdit.categories)) assert.equal(kind(name), name);
});

test("only devices that are known and placed are looked at", () => {
  const devices = new Map([[1, device()], [2, device({ id: 2 })], [3, device({ id: 3 })]]);
  const positions = new Map([[1, position()], [2, position({ latitude: 41, longitude: 2 })],
    [9, position({ latitude: 80 })]]);
  assert.deepEqual(boundsOf(devices, positions), [[-3.7, 40.4], [2, 41]]);
  assert.equal(boundsOf(devices, new Map()), null);
});

test("devices on both sides of the antimeridian are one look across it", () => {
  const devices = new Map([1, 2, 3].map((id) => [id, device({ id })]));
  const positions = new Map([178, -179, 179].map((longitude, index) =>
    [index + 1, position({ longitude })]));
  assert.deepEqual(boundsOf(devices, positions), [[178, 40.4], [181, 40.4]]);
});

test("map images are asked for with the server's address, and a missing one is told", async () => {
  /** @type {[string, object][]} */
  const asked = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (url, options) => {
    asked.push([url, options]);
    return url.includes("/9/") ? new Response("", { status: 404 })
      : new Response("image", { headers: { "Cache-Control": "max-age=60" } });
  };
  try {
    const control = new AbortController();
    const image = await loadTile({ url: `${tileScheme}://https://tiles.example/1/2/3.png` }, control);
    assert.equal(image.data.byteLength, 5);
    assert.equal(image.cacheControl, "max-age=60");
    assert.deepEqual(asked, [["https://tiles.example/1/2/3.png",
      { signal: control.signal, referrerPolicy: "origin", credentials: "same-origin" }]]);
    await assert.rejects(loadTile({ url: `${tileScheme}://https://tiles.example/9/2/3.png` }, control),
      { status: 404 });
  } finally {
    globalThis.fetch = fetch;
  }
});

test("the circle of the accuracy has its radius", () => {
  const ring = accuracyFeature(position({ accuracy: 111.32 })).geometry.coordinates[0];
  const latitudes = ring.map(([, latitude]) => latitude);
  assert.ok(Math.abs(Math.max(...latitudes) - 40.401) < 1e-9);
  const [first, last] = [ring[0], ring[ring.length - 1]];
  assert.ok(Math.abs(first[0] - last[0]) < 1e-9 && Math.abs(first[1] - last[1]) < 1e-9);
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
