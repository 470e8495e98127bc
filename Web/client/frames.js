import { get } from "./http.js";

/** The server looks through many messages of others for those of one device. */
const patience = 60_000;
const pageLength = 50;

/**
 * What a device sent, the newest first.
 * @param {number} deviceId
 * @param {import("../frames").FrameChoice} choice
 * @param {number | null} before the number before which they begin; null for the newest
 * @returns {Promise<import("../frames").FramesPage>}
 */
export function readFrames(deviceId, choice, before) {
  const query = new URLSearchParams({ limit: String(pageLength) });
  if (choice !== "all") query.set("only", choice);
  if (before !== null) query.set("before", String(before));
  return get(`devices/${deviceId}/frames?${query}`, patience);
}

/**
 * One message with the meaning of its bytes; null if the device sent none of this number.
 * @param {number} deviceId
 * @param {number} id
 * @returns {Promise<import("../frames").Frame | null>}
 */
export async function readFrame(deviceId, id) {
  /** @type {import("../frames").FramesPage} */
  const { frames } = await get(
    `devices/${deviceId}/frames?limit=1&explain=true&before=${id + 1}`, patience);
  return frames[0]?.id === id ? frames[0] : null;
}
