/** @typedef {{latitude: number, longitude: number}} Place */

/** Some ten centimetres. */
const digits = 6;
/** Longer texts are no coordinates. */
const longest = 80;

/** One angle: degrees, and minutes and seconds if they are written. */
const angle = String.raw`([+-]?\d{1,3}(?:\.\d+)?)\s*(?:°|º|d)?\s*`
  + String.raw`(?:(\d{1,2}(?:\.\d+)?)\s*(?:'|′|’)\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|”|'')\s*)?`;
const side = "([NSEWO])";
const between = String.raw`\s*[,;/\s]\s*`;
/** The side of the world behind the angle, or in front of it. */
const forms = [
  {
    isInFront: false,
    pattern: [`${angle}${side}?${between}${angle}${side}?`, `${angle}${side}${angle}${side}`],
  },
  {
    isInFront: true,
    pattern: [String.raw`${side}\s*${angle}[,;/\s]*${side}\s*${angle}`],
  },
].flatMap(({ pattern, ...form }) => pattern.map((each) =>
  ({ ...form, pattern: new RegExp(String.raw`^\s*${each}\s*$`, "i") })));

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
    for (const { pattern, isInFront } of forms) {
      const parts = pattern.exec(written);
      const place = parts
        && placeOf(angleOf(parts.slice(1, 5), isInFront), angleOf(parts.slice(5), isInFront));
      if (place) return place;
    }
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
 * @param {string[]} parts degrees, minutes and seconds, and the side in front of them or behind
 * @param {boolean} isInFront
 * @returns {{value: number, side: string, isWhole: boolean}}
 */
function angleOf(parts, isInFront) {
  const numbers = isInFront ? parts.slice(1) : parts;
  const [degrees, minutes = "0", seconds = "0"] = numbers;
  const named = ((isInFront ? parts[0] : parts[3]) ?? "").toUpperCase().replace("O", "W");
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3_600;
  const isNegative = degrees.startsWith("-") || named === "S" || named === "W";
  return {
    value: isNegative ? -size : size, side: named,
    isWhole: Number(minutes) < 60 && Number(seconds) < 60,
  };
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
