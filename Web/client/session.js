import { APIError, get, post, postForm, put, remove } from "./http.js";

/** @typedef {import("../types").User} User */

/** @returns {Promise<import("../types").Server>} */
export async function readServer() {
  return withAttributes(await get("server"));
}

/**
 * Changes the server's settings; what is not given stays as it is.
 * @param {import("../people").Entered} fields
 * @returns {Promise<import("../types").Server>}
 */
export async function saveServer(fields) {
  return withAttributes(await put("server", fields));
}

/** @param {any} server */
function withAttributes(server) {
  return { ...server, attributes: server.attributes ?? {} };
}

/**
 * The user of the session; null if nobody is signed in.
 * @returns {Promise<User | null>}
 */
export async function readSession() {
  try {
    return await get("session");
  } catch (error) {
    if (error instanceof APIError && (error.status === 401 || error.status === 404)) return null;
    throw error;
  }
}

/**
 * @param {string} email
 * @param {string} password
 * @returns {Promise<User>}
 */
export function openSession(email, password) {
  return postForm("session", { email, password });
}

/**
 * Makes a visitor a user, where the server lets visitors do that.
 * @param {{name: string, email: string, password: string}} form
 * @returns {Promise<User>}
 */
export function createAccount(form) {
  return post("users", form);
}

/** Ends the session. */
export function closeSession() {
  return remove("session");
}

/**
 * Creates the first administrator with the one-time code that the server printed, and signs in.
 * @param {{code: string, name: string, email: string, password: string}} form
 * @returns {Promise<User>}
 */
export function createAdministrator(form) {
  return post("setup", form);
}
