import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { fitsCode, qrCode } from "../model/qr.js";

// What another encoder makes of the same texts, by its version for masks that are given.
const letterA = `
111111101001001111111
100000101111101000001
101110100010101011101
101110101101101011101
101110100111001011101
100000100101101000001
111111101010101111111
000000001101100000000
101101110011101001011
010110010101111001000
110011101101000001101
101101000001001111100
100111100100100100100
000000001011001001001
111111101001100101000
100000101100000110110
101110100110111110001
101110101111001111110
101110101010101100000
100000100010010100101
111111101000010010000`.trim();

/** Version, length of the text (the longest of each), mask, and the beginning of the digest. */
const vectors = [
  [1, 14, 3, "fa85045927243c29"], [2, 26, 6, "85f4cffd6a998f45"], [3, 42, 1, "43ebb46192584fc2"],
  [4, 62, 4, "b5d94ab44a18421d"], [5, 84, 7, "e24cafb4598f1f43"], [6, 106, 2, "69d684faa026188f"],
  [7, 122, 5, "d35bc6aed8269bc6"], [8, 152, 0, "8216411ad53f340a"],
  [9, 180, 3, "1b10291ba4ee3ae7"], [10, 213, 6, "f6bd86bea4cbe32e"], [10, 181, 6, "de16b646afed2b7a"],
];

const text = (code) => code.map((row) => row.map(Number).join("")).join("\n");

test("a letter is drawn module by module", () => {
  assert.equal(text(qrCode("A", 3)), letterA);
});

for (const [version, length, mask, digest] of vectors) {
  test(`version ${version} with ${length} bytes`, () => {
    const code = qrCode("x".repeat(length), mask);
    assert.equal(code.length, 17 + 4 * version);
    assert.equal(createHash("sha256").update(text(code)).digest("hex").slice(0, 16), digest);
  });
}

test("one byte more takes the next version, and after the last there is none", () => {
  assert.equal(qrCode("x".repeat(15)).length, 25);
  assert.equal(qrCode("x".repeat(214)), null);
  assert.equal(fitsCode("x".repeat(213)), true);
  // Bytes count, not characters.
  assert.equal(fitsCode("é".repeat(107)), false);
});

test("the mask that is chosen is one of the eight", () => {
  const all = Array.from({ length: 8 }, (_, mask) => text(qrCode("apn123456 internet", mask)));
  assert.equal(new Set(all).size, 8);
  assert.ok(all.includes(text(qrCode("apn123456 internet"))));
});
