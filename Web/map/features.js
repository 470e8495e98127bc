import { isPlaced } from "../model/fleet.js";
import { isMoving } from "../model/units.js";

/** @typedef {import("../types").Device} Device */
/** @typedef {import("../types").Position} Position */
/** @typedef {import("./motion.js").Place} Place */

const metresPerDegree = 111_320;
const circleCorners = 48;

/**
 * Where each device is that has a place.
 * @param {ReadonlyMap<number, Device>} devices
 * @param {ReadonlyMap<number, Position>} positions
 */
export function places(devices, positions) {
  /** @type {Map<number, Place>} */
  const result = new Map();
  for (const id of devices.keys()) {
    const position = positions.get(id);
    if (isPlaced(position)) result.set(id, [position.longitude, position.latitude]);
  }
  return result;
}

/**
 * A device as a point with what the layers need to draw it.
 * @param {Device} device
 * @param {Position} position
 * @param {Place} place
 * @param {{isSelected: boolean, hasName: boolean}} look
 */
export function deviceFeature(device, position, place, { isSelected, hasName }) {
  const isUnderway = device.status === "online" && isMoving(position.speed);
  const shape = isUnderway ? "moving" : device.status;
  const name = device.name || device.uniqueId;
  return {
    type: /** @type {const} */ ("Feature"),
    properties: {
      id: device.id,
      icon: `marker:${shape}${isSelected ? ":selected" : ""}`,
      label: hasName ? `${isSelected ? "chosen" : "name"}:${name}` : null,
      course: isUnderway ? position.course : 0,
      order: isSelected ? 2 : device.status === "online" ? 1 : 0,
    },
    geometry: { type: "Point", coordinates: place },
  };
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
