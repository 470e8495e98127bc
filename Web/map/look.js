import { shapeOf } from "../model/categories.js";
import { isMoving } from "../model/units.js";

/** @typedef {import("../types").Device} Device */
/** @typedef {import("../types").Position} Position */
/** @typedef {"moving" | "online" | "stale" | "offline" | "unknown"} Shape */

/** A device that is there, and whose place is older than this, is not where it is drawn. */
export const staleAge = 10 * 60_000;
const dayAge = 24 * 3_600_000;
/** What was not heard of for long steps back. */
const opacities = { fresh: 1, old: 0.8, dayOld: 0.6 };
/** What matters more is drawn above, and its name first. */
const ranks = { unknown: 0, offline: 1, stale: 2, online: 3, moving: 4 };

/**
 * How a device is drawn: its state by shape and colour, its heading, the age of its place by
 * opacity, its kind by a picture.
 * @param {Device} device
 * @param {Position} position
 * @param {number} age of the place, in milliseconds
 */
export function lookOf(device, position, age) {
  const shape = shapeOfState(device, position, age);
  return {
    shape,
    category: shapeOf(device.category),
    course: shape === "moving" ? position.course : 0,
    opacity: device.status === "online" ? opacities.fresh
      : age > dayAge ? opacities.dayOld : opacities.old,
    rank: ranks[shape],
    hasAlarm: Boolean(position.attributes.alarm),
  };
}

/**
 * @param {Device} device
 * @param {Position} position
 * @param {number} age
 * @returns {Shape}
 */
function shapeOfState({ status }, { speed }, age) {
  if (status !== "online") return status;
  if (age > staleAge) return "stale";
  return isMoving(speed) ? "moving" : "online";
}
