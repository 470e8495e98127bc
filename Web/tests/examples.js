// Invented devices, positions and connections for the tests.

export const now = Date.parse("2026-03-05T10:00:00Z");

/** @param {number} secondsAgo */
export function ago(secondsAgo) {
  return new Date(now - secondsAgo * 1_000).toISOString();
}

export function device(changes = {}) {
  return {
    id: 1, name: "Van 1", uniqueId: "860000000000017", status: "online", lastUpdate: ago(5),
    ...changes,
  };
}

export function position(changes = {}) {
  return {
    id: 100, deviceId: 1, protocol: "gt06", serverTime: ago(4), deviceTime: ago(5),
    fixTime: ago(5), valid: true, latitude: 40.4, longitude: -3.7, altitude: 650, speed: 20,
    course: 90, accuracy: 0, attributes: {}, ...changes,
  };
}

export function connection(changes = {}) {
  return {
    id: 7, peer: "192.0.2.7:40000", transport: "tcp", since: ago(600), protocol: "gt06", why: null,
    identifier: "860000000000017", frames: 12, lastFrameAt: ago(4), ...changes,
  };
}
