import assert from "node:assert/strict";
import { test } from "node:test";

import { connectionOf, countByStatus, isPlaced, withPositions } from "../model/fleet.js";
import { heard, isSilent, lost, retrying, silenceMax, startingLink } from "../model/link.js";
import { parseRoute, routeFragment, setupCode } from "../model/route.js";
import { matching } from "../model/search.js";
import { Store } from "../model/store.js";
import { momentText, span } from "../model/time.js";
import { ago, connection, device, now, position } from "./examples.js";

test("a late position does not take a device back in time", () => {
  const known = withPositions(new Map(), [position({ id: 2, fixTime: ago(5) })]);
  const late = withPositions(known, [position({ id: 1, fixTime: ago(60) })]);
  assert.equal(late.get(1).id, 2);
  const newer = withPositions(late, [position({ id: 3, fixTime: ago(1) })]);
  assert.equal(newer.get(1).id, 3);
});

test("merging leaves the state of before as it was", () => {
  const before = new Map([[1, position({ id: 1, fixTime: ago(60) })]]);
  withPositions(before, [position({ id: 2 })]);
  assert.equal(before.get(1).id, 1);
});

test("devices are counted by state", () => {
  const devices = [device(), device({ id: 2, status: "offline" }), device({ id: 3 })];
  assert.deepEqual(countByStatus(devices), { all: 3, online: 2, offline: 1, unknown: 0 });
});

test("a position without a place cannot be drawn", () => {
  assert.equal(isPlaced(undefined), false);
  assert.equal(isPlaced(position({ latitude: NaN })), false);
  assert.equal(isPlaced(position({ latitude: 0, longitude: 0 })), true);
});

test("the connection of a device is the one that spoke last", () => {
  const old = connection({ id: 1, lastFrameAt: ago(90) });
  const fresh = connection({ id: 2, lastFrameAt: ago(9) });
  const foreign = connection({ id: 3, identifier: "other", lastFrameAt: ago(1) });
  assert.equal(connectionOf([old, fresh, foreign], device())?.id, 2);
  assert.equal(connectionOf(null, device()), undefined);
});

test("search finds all words in any field, without case and accents", () => {
  const devices = [
    device({ name: "Bike María" }), device({ id: 2, name: "Van", uniqueId: "351" }),
  ];
  const names = (search, filter = "all") =>
    matching(devices, search, filter).map((each) => each.name);
  assert.deepEqual(names("maria BIKE"), ["Bike María"]);
  assert.deepEqual(names("351"), ["Van"]);
  assert.deepEqual(names("bike 351"), []);
  assert.deepEqual(names("", "offline"), []);
});

test("matches by name come before matches by identifier", () => {
  const devices = [
    device({ id: 1, name: "Van 1", uniqueId: "2002" }), device({ id: 2, name: "Van 2" }),
  ];
  assert.deepEqual(matching(devices, "van 2", "all").map((each) => each.id), [2, 1]);
});

test("devices are sorted as people count", () => {
  const devices = ["Van 10", "Van 2", "van 1"].map((name, id) => device({ id, name }));
  const sorted = matching(devices, "", "all").map((each) => each.name);
  assert.deepEqual(sorted, ["van 1", "Van 2", "Van 10"]);
});

test("spans take their largest whole unit", () => {
  assert.deepEqual(span(-3_000), { amount: 0, unit: "second" });
  assert.deepEqual(span(59_999), { amount: 59, unit: "second" });
  assert.deepEqual(span(60_000), { amount: 1, unit: "minute" });
  assert.deepEqual(span(47 * 3_600_000), { amount: 47, unit: "hour" });
  assert.deepEqual(span(48 * 3_600_000), { amount: 2, unit: "day" });
});

test("a missing or broken moment shows as a dash", () => {
  assert.equal(momentText(null), "–");
  assert.equal(momentText("yesterday"), "–");
  assert.match(momentText("2026-03-05T10:00:00.000Z"), /2026/);
});

test("pauses between attempts grow up to a bound", () => {
  let link = heard(now);
  const pauses = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    link = retrying(lost(link, now, 0.5));
    pauses.push(lost(link, now, 0.5).retryAt - now);
  }
  assert.deepEqual(pauses.slice(0, 4), [2_000, 4_000, 8_000, 16_000]);
  assert.equal(pauses.at(-1), 30_000);
  assert.equal(link.lastHeardAt, now);
  assert.equal(heard(now).attempt, 0);
});

test("only an open connection can be silent", () => {
  assert.equal(isSilent(heard(now), now + silenceMax), false);
  assert.equal(isSilent(heard(now), now + silenceMax + 1), true);
  assert.equal(isSilent(startingLink, now), false);
});

test("routes survive the way through the address", () => {
  for (const fragment of ["#/", "#/arrivals", "#/add", "#/connections", "#/devices/42", "#/explain",
    "#/explain/udp/474554", "#/devices/7/frames", "#/devices/7/frames/12"]) {
    assert.equal(routeFragment(parseRoute(fragment)), fragment);
  }
  assert.deepEqual(parseRoute("#/devices/4x"), { view: "map", deviceId: null });
});

test("the setup code is read from the fragment, and from nothing else", () => {
  assert.equal(setupCode("#setup=K7%2BX"), "K7+X");
  assert.equal(setupCode("#setup=%zz"), "%zz");
  assert.equal(setupCode("#/devices/1"), null);
});

test("watchers run once for many changes, and only for theirs", () => {
  const runs = [];
  const seen = [];
  const store = new Store({ search: "", now: 0 }, (run) => runs.push(run));
  store.watch((state) => [state.search], (state) => seen.push(state.search));
  store.set({ search: "a" });
  store.set({ search: "ab" });
  store.set({ now: 1 });
  assert.equal(runs.length, 1);
  runs.shift()();
  assert.deepEqual(seen, ["", "ab"]);
  store.set({ now: 2 });
  runs.shift()();
  assert.deepEqual(seen, ["", "ab"]);
});
