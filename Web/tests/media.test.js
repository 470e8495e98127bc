import assert from "node:assert/strict";
import { test } from "node:test";

import { albumMax, isVoice, presentation, withNews } from "../model/media.js";
import { media as words } from "../texts/en-media.js";

/** @param {object} [patch] */
function item(patch = {}) {
  return {
    id: 512, deviceId: 1, file: "2-media.jpg", kind: "image", contentType: "image/jpeg",
    time: "2026-01-02T03:04:05Z", lastTime: "2026-01-02T03:04:09Z", size: 2_048, complete: true,
    open: false, unconfirmed: false, ...patch,
  };
}

test("news take their place, and replace what they are news of", () => {
  const known = [item({ id: 768 }), item({ id: 512, complete: false, open: true })];
  const merged = withNews(known, [item({ id: 512 }), item({ id: 1_024 })]);
  assert.deepEqual(merged.map((each) => each.id), [1_024, 768, 512]);
  assert.equal(merged[2].complete, true);
  assert.equal(known[1].complete, false);
  const many = Array.from({ length: 3 * albumMax }, (_, id) => item({ id }));
  assert.equal(withNews([], many).length, albumMax);
});

test("only what browsers can play is played", () => {
  assert.equal(presentation(item()), "picture");
  assert.equal(presentation(item({ complete: false })), "picture");
  const amr = item({ kind: "audio", contentType: "audio/amr" });
  assert.equal(presentation(amr), "file");
  assert.equal(isVoice(amr), true);
  assert.equal(presentation(item({ kind: "audio", contentType: "audio/wav" })), "sound");
  assert.equal(presentation(item({ kind: "audio", contentType: "audio/wav", complete: false })),
    "file");
  assert.equal(presentation(item({ kind: "video", contentType: "video/mp4" })), "film");
  assert.equal(presentation(item({ kind: "file", contentType: "application/octet-stream" })),
    "file");
});

test("a download says what it is and how large", () => {
  assert.equal(words.download("audio/amr", 2_048), "Download (audio/amr, 2 KB)");
  assert.equal(words.download("application/octet-stream", 12), "Download (12 B)");
});
