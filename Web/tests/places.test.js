import assert from "node:assert/strict";
import { test } from "node:test";

import { coordinatesText, parseCoordinates } from "../model/coordinates.js";
import { isTileTemplate, layersOf, tileTemplate, usualLayers } from "../model/layers.js";
import { rowsInView, topFor } from "../model/rows.js";
import { Roster } from "../model/roster.js";
import { device } from "./examples.js";

const written = [
  ["52.516275, 13.377704", 52.516275, 13.377704],
  ["52.516275 13.377704", 52.516275, 13.377704],
  ["52,516275 13,377704", 52.516275, 13.377704],
  ["52,516275; 13,377704", 52.516275, 13.377704],
  ["(-33.5, -70.25)", -33.5, -70.25],
  ["geo:-33.5,-70.25;u=35", -33.5, -70.25],
  ["geo:40.4,-3.7?z=12", 40.4, -3.7],
  ["40.4168 N, 3.7038 W", 40.4168, -3.7038],
  ["40,4168 N 3,7038 O", 40.4168, -3.7038],
  ["N 40.4168 W 3.7038", 40.4168, -3.7038],
  ["13.377704 E, 52.516275 N", 52.516275, 13.377704],
  ["52°30'58.6\"N 13°22'39.7\"E", 52.516278, 13.377694],
  ["33°30′S, 70°15′W", -33.5, -70.25],
  ["40° 26.7717' N 79° 56.93172' W", 40.446195, -79.948862],
];

for (const [text, latitude, longitude] of written) {
  test(`a place by its coordinates: ${text}`, () => {
    const place = parseCoordinates(text);
    assert.ok(place, "not understood");
    assert.ok(Math.abs(place.latitude - latitude) < 1e-5, String(place.latitude));
    assert.ok(Math.abs(place.longitude - longitude) < 1e-5, String(place.longitude));
    assert.deepEqual(parseCoordinates(coordinatesText(place))?.latitude.toFixed(6),
      place.latitude.toFixed(6));
  });
}

for (const text of ["", "Van 12", "12 34", "860000000000017", "91.5, 10", "10.5, 181", "52.5",
  "40.4 N, 3.7 N", "40°70' N, 3° W", `1.5, 2.5${" ".repeat(90)}`, "1.5, 2.5 and more"]) {
  test(`no coordinates: ${text.slice(0, 20)}`, () => assert.equal(parseCoordinates(text), null));
}

test("choices that were kept are taken over, and what cannot be is as usual", () => {
  assert.deepEqual(layersOf(null), usualLayers);
  assert.deepEqual(layersOf("nonsense"), usualLayers);
  const kept = { names: false, trails: "all", accuracy: "everything", clusters: 1, tiles: "none" };
  assert.deepEqual(layersOf(kept),
    { ...usualLayers, names: false, trails: "all", tiles: "none" });
  assert.equal(layersOf({ tiles: "own" }).tiles, "server");
});

test("map images come by https or from this server, and need all three numbers", () => {
  assert.equal(isTileTemplate("https://tiles.example.org/{z}/{x}/{y}.png"), true);
  assert.equal(isTileTemplate("/tiles/{z}/{x}/{y}.png"), true);
  for (const text of ["https://tiles.example.org/{z}/{x}.png", "http://a.example/{z}/{x}/{y}",
    "//a.example/{z}/{x}/{y}", "javascript:{z}{x}{y}", "{z}{x}{y}", ""]) {
    assert.equal(isTileTemplate(text), false, text);
  }
});

test("the viewer's own images come before the server's", () => {
  const server = { attributes: { mapTiles: "/a/{z}/{x}/{y}" } };
  const own = { ...usualLayers, ownTiles: "/b/{z}/{x}/{y}" };
  assert.equal(tileTemplate(own, server), "/a/{z}/{x}/{y}");
  assert.equal(tileTemplate({ ...own, tiles: "own" }, server), "/b/{z}/{x}/{y}");
  assert.equal(tileTemplate({ ...own, tiles: "none" }, server), "");
  assert.equal(tileTemplate(own, null), "");
});

const fleet = (...names) => new Map(names.map((name, index) =>
  [index + 1, device({ id: index + 1, name, uniqueId: `86000${index}` })]));

test("the roster is in the order that people count in, and finds as the search does", () => {
  const roster = new Roster();
  roster.update(fleet("Van 10", "Van 2", "Bike María"));
  assert.deepEqual(roster.matching("", "all"), [3, 2, 1]);
  assert.deepEqual(roster.matching("maria", "all"), [3]);
  assert.deepEqual(roster.matching("860001", "all"), [2]);
  assert.deepEqual(roster.matching("", "offline"), []);
});

test("the roster follows names, states, new devices and those that go", () => {
  const roster = new Roster();
  const first = fleet("b", "c");
  roster.update(first);
  roster.update(new Map(first).set(1, device({ id: 1, name: "b", uniqueId: "860000", status: "offline" })));
  assert.deepEqual(roster.matching("", "offline"), [1]);
  roster.update(new Map(first).set(2, device({ id: 2, name: "a" })));
  assert.deepEqual(roster.matching("", "all"), [2, 1]);
  roster.update(new Map(first).set(3, device({ id: 3, name: "A0" })));
  assert.deepEqual(roster.matching("", "all"), [3, 1, 2]);
  roster.update(new Map([...first].slice(1)));
  assert.deepEqual(roster.matching("", "all"), [2]);
});

test("of a long list only the rows around the view exist, and any can be brought into view", () => {
  const { first, end } = rowsInView({ top: 54_000, height: 540, rowHeight: 54, count: 10_000 }, 6);
  assert.deepEqual([first, end], [994, 1_016]);
  const view = { top: 540, height: 540 };
  assert.equal(topFor(view, 54, 12), 540);
  assert.equal(topFor(view, 54, 3), 162);
  assert.equal(topFor(view, 54, 25), 26 * 54 - 540);
});
