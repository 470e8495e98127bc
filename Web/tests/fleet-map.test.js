import assert from "node:assert/strict";
import { test } from "node:test";

import { clustered, clusterZoomMax, countText } from "../map/clusters.js";
import { fields, floatsEach } from "../map/fleet-shader.js";
import { withoutOverlap } from "../map/labels.js";
import {
  latitudeOf, longitudeOf, mercatorX, mercatorY, worldPixels, worldShifts,
} from "../map/mercator.js";
import { Movers } from "../map/movers.js";
import { Scene } from "../map/scene.js";
import { Shelves } from "../map/shelves.js";
import { spotsOf } from "../map/spots.js";
import { Trails } from "../map/trails.js";
import en from "../texts/en.js";
import { device, position } from "./examples.js";

const devices = new Map([[1, device()]]);
const at = (longitude, latitude = 0) => new Map([[1, position({ longitude, latitude })]]);
const longitudes = (movers, now) => Number(longitudeOf(movers.at(movers.get(1), now).x).toFixed(6));

test("the flat world and the round one are one", () => {
  for (const [longitude, latitude] of [[0, 0], [-179.5, -60], [13.4, 52.5], [180, 84]]) {
    assert.ok(Math.abs(longitudeOf(mercatorX(longitude)) - longitude) < 1e-9);
    assert.ok(Math.abs(latitudeOf(mercatorY(latitude)) - latitude) < 1e-9);
  }
});

test("a marker glides to where its device is, and then rests", () => {
  const movers = new Movers(1_000);
  movers.update(devices, at(0), 0);
  movers.update(devices, at(0.01), 100);
  assert.equal(longitudes(movers, 100), 0);
  assert.equal(longitudes(movers, 600), 0.005);
  assert.equal(longitudes(movers, 5_000), 0.01);
  // The next way begins where it is shown, not where it was to arrive.
  movers.update(devices, at(0.02), 5_000);
  movers.update(devices, at(0.03), 5_500);
  assert.equal(longitudes(movers, 5_500), 0.015);
});

test("a jump is no movement, and without motion there is none", () => {
  const movers = new Movers(1_000);
  movers.update(devices, at(0), 0);
  movers.update(devices, at(5), 1);
  assert.equal(longitudes(movers, 1), 5);
  movers.update(devices, at(179.99), 2);
  movers.update(devices, at(-179.99), 3);
  assert.equal(longitudes(movers, 4), -179.99);
  const calm = new Movers(0);
  calm.update(devices, at(0), 0);
  calm.update(devices, at(0.01), 0);
  assert.equal(longitudes(calm, 0), 0.01);
});

test("who is gone, or has no place any more, is not drawn", () => {
  const movers = new Movers(0);
  const both = new Map([...devices, [2, device({ id: 2 })]]);
  movers.update(both, new Map([[1, position()], [2, position()], [3, position()]]), 0);
  assert.equal(movers.size, 2);
  movers.update(devices, at(1), 1);
  assert.equal(movers.size, 1);
  movers.update(devices, at(0, NaN), 2);
  assert.equal(movers.size, 0);
});

test("what is close is one group, what is not stands alone", () => {
  const pixel = 1 / worldPixels(10);
  const near = Array.from({ length: 30 }, (_, index) =>
    ({ id: index, x: 0.5 + index % 6 * 4 * pixel, y: 0.5 + Math.floor(index / 6) * 4 * pixel }));
  const pair = [{ id: 90, x: 0.2, y: 0.2 }, { id: 91, x: 0.2, y: 0.2 }];
  const { singles, clusters } = clustered([...near, ...pair], 10);
  assert.deepEqual(singles.map(({ id }) => id), [90, 91]);
  assert.deepEqual(clusters.map(({ items }) => items.length), [30]);
  assert.ok(Math.abs(clusters[0].x - 0.5 - 10 * pixel) < pixel);
  assert.equal(clustered(near, clusterZoomMax).singles.length, 30);
});

test("nobody is lost and nobody is drawn twice, and groups keep clear of each other", () => {
  let seed = 7;
  const random = () => { seed = seed * 16_807 % 2_147_483_647; return seed / 2_147_483_647; };
  const items = Array.from({ length: 10_000 }, (_, id) =>
    ({ id, x: 0.53 + random() * 0.01, y: 0.33 + random() * 0.01 }));
  const { singles, clusters } = clustered(items, 8);
  const found = [...singles, ...clusters.flatMap((each) => each.items)].map(({ id }) => id);
  assert.equal(new Set(found).size, items.length);
  assert.equal(found.length, items.length);
  assert.ok(clusters.length > 50 && clusters.length < 1_200, String(clusters.length));
  assert.equal(new Set(clusters.map(({ key }) => key)).size, clusters.length);
});

test("a count has at most four characters", () => {
  assert.deepEqual([3, 999, 1_000, 9_949, 9_950, 10_000, 250_000].map(countText),
    ["3", "999", "1.0k", "9.9k", "10k", "10k", "250k"]);
});

const label = (id, x, y, rank, isAsked = false) =>
  ({ id, x, y, width: 80, height: 18, rank, isAsked });
const ids = (labels) => labels.map(({ id }) => id);

test("names do not cover each other, and the higher rank stays", () => {
  const chosen = withoutOverlap(
    [label(1, 0, 0, 1), label(2, 40, 10, 5), label(3, 200, 0, 1), label(4, 40, 40, 0)], [], 9);
  assert.deepEqual(ids(chosen), [2, 3, 4]);
  assert.equal(withoutOverlap([label(1, 0, 0, 1), label(3, 200, 0, 1)], [], 1).length, 1);
});

test("a name covers no marker, unless somebody asked for it", () => {
  const markers = [{ x: 60, y: 5, width: 18, height: 18 }];
  assert.deepEqual(ids(withoutOverlap([label(1, 0, 0, 5), label(2, 100, 0, 1)], markers, 9)), [2]);
  assert.deepEqual(ids(withoutOverlap([label(1, 0, 0, 1, true), label(2, 20, 0, 9)], markers, 9)),
    [1]);
});

test("every copy of the world in view has its markers", () => {
  // One world that is wider than the view, wherever its middle is.
  assert.deepEqual(worldShifts(400, 800, 4_000), [0]);
  // A window of three worlds, the middle one in its middle.
  assert.deepEqual(worldShifts(768, 1_536, 512), [-1_024, -512, 0, 512, 1_024]);
  // Half a world further, both copies reach into the view.
  assert.deepEqual(worldShifts(0, 800, 1_024), [0, 1_024]);
  assert.ok(worldShifts(1_000, 2_000, 64).length <= 7);
});

test("the keyboard reads the map line by line, and only what nothing covers", () => {
  const mover = (id) => ({ id, position: position({ attributes: { alarm: id === 3 } }) });
  const fleet = {
    clusters: [{ key: "8:1", x: 300, y: 20, items: [mover(2), mover(3)] }],
    singles: [[4, 500, 10], [1, 40, 30], [5, 10, 200], [6, 990, 10]].map(([id, x, y]) => ({
      mover: { ...mover(id), x, y }, device: device({ id, name: `Van ${id}` }),
      look: { hasAlarm: false },
    })),
  };
  const known = new Map([1, 2, 3, 4, 5, 6].map((id) =>
    [id, device({ id, status: id === 2 ? "offline" : "online" })]));
  const spots = spotsOf(fleet, { devices: known }, en, ({ x, y }) => ({ x, y }),
    { width: 900, height: 400 });
  assert.deepEqual(spots.map(({ key }) => key), ["device 1", "8:1", "device 4", "device 5"]);
  assert.equal(spots[0].text, "Van 1 is online");
  assert.equal(spots[1].text, "Group of 2 devices, 1 online, alarm");
  assert.deepEqual(spots[1].ids, [2, 3]);
});

test("pictures on a sheet lie beside each other, until it is full", () => {
  const shelves = new Shelves(256);
  const places = [];
  for (;;) {
    const size = places.length % 3 === 0 ? [60, 20] : [30, 38];
    const place = shelves.place(size[0], size[1]);
    if (!place) break;
    places.push({ ...place, width: size[0], height: size[1] });
  }
  assert.ok(places.length > 20, String(places.length));
  for (const one of places) {
    assert.ok(one.x + one.width <= 256 && one.y + one.height <= 256);
    for (const other of places) {
      assert.ok(one === other || one.x + one.width <= other.x || other.x + other.width <= one.x
        || one.y + one.height <= other.y || other.y + other.height <= one.y);
    }
  }
  shelves.clear();
  assert.deepEqual(shelves.place(10, 10), { x: 0, y: 0 });
});

test("a scene says where things are to a fraction of a pixel, also at the nearest zoom", () => {
  const scene = new Scene();
  const sprite = { width: 28, height: 28, part: [0, 0, 0.1, 0.1] };
  const [x, y] = [mercatorX(13.377704), mercatorY(52.516275)];
  scene.begin({ x, y }, 20, 1_000);
  const step = 10 / worldPixels(20);
  scene.add(sprite, { x: x + step, y, fromX: x, fromY: y - step, start: 900 }, 500, { turn: 90 });
  const [fromX, fromY, toX, toY, start, turn] = scene.floats;
  for (const [value, wanted] of [[fromX, 0], [fromY, -10], [toX, 10], [toY, 0]]) {
    assert.ok(Math.abs(value - wanted) < 0.01, `${value} is not ${wanted}`);
  }
  assert.equal(start, -100);
  assert.ok(Math.abs(turn - Math.PI / 2) < 1e-6);
  assert.equal(scene.glidesUntil, 1_400);
});

test("what moves less than a pixel is not drawn again and again", () => {
  const scene = new Scene();
  const sprite = { width: 28, height: 28, part: [0, 0, 0.1, 0.1] };
  scene.begin({ x: 0.5, y: 0.5 }, 5, 0);
  for (let index = 0; index < 3_000; index += 1) {
    scene.add(sprite, { x: 0.5, y: 0.5, fromX: 0.5 + 1e-6, fromY: 0.5, start: 0 }, 900, {});
  }
  assert.equal(scene.count, 3_000);
  assert.equal(scene.glidesUntil, -Infinity);
  // Across the antimeridian, the short way.
  scene.begin({ x: 0.999, y: 0.5 }, 5, 0);
  scene.add(sprite, { x: 0.001, y: 0.5, fromX: 0.001, fromY: 0.5, start: 0 }, 900, {});
  assert.ok(Math.abs(scene.floats[2] - 0.002 * worldPixels(5)) < 0.01);
});

test("the shader is told as many numbers as a rectangle has", () => {
  assert.equal(fields.reduce((sum, [, count]) => sum + count, 0), floatsEach);
});

test("a trail keeps the newest places, in their order", () => {
  const trails = new Trails();
  for (let index = 0; index < 100; index += 1) {
    const mover = { id: 1, x: mercatorX(index / 100), y: 0.5 };
    trails.record([mover]);
    trails.record([mover]);
  }
  const points = trails.points(1);
  assert.equal(points.length, 40);
  assert.ok(Math.abs(points[0][0] - 0.6) < 1e-9 && Math.abs(points.at(-1)[0] - 0.99) < 1e-9);
  trails.clear();
  assert.deepEqual(trails.points(1), []);
});
