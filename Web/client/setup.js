import { get, post, put } from "./http.js";

/** @returns {Promise<import("../setup").TrackerModel[]>} */
export function readModels() {
  return get("models");
}

/**
 * The text messages that set a device up.
 * @param {number} deviceId
 * @param {import("../setup").SetupValues & {server: string, port: string}} values
 * @returns {Promise<import("../setup").Setup>}
 */
export function readSetup(deviceId, values) {
  const given = Object.entries(values).filter(([, value]) => value !== "");
  return get(`devices/${deviceId}/setup?${new URLSearchParams(given)}`);
}

/**
 * The text messages that set a tracker of a model up, before it is a device.
 * @param {string} modelId
 * @param {import("../setup").SetupValues & {server: string, port: string}} values
 * @returns {Promise<import("../setup").Setup>}
 */
export function readModelSetup(modelId, values) {
  const given = Object.entries(values).filter(([, value]) => value !== "");
  return get(`models/${encodeURIComponent(modelId)}/setup?${new URLSearchParams(given)}`);
}

/** Has the server play a tracker for a while. */
export function playTracker() {
  return post("simulation", {});
}

/**
 * @param {number} deviceId
 * @returns {Promise<import("../setup").DeviceVersion[]>}
 */
export function readVersions(deviceId) {
  return get(`devices/${deviceId}/versions`);
}

/**
 * Enters which model a device is.
 * @param {number} deviceId
 * @param {string} model empty for none
 * @returns {Promise<import("../types").Device>}
 */
export function enterModel(deviceId, model) {
  return put(`devices/${deviceId}`, { model: model || null });
}
