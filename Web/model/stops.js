import { metresBetween } from "./geo.js";

/** @typedef {import("../history").Stop} Stop */
/** @typedef {import("../types").Position} Position */

/** So far may a device that stands seem to move, in metres. */
const radius = 50;
/** So long must it stand, in milliseconds. */
const durationMin = 180_000;

/**
 * The times for which a device stood: from a position on, all others are near it for long enough.
 * @param {Position[]} positions
 * @param {Float64Array} moments
 * @param {Int32Array} placed
 * @returns {Stop[]}
 */
export function stopsOf(positions, moments, placed) {
  const stops = [];
  let start = 0;
  while (start < placed.length) {
    const anchor = positions[placed[start]];
    let end = start;
    while (end + 1 < placed.length
      && metresBetween(anchor, positions[placed[end + 1]]) <= radius) end += 1;
    const first = placed[start];
    const last = placed[end];
    if (moments[last] - moments[first] < durationMin) {
      // By more than one only among crowds of positions, which would take too long one by one.
      start += 1 + ((end - start) >> 6);
      continue;
    }
    const { latitude, longitude } = anchor;
    stops.push({ from: moments[first], to: moments[last], latitude, longitude, first, last });
    start = end + 1;
  }
  return stops;
}
