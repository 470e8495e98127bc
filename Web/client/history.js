import { apiURL, get } from "./http.js";

/** @typedef {import("../history").TimeRange} TimeRange */

/** Long histories take their time on slow lines. */
const patience = 60_000;

/** So many positions the server puts in a file; of more, the way needs some least. */
const filedMax = 50_000;

/** The forms that a history can be saved in. */
export const exportForms = /** @type {const} */ (["csv", "gpx", "kml", "kmz"]);

/**
 * The positions of a device in a time.
 * @param {number} deviceId
 * @param {TimeRange} range
 * @param {number} pointsMax of more positions, those that the way needs least are left out
 * @returns {Promise<import("../types").Position[]>}
 */
export function readHistory(deviceId, range, pointsMax) {
  const question = parameters(deviceId, range);
  question.set("maxPoints", String(pointsMax));
  return get(`positions?${question}`, patience);
}

/**
 * Where a file of the history is.
 * @param {number} deviceId
 * @param {TimeRange} range
 * @param {typeof exportForms[number]} form
 */
export function exportAddress(deviceId, range, form) {
  const question = parameters(deviceId, range);
  question.set("maxPoints", String(filedMax));
  return apiURL(`positions/${form}?${question}`).href;
}

/**
 * @param {number} deviceId
 * @param {TimeRange} range
 */
function parameters(deviceId, { from, to }) {
  return new URLSearchParams({
    // The API counts the end in; here it is the first moment that is not meant.
    deviceId: String(deviceId), from: new Date(from).toISOString(),
    to: new Date(to - 1).toISOString(),
  });
}
