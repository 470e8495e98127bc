import { get, post, postForm, put, remove } from "./http.js";

/** @typedef {import("../people").User} User */
/** @typedef {import("../people").Group} Group */
/** @typedef {import("../people").Permission} Permission */
/** @typedef {import("../people").Entered} Entered */

/** @returns {Promise<User[]>} */
export function readUsers() {
  return get("users");
}

/**
 * Makes or changes a user; what is not given stays as it is.
 * @param {number | "new"} id
 * @param {Entered} fields
 * @returns {Promise<User>}
 */
export function saveUser(id, fields) {
  return id === "new" ? post("users", fields) : put(`users/${id}`, fields);
}

/** @param {number} id */
export function removeUser(id) {
  return remove(`users/${id}`);
}

/**
 * @param {boolean} all also what is not on the map of the one who asks; for administrators only
 * @returns {Promise<Group[]>}
 */
export function readGroups(all) {
  return get(all ? "groups?all=true" : "groups");
}

/**
 * @param {number | "new"} id
 * @param {{name: string, groupId: number}} fields
 * @returns {Promise<Group>}
 */
export function saveGroup(id, fields) {
  return id === "new" ? post("groups", fields) : put(`groups/${id}`, fields);
}

/** @param {number} id */
export function removeGroup(id) {
  return remove(`groups/${id}`);
}

/**
 * What a user may see directly.
 * @param {number} userId
 * @returns {Promise<Permission[]>}
 */
export function readPermissions(userId) {
  return get(`permissions?userId=${userId}`);
}

/**
 * @param {Permission[]} permissions
 * @param {boolean} isGiven given, or taken away
 */
export function changePermissions(permissions, isGiven) {
  return isGiven ? post("permissions/bulk", permissions) : remove("permissions/bulk", permissions);
}

/** @returns {Promise<import("../people").OpenSession[]>} */
export function readSessions() {
  return get("sessions");
}

/** @param {number} id */
export function endSession(id) {
  return remove(`sessions/${id}`);
}

/** @returns {Promise<import("../people").Token[]>} */
export function readTokens() {
  return get("session/tokens");
}

/** @param {number} id */
export function endToken(id) {
  return remove(`session/tokens/${id}`);
}

/**
 * @param {string} expiration ISO 8601
 * @param {string} name what it is for; may be empty
 * @param {import("../people").TokenScope} scope
 * @returns {Promise<string>}
 */
export function makeToken(expiration, name, scope) {
  return postForm("session/token", { expiration, name, scope });
}
