import { metresBetween } from "./geo.js";

/** @typedef {import("../history").Stop} Stop */
/** @typedef {import("../types").Position} Position */

/** So far may a device that stands seem to move, in metres. */
const radius = 50;
/** So long must it stand, in milliseconds. */
const durationMin = 180_000;

/**
 * The times for which a device stood: from a position on, every next one is near the middle of
 * those before it, for long enough.
 * @param {Position[]} positions
 * @param {Float64Array} moments
 * @param {Int32Array} placed
 * @returns {Stop[]}
 */
export function stopsOf(positions, moments, placed) {
  const stops = [];
  let start = 0;
  while (start < placed.length) {
    const { end, middle } = standing(positions, placed, start);
    const first = placed[start];
    const last = placed[end];
    if (moments[last] - moments[first] < durationMin) {
      // By more than one only among crowds of positions, which would take too long one by one.
      start += 1 + ((end - start) >> 6);
      continue;
    }
    stops.push({ from: moments[first], to: moments[last], ...middle, first, last });
    start = end + 1;
  }
  return stops;
}

/**
 * How far the positions from one on stay together, and the middle of them.
 * @param {Position[]} positions
 * @param {Int32Array} placed
 * @param {number} start
 */
function standing(positions, placed, start) {
  let { latitude, longitude } = positions[placed[start]];
  let end = start;
  while (end + 1 < placed.length) {
    const next = positions[placed[end + 1]];
    if (metresBetween({ latitude, longitude }, next) > radius) break;
    end += 1;
    const share = 1 / (end - start + 1);
    // Across the antimeridian the longitudes differ by the whole world.
    const east = (next.longitude - longitude + 540) % 360 - 180;
    latitude += (next.latitude - latitude) * share;
    longitude += east * share;
  }
  return { end, middle: { latitude, longitude } };
}
