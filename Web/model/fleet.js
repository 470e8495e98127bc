/** @typedef {import("../types").Device} Device */
/** @typedef {import("../types").Position} Position */

/**
 * The identifier of a device beside its name: nothing where it is called by it.
 * @param {Device} device
 */
export function ownIdentifier({ name, uniqueId }) {
  return name && name !== uniqueId ? uniqueId : "";
}

/**
 * @template {{id: number}} Item
 * @param {Item[]} items
 * @returns {Map<number, Item>}
 */
export function byId(items) {
  return new Map(items.map((item) => [item.id, item]));
}

/**
 * The devices with some of them added or renewed.
 * @param {ReadonlyMap<number, Device>} devices
 * @param {Device[]} changed
 */
export function withDevices(devices, changed) {
  const result = new Map(devices);
  for (const device of changed) result.set(device.id, device);
  return result;
}

/**
 * The last positions with new ones applied. A late position never takes a device back in time.
 * @param {ReadonlyMap<number, Position>} positions
 * @param {Position[]} changed
 */
export function withPositions(positions, changed) {
  const result = new Map(positions);
  for (const position of changed) {
    const known = result.get(position.deviceId);
    if (known && Date.parse(known.fixTime) > Date.parse(position.fixTime)) continue;
    result.set(position.deviceId, position);
  }
  return result;
}

/**
 * How many devices are in each state.
 * @param {Iterable<Device>} devices
 */
export function countByStatus(devices) {
  const counts = { all: 0, online: 0, offline: 0, unknown: 0 };
  for (const device of devices) {
    counts.all += 1;
    counts[device.status] += 1;
  }
  return counts;
}

/**
 * Whether a position can be drawn. Zero and zero without a fix is what a device without a place
 * is given, not a place in the Atlantic.
 * @param {Position | undefined} position
 * @returns {position is Position}
 */
export function isPlaced(position) {
  if (position === undefined || !Number.isFinite(position.latitude)) return false;
  if (!Number.isFinite(position.longitude) || Math.abs(position.latitude) > 90) return false;
  const isZero = position.latitude === 0 && position.longitude === 0;
  return !isZero || (position.valid && !position.outdated);
}

/**
 * The connection over which a device was heard last; one of a sender that only says to be it comes
 * after all others.
 * @param {import("../types").Connection[] | null} connections
 * @param {Device} device
 */
export function connectionOf(connections, device) {
  const own = (connections ?? []).filter((each) => each.identifier === device.uniqueId);
  return own.sort((left, right) =>
    Number(left.unconfirmed ?? false) - Number(right.unconfirmed ?? false)
    || time(right.lastFrameAt) - time(left.lastFrameAt))[0];
}

/** @param {string | null} text */
function time(text) {
  return text ? Date.parse(text) : 0;
}
