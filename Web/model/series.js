import { wordOf } from "./attributes.js";
import { timeText } from "./range.js";
import { altitudeScale, scaleOf } from "./units.js";

/** @typedef {import("../history").ChartField} ChartField */
/** @typedef {import("../history").Series} Series */
/** @typedef {import("../history").Track} Track */

const attributePrefix = "attribute:";
/** More attributes than this nobody chooses from. */
const fieldsMax = 60;

/**
 * What a chart can show of tracks: speed, altitude, and every attribute that is a number.
 * @param {Track[]} tracks
 * @param {ReadonlyMap<string, import("../types").VocabularyWord>} vocabulary
 * @param {import("./units.js").UnitChoice} choice
 * @param {{speed: string, altitude: string}} titles
 * @returns {ChartField[]}
 */
export function chartFields(tracks, vocabulary, choice, titles) {
  const names = new Set();
  for (const { positions } of tracks) {
    for (const { attributes } of positions) {
      for (const name in attributes) if (typeof attributes[name] === "number") names.add(name);
    }
  }
  const attributes = [...names].slice(0, fieldsMax).map((name) => {
    const { word, number } = wordOf(vocabulary, name);
    const words = word ? `${word.title} ${number}`.trim() : name;
    const title = words.charAt(0).toUpperCase() + words.slice(1);
    return { id: attributePrefix + name, title, ...scaleOf(word?.unit ?? "", choice) };
  });
  attributes.sort((left, right) => left.title.localeCompare(right.title, undefined,
    { numeric: true }));
  return [
    { id: "speed", title: titles.speed, ...scaleOf("kn", choice) },
    { id: "altitude", title: titles.altitude, ...altitudeScale(choice) },
    ...attributes,
  ];
}

/**
 * The curve of a field along a track.
 * @param {Track} track
 * @param {ChartField} field
 * @returns {Series}
 */
export function seriesOf({ deviceId, positions, moments, silence }, { id, factor, zero }) {
  const values = Float64Array.from(positions, (position) => {
    if (id === "speed" || id === "altitude") {
      return position.outdated ? NaN : position[id] * factor + zero;
    }
    const value = position.attributes[id.slice(attributePrefix.length)];
    return typeof value === "number" ? value * factor + zero : NaN;
  });
  return { deviceId, moments, values, silence };
}

/**
 * A curve for so many columns of pixels: of each its first, least, greatest and last value, so that
 * no peak is lost however many values there are. Four numbers a column, NaN where none is.
 * @param {Series} series
 * @param {import("../history").TimeRange} range
 * @param {number} columns
 */
export function decimated({ moments, values }, { from, to }, columns) {
  const result = new Float64Array(columns * 4).fill(NaN);
  const scale = (columns - 1) / Math.max(to - from, 1);
  for (let index = 0; index < moments.length; index += 1) {
    const value = values[index];
    if (Number.isNaN(value) || moments[index] < from || moments[index] > to) continue;
    const at = 4 * Math.round((moments[index] - from) * scale);
    if (Number.isNaN(result[at])) {
      result.fill(value, at, at + 4);
    } else {
      if (value < result[at + 1]) result[at + 1] = value;
      if (value > result[at + 2]) result[at + 2] = value;
      result[at + 3] = value;
    }
  }
  return result;
}

/**
 * The least and the greatest value of curves; null if they have none.
 * @param {Series[]} series
 */
export function boundsOf(series) {
  let least = Infinity;
  let greatest = -Infinity;
  for (const { values } of series) {
    for (const value of values) {
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  return least <= greatest ? { least, greatest } : null;
}

/**
 * Round numbers, evenly apart, that hold two values between them.
 * @param {number} least
 * @param {number} greatest
 * @param {number} count how many steps there should be, more or less
 */
export function roundScale(least, greatest, count) {
  const step = roundStep((greatest - least) / count || Math.abs(greatest) / 10 || 1);
  const low = Math.floor(least / step + 1e-9) * step;
  const steps = Math.max(Math.ceil((greatest - low) / step - 1e-9), 1);
  return Array.from({ length: steps + 1 }, (_, index) => Number((low + index * step).toFixed(9)));
}

/** @param {number} rough */
function roundStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((each) => each * power >= rough * 0.999) ?? 10;
  return factor * power;
}

const minute = 60_000;
const timeSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 43_200,
].map((minutes) => minutes * minute);

/**
 * Moments on round times of the viewer's clock within a range.
 * @param {import("../history").TimeRange} range
 * @param {number} most
 */
export function roundTimes({ from, to }, most) {
  const step = timeSteps.find((each) => (to - from) / each <= most) ?? timeSteps.at(-1) ?? minute;
  // By how much the viewer's clock is ahead of that of the world.
  const zone = Date.parse(`${timeText(from)}Z`) - Math.floor(from / minute) * minute;
  const result = [];
  for (let at = Math.ceil((from + zone) / step) * step - zone; at <= to; at += step) {
    result.push(at);
    if (result.length > most) break;
  }
  return { step, moments: result };
}
