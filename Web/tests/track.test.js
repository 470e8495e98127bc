import assert from "node:assert/strict";
import { test } from "node:test";

import { markFeatures, placesOf, topSpeed, trackFeatures } from "../map/track-features.js";
import { metresBetween } from "../model/geo.js";
import { neighbour, sceneAt, shownMoment } from "../model/replay.js";
import { extentOf, lastUpTo, nearestIndex, trackOf } from "../model/track.js";
import { position } from "./examples.js";

const start = Date.parse("2026-03-05T08:00:00Z");

/** A position some seconds after the start, so many metres to the north. */
function at(seconds, metres, changes = {}) {
  const time = new Date(start + seconds * 1_000).toISOString();
  return position({
    id: 1_000 + seconds, fixTime: time, deviceTime: time, latitude: 40 + metres / 111_195,
    longitude: -3, ...changes,
  });
}

/** Twenty minutes on the way, ten of standing, then silence until it is elsewhere. */
function journey() {
  const drive = Array.from({ length: 41 }, (_, index) => at(index * 30, index * 300));
  const stand = Array.from({ length: 20 }, (_, index) =>
    at(1_230 + index * 30, 12_000 + index % 3, { speed: 0 }));
  const later = [at(6_000, 20_000), at(6_030, 20_300)];
  return [...drive, ...stand, ...later];
}

test("a track is the same however its positions come", () => {
  const track = trackOf(1, journey(), 1_000);
  const shuffled = trackOf(1, journey().reverse(), 1_000);
  assert.deepEqual(shuffled, track);
  assert.equal(track.isReduced, false);
  assert.equal(track.placed.length, 63);
});

test("a stop lasts from its first to its last position, and is no way", () => {
  const track = trackOf(1, journey(), 1_000);
  assert.equal(track.stops.length, 1);
  assert.equal(track.stops[0].from, start + 1_200_000);
  assert.equal(track.stops[0].to, start + 1_800_000);
  assert.ok(Math.abs(track.distance - 20_300) < 30, String(track.distance));
  assert.equal(track.moving, (1_200 + 30) * 1_000);
});

test("a silence is a gap if it ended elsewhere", () => {
  const { gaps, placed } = trackOf(1, journey(), 1_000);
  assert.deepEqual([...gaps].flatMap((gap, place) => (gap ? [place] : [])), [placed.length - 2]);
  const back = trackOf(1, [...journey().slice(0, 61), at(9_000, 12_001)], 1_000);
  assert.ok(!back.gaps.includes(1));
  assert.equal(back.stops[0].to, start + 9_000_000);
});

test("a record without a place of its own is no point of the way", () => {
  const repeated = at(60, 600, { outdated: true, fixTime: new Date(start).toISOString() });
  const track = trackOf(1, [at(0, 0), repeated, at(120, 1_200)], 1_000);
  assert.deepEqual([...track.placed], [0, 2]);
  assert.equal(track.moments[1], start + 60_000);
});

test("too many positions are thinned out, the last one stays, and it is said", () => {
  const many = Array.from({ length: 1_001 }, (_, index) => at(index, index * 20));
  const track = trackOf(1, many, 100);
  assert.ok(track.positions.length <= 101);
  assert.equal(track.moments.at(-1), start + 1_000_000);
  assert.equal(track.isReduced, true);
});

test("crowds of positions in one place and moment take no time", () => {
  const crowd = Array.from({ length: 50_000 }, (_, index) => at(0, 0, { id: index }));
  assert.equal(trackOf(1, crowd, 100_000).stops.length, 0);
});

test("an empty answer is an empty track", () => {
  const track = trackOf(1, [], 100);
  assert.deepEqual([track.distance, track.moving, track.maxSpeed, track.stops], [0, 0, 0, []]);
  assert.equal(sceneAt(track, start), null);
  assert.equal(extentOf([track]), null);
  assert.equal(nearestIndex(track, start), -1);
});

test("a moment between two positions is a place between them", () => {
  const track = trackOf(1, journey(), 1_000);
  const scene = sceneAt(track, start + 45_000);
  assert.equal(scene.kind, "moving");
  assert.ok(Math.abs(scene.latitude - at(0, 450).latitude) < 1e-9);
  assert.equal(sceneAt(track, start - 1).kind, "before");
  assert.equal(sceneAt(track, start + 1_500_000).kind, "stop");
  assert.equal(sceneAt(track, start + 7_000_000).kind, "after");
});

test("in a gap a device stays where it was last seen", () => {
  const track = trackOf(1, [at(0, 0), at(30, 300), at(4_000, 9_000), at(4_030, 9_300)], 1_000);
  const scene = sceneAt(track, start + 2_000_000);
  assert.equal(scene.kind, "gap");
  assert.equal(scene.latitude, at(0, 300).latitude);
});

test("across the antimeridian the way goes on", () => {
  const track = trackOf(1, [
    at(0, 0, { longitude: 179.999 }), at(30, 0, { longitude: -179.999 }),
  ], 1_000);
  assert.ok(track.distance < 200);
  assert.ok(Math.abs(placesOf(track)[1][0] - 180.001) < 1e-9);
  const { longitude } = sceneAt(track, start + 15_000);
  assert.ok(Math.abs(longitude - 180) < 1e-6);
});

test("steps go from position to position of any track", () => {
  const tracks = [trackOf(1, [at(0, 0), at(60, 0)], 99), trackOf(2, [at(20, 0)], 99)];
  assert.equal(neighbour(tracks, start, 1), start + 20_000);
  assert.equal(neighbour(tracks, start + 60_000, -1), start + 20_000);
  assert.equal(neighbour(tracks, start + 60_000, 1), start + 60_000);
  assert.equal(neighbour(tracks, start, -1), start);
  assert.deepEqual(extentOf(tracks), { from: start, to: start + 60_000 });
});

test("what is pointed at goes before the moment of the playback", () => {
  assert.equal(shownMoment({ at: 5, peek: null }), 5);
  assert.equal(shownMoment({ at: 5, peek: 0 }), 0);
});

test("the last value up to another is found at and between the ends", () => {
  const values = [1, 3, 3, 7];
  assert.deepEqual([0, 1, 2, 3, 6, 7, 9].map((value) => lastUpTo(values, value)),
    [-1, 0, 0, 2, 2, 3, 3]);
});

test("lines of one speed join without holes, and gaps are lines of their own", () => {
  const track = trackOf(1, journey(), 1_000);
  const { lines, gaps } = trackFeatures(track, topSpeed([track]));
  assert.equal(gaps.length, 1);
  const covered = lines.map(({ properties }) => [properties.first, properties.last])
    .sort(([one], [other]) => one - other);
  assert.equal(covered[0][0], 0);
  const holes = covered.slice(1).filter(([first], index) => first !== covered[index][1]);
  assert.deepEqual(holes, [[gaps[0].properties.last, track.placed.length - 1]]);
  assert.ok(new Set(lines.map(({ properties }) => properties.share)).size >= 2);
  for (const { geometry, properties } of lines) {
    assert.equal(geometry.coordinates.length, properties.last - properties.first + 1);
  }
});

test("start, end and stops are marked with their moments", () => {
  const track = trackOf(1, journey(), 1_000);
  assert.deepEqual(markFeatures(track).map(({ properties }) => [properties.icon, properties.at]), [
    ["marker:stop", start + 1_200_000], ["marker:end", start + 6_030_000], ["marker:start", start],
  ]);
});

test("metres are metres", () => {
  const one = { latitude: 52, longitude: 13 };
  const east = metresBetween(one, { latitude: 52, longitude: 13.01 });
  assert.ok(Math.abs(east - 684.6) < 2, String(east));
  assert.equal(metresBetween(one, one), 0);
});
