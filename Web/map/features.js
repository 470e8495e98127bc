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
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of devices.keys()) {
    const position = positions.get(id);
    if (!isPlaced(position)) continue;
    const { longitude, latitude } = position;
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  return west > east ? null : [[west, south], [east, north]];
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
