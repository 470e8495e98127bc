import { isPlaced } from "./fleet.js";

/** @typedef {"report" | "adopt" | "position" | "done"} Step */

/** The way from an empty server to a tracker on the map, in this order. */
export const steps = /** @type {const} */ (["report", "adopt", "position"]);

/**
 * What has to happen next until the first tracker is on the map.
 * @param {Pick<import("../types").State, "devices" | "positions" | "arrivals">} state
 * @returns {Step}
 */
export function nextStep({ devices, positions, arrivals }) {
  for (const id of devices.keys()) if (isPlaced(positions.get(id))) return "done";
  // Devices that were only entered by hand have not reported yet.
  if ([...devices.values()].some((device) => device.lastUpdate !== null)) return "position";
  return (arrivals?.length ?? 0) > 0 ? "adopt" : "report";
}
