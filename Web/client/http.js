/** An answer other than success, with the server's own words about it. */
export class APIError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.name = "APIError";
    this.status = status;
  }

  /** Whether the session is over, or never was. */
  get isSignedOut() {
    return this.status === 401;
  }
}

/** The server could not be reached, or did not answer in time. */
export class UnreachableError extends Error {}

const patience = 15_000;

/**
 * @template Answer
 * @param {string} path below /api, such as "devices"
 * @param {number} [milliseconds] how long to wait for it
 * @returns {Promise<Answer>}
 */
export function get(path, milliseconds) {
  return request("GET", path, undefined, undefined, milliseconds);
}

/**
 * @template Answer
 * @param {string} path
 * @param {unknown} body sent as JSON
 * @returns {Promise<Answer>}
 */
export function post(path, body) {
  return request("POST", path, JSON.stringify(body), "application/json");
}

/**
 * @template Answer
 * @param {string} path
 * @param {unknown} body sent as JSON
 * @returns {Promise<Answer>}
 */
export function put(path, body) {
  return request("PUT", path, JSON.stringify(body), "application/json");
}

/**
 * @template Answer
 * @param {string} path
 * @param {Record<string, string>} fields sent as a form
 * @returns {Promise<Answer>}
 */
export function postForm(path, fields) {
  const body = new URLSearchParams(fields).toString();
  return request("POST", path, body, "application/x-www-form-urlencoded");
}

/**
 * @param {string} path
 * @param {unknown} [body] sent as JSON
 */
export function remove(path, body) {
  if (body === undefined) return request("DELETE", path);
  return request("DELETE", path, JSON.stringify(body), "application/json");
}

/**
 * The address of something in the API, relative to the page, so that a proxy may serve both under
 * a path of its own.
 * @param {string} path
 */
export function apiURL(path) {
  return new URL(`api/${path}`, document.baseURI);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {string} [body]
 * @param {string} [type]
 * @param {number} [milliseconds]
 * @returns {Promise<any>}
 */
async function request(method, path, body, type, milliseconds = patience) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (type) headers["Content-Type"] = type;
  /** @type {Response} */
  let response;
  try {
    response = await fetch(apiURL(path), {
      method, body, headers, credentials: "same-origin", cache: "no-store",
      signal: patienceOf(milliseconds),
    });
  } catch (error) {
    throw new UnreachableError(String(error));
  }
  if (!response.ok) throw new APIError(response.status, await problemText(response));
  if (response.status === 204) return null;
  const text = await response.text();
  if (text === "") return null;
  return response.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : text;
}

/**
 * A signal that ends a request after so many milliseconds.
 * @param {number} milliseconds
 */
export function patienceOf(milliseconds) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
}

/**
 * What a problem+json answer says, for a person; empty if it says nothing.
 * @param {Response} response
 */
async function problemText(response) {
  try {
    const problem = await response.json();
    const words = problem.detail ?? problem.title;
    return typeof words === "string" ? words : "";
  } catch {
    return "";
  }
}
