import assert from "node:assert/strict";
import { test } from "node:test";

import { frameOfPosition, withNewest, withOlder } from "../model/frames.js";
import { parseRoute } from "../model/route.js";

/** Messages by their numbers. */
const frames = (...ids) => ids.map((id) => ({ id }));
const ids = (list) => list.frames.map(({ id }) => id);

test("a position's number tells its message", () => {
  assert.equal(frameOfPosition(7 * 256 + 3), 7);
  // Whatever node it was received by.
  assert.equal(frameOfPosition(5 * 2 ** 47 + 123_456_789 * 256 + 255), 123_456_789);
});

test("new messages go before the known ones", () => {
  const known = { frames: frames(9, 8, 7), next: 7 };
  assert.deepEqual(ids(withNewest(known, { frames: frames(11, 10, 9, 8), next: 8 })),
    [11, 10, 9, 8, 7]);
  assert.equal(withNewest(known, { frames: frames(9, 8), next: 8 }), known);
  assert.equal(withNewest(known, { frames: frames(10, 9, 8), next: 8 }).next, 7);
});

test("where more came than a page holds, nothing is left out in silence", () => {
  const known = { frames: frames(9, 8, 7), next: 7 };
  const jump = withNewest(known, { frames: frames(20, 19, 18), next: 18 });
  assert.deepEqual(jump, { frames: frames(20, 19, 18), next: 18 });
});

test("a first message stands alone", () => {
  assert.deepEqual(withNewest({ frames: [], next: null }, { frames: frames(1), next: null }),
    { frames: frames(1), next: null });
});

test("older messages go behind, each once", () => {
  const older = withOlder({ frames: frames(9, 8) }, { frames: frames(8, 7, 6), next: null });
  assert.deepEqual(older, { frames: frames(9, 8, 7, 6), next: null });
});

test("the address of a device's messages", () => {
  assert.deepEqual(parseRoute("#/devices/4/frames"),
    { view: "frames", deviceId: 4, frameId: null });
  assert.deepEqual(parseRoute("#/devices/4/frames/x"), { view: "map", deviceId: null });
});
