import { get } from "./http.js";

/**
 * What can be entered about a device.
 * @param {number} deviceId
 * @param {string | null} protocol another one than the server thinks it speaks; null for that
 * @returns {Promise<import("../options").DeviceOptions>}
 */
export async function readOptions(deviceId, protocol) {
  if (protocol === null) return get(`devices/${deviceId}/options`);
  const { name, options } = await get(`protocols/${encodeURIComponent(protocol)}`);
  return { protocol: name, options };
}
