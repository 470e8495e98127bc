/** @typedef {{latitude: number, longitude: number}} Place */

/** Some ten centimetres. */
const digits = 6;
/** Longer texts are no coordinates. */
const longest = 80;

/** One angle: degrees, and minutes and seconds if they are written; a side of the world. */
const angle = String.raw`([NSEWO])?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*(?:°|º|d)?\s*`
  + String.raw`(?:(\d{1,2}(?:\.\d+)?)\s*(?:'|′|’)\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|”|'')\s*)?`
  + String.raw`([NSEWO])?`;
const pair = new RegExp(String.raw`^\s*${angle}\s*(?:[,;/\s]\s*)${angle}\s*$`, "i");
const joined = new RegExp(String.raw`^\s*${angle}${angle}\s*$`, "i");

/**
 * The place that a text names by its coordinates, as people and programs write them: 52.5163,
 * 13.3777; 52,5163 13,3777; 52°30'58.6"N 13°22'39.7"E; geo:52.5163,13.3777. West is W, or O as in
 * Spanish. Null if it is something else, such as a name or two plain numbers.
 * @param {string} text
 * @returns {Place | null}
 */
export function parseCoordinates(text) {
  if (text.length > longest) return null;
  const plain = text.trim().replace(/^geo:([^?;]*).*$/i, "$1").replace(/[()]/g, " ");
  if (/^[\d\s]*$/.test(plain)) return null;
  for (const written of [plain, withPoints(plain)]) {
    const parts = pair.exec(written) ?? (/[°º'′NSEWO]/i.test(written) ? joined.exec(written) : null);
    const place = parts && placeOf(angleOf(parts, 1), angleOf(parts, 6));
    if (place) return place;
  }
  return null;
}

/**
 * A place as it is written in the search field.
 * @param {Place} place
 */
export function coordinatesText({ latitude, longitude }) {
  return `${latitude.toFixed(digits)}, ${longitude.toFixed(digits)}`;
}

/**
 * Commas between digits are points where people write so.
 * @param {string} text
 */
function withPoints(text) {
  return text.replace(/(\d),(\d)/g, "$1.$2");
}

/**
 * @param {RegExpExecArray} parts
 * @param {number} first the group of the side in front
 * @returns {{value: number, side: string, isWhole: boolean}}
 */
function angleOf(parts, first) {
  const [before, degrees, minutes = "0", seconds = "0", behind] = parts.slice(first, first + 5);
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3_600;
  const side = (before ?? behind ?? "").toUpperCase().replace("O", "W");
  const isNegative = degrees.startsWith("-") || side === "S" || side === "W";
  const isWhole = Number(minutes) < 60 && Number(seconds) < 60 && !(before && behind);
  return { value: isNegative ? -size : size, side, isWhole };
}

/**
 * Latitude comes first, unless the sides say otherwise.
 * @param {ReturnType<typeof angleOf>} one
 * @param {ReturnType<typeof angleOf>} other
 * @returns {Place | null}
 */
function placeOf(one, other) {
  if (!one.isWhole || !other.isWhole) return null;
  const isTurned = "EW".includes(one.side || "-") || "NS".includes(other.side || "-");
  const [north, east] = isTurned ? [other, one] : [one, other];
  if ("EW".includes(north.side || "-") || "NS".includes(east.side || "-")) return null;
  if (Math.abs(north.value) > 90 || Math.abs(east.value) > 180) return null;
  return { latitude: north.value, longitude: east.value };
}
