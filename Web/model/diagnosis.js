import { isPlaced } from "./fleet.js";

/** @typedef {import("../types").Connection} Connection */
/** @typedef {import("../types").Device} Device */
/** @typedef {import("../types").Arrival} Arrival */

/**
 * Why the tracker behind a connection is, or is not, on the map.
 * @typedef {"silent" | "unrecognised" | "anonymous" | "arrival" | "disabled" | "refused"
 *   | "unconfirmed" | "noPosition" | "noFix" | "oldFix" | "quiet" | "onMap"} Finding
 * @typedef {{finding: Finding, level: "good" | "waiting" | "problem", device?: Device,
 *   arrival?: Arrival}} Diagnosis
 */

/** After so long without a message a connection counts as quiet. */
const quietAfter = 10 * 60_000;
/** A fix this much older than the last message is not what one expects to see. */
const fixAgeMax = 15 * 60_000;

/** @type {Record<Finding, Diagnosis["level"]>} */
const levels = {
  silent: "waiting", unrecognised: "problem", anonymous: "waiting", arrival: "waiting",
  disabled: "problem", refused: "problem", unconfirmed: "problem", noPosition: "waiting",
  noFix: "problem", oldFix: "problem", quiet: "waiting", onMap: "good",
};

/** @typedef {Pick<import("../types").State, "devices" | "positions" | "arrivals" | "now">} Known */

/**
 * @param {Connection} connection
 * @param {Known} known
 * @returns {Diagnosis}
 */
export function diagnose(connection, known) {
  return diagnoseAll([connection], known)[0].diagnosis;
}

/**
 * @param {Connection} connection
 * @param {Device | undefined} device
 * @param {Pick<import("../types").State, "positions" | "now">} state
 * @returns {Finding}
 */
function findingOf(connection, device, state) {
  if (!connection.protocol) return connection.why ? "unrecognised" : "silent";
  if (!connection.identifier) return "anonymous";
  if (device?.disabled) return "disabled";
  if (connection.refusal) return "refused";
  if (connection.unconfirmed) return "unconfirmed";
  if (!device) return "arrival";
  const position = state.positions.get(device.id);
  if (!isPlaced(position)) return "noPosition";
  const lastFrame = Date.parse(connection.lastFrameAt ?? connection.since);
  if (state.now - lastFrame > quietAfter) return "quiet";
  if (!position.valid) return "noFix";
  if (lastFrame - Date.parse(position.fixTime) > fixAgeMax) return "oldFix";
  return "onMap";
}

/** Problems first, then what waits, then what works; newest first within each. */
const levelOrder = { problem: 0, waiting: 1, good: 2 };

/**
 * The connections with their diagnoses in the order in which a person wants to see them.
 * @param {Connection[]} connections
 * @param {Known} known
 */
export function diagnoseAll(connections, known) {
  const devices = new Map([...known.devices.values()].map((each) => [each.uniqueId, each]));
  const arrivals = new Map((known.arrivals ?? []).map((each) => [each.identifier, each]));
  return connections
    .map((connection) => {
      const device = devices.get(connection.identifier ?? "");
      const arrival = arrivals.get(connection.identifier ?? "");
      const finding = findingOf(connection, device, known);
      /** @type {Diagnosis} */
      const diagnosis = { finding, level: levels[finding], device, arrival };
      return { connection, diagnosis };
    })
    .sort((left, right) =>
      levelOrder[left.diagnosis.level] - levelOrder[right.diagnosis.level]
      || Date.parse(right.connection.since) - Date.parse(left.connection.since));
}
