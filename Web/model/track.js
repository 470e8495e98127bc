import { isPlaced } from "./fleet.js";
import { metresBetween } from "./geo.js";
import { stopsOf } from "./stops.js";

/** @typedef {import("../history").Track} Track */
/** @typedef {import("../types").Position} Position */

/** Silence of less than this is no gap, in milliseconds. */
const silenceMin = 5 * 60_000;
/** Of a track of which points were left out, only a long silence tells something. */
const silenceOfReduced = 30 * 60_000;
/** A gap is a silence of so many times the usual pause. */
const pausesMax = 10;
/** Who was silent and is still there has left no gap, in metres. */
const gapDistanceMin = 200;

/**
 * The way of a device out of its positions.
 * @param {number} deviceId
 * @param {Position[]} answer in any order
 * @param {number} pointsMax as was asked for; an answer of so many leaves some out
 * @returns {Track}
 */
export function trackOf(deviceId, answer, pointsMax) {
  const isReduced = answer.length >= pointsMax;
  const dated = thinned(answer, pointsMax).map((position) => ({ position, at: dateOf(position) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((left, right) => left.at - right.at || left.position.id - right.position.id);
  const positions = dated.map(({ position }) => position);
  const moments = Float64Array.from(dated, ({ at }) => at);
  const placed = Int32Array.from(positions.keys())
    .filter((index) => isPlaced(positions[index]) && !positions[index].outdated);
  const silence = silenceOf(moments, placed, isReduced);
  const gaps = gapsOf(positions, moments, placed, silence);
  const stops = stopsOf(positions, moments, placed);
  const maxSpeed = placed.reduce((most, index) => Math.max(most, positions[index].speed), 0);
  return {
    deviceId, positions, moments, placed, gaps, silence, stops, maxSpeed, isReduced,
    ...lengths(positions, moments, placed, gaps, stops),
  };
}

/**
 * When a position was: one without a place of its own repeats an old fix.
 * @param {Position} position
 */
function dateOf(position) {
  return Date.parse(position.outdated ? position.deviceTime : position.fixTime);
}

/**
 * Every so manieth position, and the last, if a server does not know how to leave some out.
 * @param {Position[]} positions
 * @param {number} most
 */
function thinned(positions, most) {
  if (positions.length <= most) return positions;
  const step = Math.ceil(positions.length / most);
  const last = positions.length - 1;
  return positions.filter((_, index) => index % step === 0 || index === last);
}

/**
 * @param {Float64Array} moments
 * @param {Int32Array} placed
 * @param {boolean} isReduced
 */
function silenceOf(moments, placed, isReduced) {
  const pauses = Float64Array.from(placed.subarray(1), (index, before) =>
    moments[index] - moments[placed[before]]).sort();
  const usual = pauses[pauses.length >> 1] ?? 0;
  return Math.max(isReduced ? silenceOfReduced : silenceMin, pausesMax * usual);
}

/**
 * @param {Position[]} positions
 * @param {Float64Array} moments
 * @param {Int32Array} placed
 * @param {number} silence
 */
function gapsOf(positions, moments, placed, silence) {
  return Uint8Array.from(placed, (index, place) => {
    if (place === 0 || moments[index] - moments[placed[place - 1]] <= silence) return 0;
    return metresBetween(positions[placed[place - 1]], positions[index]) > gapDistanceMin ? 1 : 0;
  });
}

/**
 * @param {Position[]} positions
 * @param {Float64Array} moments
 * @param {Int32Array} placed
 * @param {Uint8Array} gaps
 * @param {import("../history").Stop[]} stops
 */
function lengths(positions, moments, placed, gaps, stops) {
  let distance = 0;
  let moving = 0;
  let stop = 0;
  for (let place = 1; place < placed.length; place += 1) {
    const [before, index] = [placed[place - 1], placed[place]];
    while (stop < stops.length && stops[stop].last <= before) stop += 1;
    // What wanders about while it stands is no way.
    if (stops[stop]?.first <= before) continue;
    distance += metresBetween(positions[before], positions[index]);
    if (!gaps[place]) moving += moments[index] - moments[before];
  }
  return { distance, moving };
}

/**
 * The last of ascending values that is not above one; -1 if all are.
 * @param {ArrayLike<number>} values
 * @param {number} value
 */
export function lastUpTo(values, value) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The index of the position whose moment is next to one; -1 without positions.
 * @param {Track} track
 * @param {number} at
 */
export function nearestIndex({ moments }, at) {
  const before = lastUpTo(moments, at);
  if (before < 0) return moments.length > 0 ? 0 : -1;
  if (before + 1 >= moments.length) return before;
  return at - moments[before] <= moments[before + 1] - at ? before : before + 1;
}

/**
 * From the first to the last moment of several tracks; null if nothing is in them.
 * @param {Track[]} tracks
 */
export function extentOf(tracks) {
  const filled = tracks.filter(({ moments }) => moments.length > 0);
  if (filled.length === 0) return null;
  return {
    from: Math.min(...filled.map(({ moments }) => moments[0])),
    to: Math.max(...filled.map(({ moments }) => moments[moments.length - 1])),
  };
}
