/** @typedef {import("../types").Link} Link */

/** The server sends a keep-alive every 55 s; silence for longer than this is a dead connection. */
export const silenceMax = 75_000;
const firstDelay = 1_000;
const delayMax = 30_000;

/** @type {Link} */
export const startingLink = { state: "connecting", attempt: 0, lastHeardAt: null, retryAt: null };

/**
 * Something was heard on an open connection.
 * @param {number} now
 * @returns {Link}
 */
export function heard(now) {
  return { state: "live", attempt: 0, lastHeardAt: now, retryAt: null };
}

/**
 * The connection was lost, or did not come about.
 * @param {Link} link
 * @param {number} now
 * @param {number} jitter between 0 and 1, so that many pages do not return at the same moment
 * @returns {Link}
 */
export function lost(link, now, jitter) {
  const delay = Math.min(firstDelay * 2 ** link.attempt, delayMax) * (0.75 + jitter / 2);
  return { ...link, state: "waiting", attempt: link.attempt + 1, retryAt: now + delay };
}

/**
 * A new attempt begins.
 * @param {Link} link
 * @returns {Link}
 */
export function retrying(link) {
  return { ...link, state: "connecting", retryAt: null };
}

/**
 * Whether an open connection has been silent for too long to be believed.
 * @param {Link} link
 * @param {number} now
 */
export function isSilent(link, now) {
  return link.state === "live" && link.lastHeardAt !== null && now - link.lastHeardAt > silenceMax;
}
