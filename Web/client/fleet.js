import { get, post, put, remove } from "./http.js";

/** @returns {Promise<import("../types").Device[]>} */
export function readDevices() {
  return get("devices");
}

/**
 * Every device on the server; for administrators.
 * @returns {Promise<import("../types").Device[]>}
 */
export function readAllDevices() {
  return get("devices?all=true");
}

/**
 * Enters a device by hand.
 * @param {{name: string, uniqueId: string, model: string | null}} device
 * @returns {Promise<import("../types").Device>}
 */
export function addDevice(device) {
  return post("devices", device);
}

/**
 * Changes a device; what is not given stays as it is.
 * @param {number} id
 * @param {import("../people").Entered} fields
 * @returns {Promise<import("../types").Device>}
 */
export function saveDevice(id, fields) {
  return put(`devices/${id}`, fields);
}

/** @param {number} id */
export function removeDevice(id) {
  return remove(`devices/${id}`);
}

/**
 * The last position of every device of the user.
 * @returns {Promise<import("../types").Position[]>}
 */
export function readPositions() {
  return get("positions");
}

/** @returns {Promise<import("../types").VocabularyWord[]>} */
export function readVocabulary() {
  return get("vocabulary");
}

/** @returns {Promise<import("../types").Arrival[]>} */
export function readArrivals() {
  return get("arrivals");
}

/**
 * Makes an arrival a device, its history included.
 * @param {number} id
 * @param {import("../types").Adoption} adoption
 * @returns {Promise<import("../types").Device>}
 */
export function adoptArrival(id, { name, model }) {
  return post(`arrivals/${id}/adopt`, { name, model: model || null });
}

/** @returns {Promise<import("../types").Connection[]>} */
export function readConnections() {
  return get("connections");
}

/**
 * Says that an unconfirmed connection is the device that it says it is.
 * @param {number} id
 */
export function confirmConnection(id) {
  return post(`connections/${id}/confirm`, {});
}

/**
 * What came to nothing, newest first.
 * @returns {Promise<import("../types").RefusalEntry[]>}
 */
export function readRefusals() {
  return get("connections/refused");
}

/** @returns {Promise<string[]>} */
export function readProtocols() {
  return get("protocols");
}

/**
 * What bytes mean.
 * @param {import("../explanation").DecodeQuestion} question
 * @returns {Promise<import("../explanation").Explanation>}
 */
export function explain(question) {
  return post("decode", question);
}
