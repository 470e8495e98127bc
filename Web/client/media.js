import { apiURL, get } from "./http.js";

/**
 * The pictures and sounds of a device, the newest first.
 * @param {number} deviceId
 * @returns {Promise<import("../types").MediaItem[]>}
 */
export function readMedia(deviceId) {
  return get(`devices/${deviceId}/media`);
}

/**
 * Where its bytes are.
 * @param {import("../types").MediaItem} item
 */
export function mediaURL(item) {
  const url = apiURL(`media/${item.id}`);
  // One that is still coming has other bytes each time.
  if (item.open) url.searchParams.set("size", String(item.size));
  return url.href;
}

/**
 * Where it is offered as a file, whatever it is.
 * @param {import("../types").MediaItem} item
 */
export function downloadURL(item) {
  const url = apiURL(`media/${item.id}`);
  url.searchParams.set("download", "true");
  return url.href;
}
