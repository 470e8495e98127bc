/** @typedef {import("../map").LayerChoices} LayerChoices */

/**
 * What the map shows unless the viewer chose otherwise.
 * @type {LayerChoices}
 */
export const usualLayers = {
  names: true, clusters: true, trails: "selected", accuracy: "selected", tiles: "server",
  ownTiles: "",
};

const reaches = ["none", "selected", "all"];
const tileChoices = ["server", "own", "none"];

/**
 * Choices as they were kept; what cannot be is as usual.
 * @param {unknown} kept
 * @returns {LayerChoices}
 */
export function layersOf(kept) {
  const given = /** @type {Record<string, unknown>} */ (
    kept !== null && typeof kept === "object" ? kept : {});
  /** @param {keyof LayerChoices} name @param {(value: unknown) => boolean} isFit */
  const chosen = (name, isFit) => (isFit(given[name]) ? given[name] : usualLayers[name]);
  const choices = /** @type {LayerChoices} */ ({
    names: chosen("names", (value) => typeof value === "boolean"),
    clusters: chosen("clusters", (value) => typeof value === "boolean"),
    trails: chosen("trails", (value) => reaches.includes(String(value))),
    accuracy: chosen("accuracy", (value) => reaches.includes(String(value))),
    tiles: chosen("tiles", (value) => tileChoices.includes(String(value))),
    ownTiles: chosen("ownTiles", (value) => value === "" || isTileTemplate(String(value))),
  });
  return choices.tiles === "own" && choices.ownTiles === ""
    ? { ...choices, tiles: "server" } : choices;
}

/**
 * Whether a text can be the address of map images: with {z}, {x} and {y}, on this server or by
 * https, as the page's policy has it.
 * @param {string} text
 */
export function isTileTemplate(text) {
  if (!["{z}", "{x}", "{y}"].every((part) => text.includes(part))) return false;
  if (/^\/[^/\\]/.test(text)) return true;
  try {
    return new URL(text).protocol === "https:";
  } catch {
    return false;
  }
}

/**
 * The address of the map images that are to be shown; empty for none.
 * @param {LayerChoices} choices
 * @param {import("../types").Server | null} server
 */
export function tileTemplate(choices, server) {
  if (choices.tiles === "none") return "";
  return choices.tiles === "own" ? choices.ownTiles : server?.attributes.mapTiles ?? "";
}
