/** @typedef {import("../types").MediaItem} MediaItem */

/** How many a device's album shows at most. */
export const albumMax = 100;

/** Types that are sound to the server and that browsers cannot play. */
const unplayable = new Set(["audio/amr", "audio/amr-wb"]);

/**
 * What a page can do with it.
 * @param {MediaItem} item
 * @returns {"picture" | "sound" | "film" | "file"}
 */
export function presentation(item) {
  if (item.kind === "image") return "picture";
  // Half a sound or film plays as far as it came, or not at all; as a file it is of use anyway.
  if (!item.complete || unplayable.has(item.contentType)) return "file";
  if (item.kind === "audio") return "sound";
  return item.kind === "video" ? "film" : "file";
}

/** @param {MediaItem} item */
export function isVoice(item) {
  return unplayable.has(item.contentType);
}

/**
 * A list with news in it, the newest first.
 * @param {readonly MediaItem[]} items
 * @param {readonly MediaItem[]} news
 */
export function withNews(items, news) {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of news) byId.set(item.id, item);
  return [...byId.values()].sort((one, other) => other.id - one.id).slice(0, albumMax);
}
