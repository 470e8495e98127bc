/** @typedef {import("../explanation").Field} Field */
/** @typedef {"oddDigits" | "notHex" | "tooLong"} InputProblem */
/** @typedef {{bytes: number[], form: "hex" | "text", problem: InputProblem | null}} InputReading */

/** More than anybody pastes to understand it; the server would take more. */
export const bytesMax = 24_000;

/** As many bytes as the server keeps of somebody who came to nothing. */
export const firstBytesMax = 256;

/** @type {Record<string, number>} */
const escapes = { r: 13, n: 10, t: 9, 0: 0, "\\": 92 };

/**
 * What somebody typed or pasted, as bytes.
 * @param {string} input
 * @param {"auto" | "hex" | "text"} form
 * @returns {InputReading}
 */
export function readInput(input, form) {
  const digits = input.replace(/0x|\\x/gi, " ").replace(/[\s:,;-]/g, "");
  const isHex = /^[0-9a-f]+$/i.test(digits);
  const chosen = form === "auto" ? (isHex && digits.length % 2 === 0 ? "hex" : "text") : form;
  /** @type {InputProblem | null} */
  let problem = null;
  /** @type {number[]} */
  let bytes = [];
  if (chosen === "text") bytes = textBytes(input);
  else if (digits !== "" && !isHex) problem = "notHex";
  else if (digits.length % 2 !== 0) problem = "oddDigits";
  else bytes = hexBytes(digits);
  if (bytes.length > bytesMax) problem = "tooLong";
  return { bytes, form: chosen, problem };
}

/**
 * @param {string} hex two digits for each byte
 * @returns {number[]}
 */
export function hexBytes(hex) {
  return (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
}

/** @param {Iterable<number>} bytes */
export function hexText(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Text of a tracker as bytes. Line breaks become CR LF, which text fields of browsers cannot keep.
 * @param {string} text
 */
function textBytes(text) {
  const plain = text.replace(/\r?\n/g, "\r\n");
  /** @type {number[]} */
  const bytes = [];
  const encoder = new TextEncoder();
  for (const [part, code] of plain.matchAll(/\\x([0-9a-f]{2})|\\[rnt0\\]|[^\\]+|\\/gi)) {
    if (code) bytes.push(parseInt(code, 16));
    else if (part.length === 2 && part[0] === "\\") bytes.push(escapes[part[1].toLowerCase()]);
    else for (const byte of encoder.encode(part)) bytes.push(byte);
  }
  return bytes;
}

/**
 * A byte as the character it is in ASCII; a middle dot for those that are none.
 * @param {number} byte
 */
export function byteCharacter(byte) {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte === 0x20 ? "␣" : "·";
}

/**
 * Bytes as text, as far as they are text.
 * @param {string} hex
 */
export function readableText(hex) {
  return hexBytes(hex).map((byte) => (byte === 13 ? "\\r" : byte === 10 ? "\\n"
    : byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, "0").toUpperCase()}`)).join("");
}

/**
 * The fields that each byte belongs to, by their place in the list.
 * @param {number} count of the bytes
 * @param {Pick<Field, "offset" | "length">[]} fields
 * @returns {number[][]}
 */
export function fieldsOfBytes(count, fields) {
  /** @type {number[][]} */
  const result = Array.from({ length: count }, () => []);
  fields.forEach(({ offset, length }, index) => {
    const end = Math.min(offset + length, count);
    for (let place = Math.max(offset, 0); place < end; place += 1) result[place].push(index);
  });
  return result;
}

/**
 * Fields in the order of their bytes, a whole before its parts; decoders read ends and checksums
 * first.
 * @param {Field[]} fields
 */
export function inByteOrder(fields) {
  return [...fields].sort((left, right) =>
    left.offset - right.offset || right.length - left.length);
}

/**
 * The range of a field as people count it in the grid.
 * @param {Pick<Field, "offset" | "length">} field
 */
export function rangeText({ offset, length }) {
  return length <= 1 ? String(offset) : `${offset}–${offset + length - 1}`;
}
