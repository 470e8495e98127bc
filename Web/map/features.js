import { isPlaced } from "../model/fleet.js";

/** @typedef {import("../types").Device} Device */
/** @typedef {import("../types").Position} Position */

const metresPerDegree = 111_320;
const circleCorners = 48;

/**
 * What surrounds all devices that have a place; null if none has.
 * @param {ReadonlyMap<number, Device>} devices
 * @param {ReadonlyMap<number, Position>} positions
 * @returns {[[west: number, south: number], [east: number, north: number]] | null}
 */
export function boundsOf(devices, positions) {
  let [south, north] = [Infinity, -Infinity];
  const longitudes = [];
  for (const id of devices.keys()) {
    const position = positions.get(id);
    if (!isPlaced(position)) continue;
    longitudes.push(position.longitude);
    [south, north] = [Math.min(south, position.latitude), Math.max(north, position.latitude)];
  }
  if (longitudes.length === 0) return null;
  const [west, east] = shortestSpan(longitudes);
  return [[west, south], [east, north]];
}

/**
 * From the western end to the eastern one, which lies beyond 180 where the shortest way is across
 * the antimeridian.
 * @param {number[]} longitudes at least one
 */
function shortestSpan(longitudes) {
  const order = Float64Array.from(longitudes).sort();
  const last = order.length - 1;
  let [west, east] = [order[0], order[last]];
  for (let index = 1; index <= last; index += 1) {
    const around = order[index - 1] + 360 - order[index];
    if (around < east - west) [west, east] = [order[index], order[index - 1] + 360];
  }
  return [west, east];
}

/**
 * The circle in which a position lies for sure.
 * @param {Position} position
 */
export function accuracyFeature(position) {
  const { latitude, longitude, accuracy } = position;
  const narrowing = Math.max(Math.cos(latitude * Math.PI / 180), 0.01);
  const corners = [];
  for (let index = 0; index <= circleCorners; index += 1) {
    const angle = 2 * Math.PI * index / circleCorners;
    corners.push([
      longitude + accuracy * Math.cos(angle) / (metresPerDegree * narrowing),
      latitude + accuracy * Math.sin(angle) / metresPerDegree,
    ]);
  }
  return {
    type: /** @type {const} */ ("Feature"), properties: {},
    geometry: { type: "Polygon", coordinates: [corners] },
  };
}

/** @param {[number, number][]} coordinates */
export function wayFeature(coordinates) {
  return {
    type: /** @type {const} */ ("Feature"), properties: {},
    geometry: { type: "LineString", coordinates },
  };
}
