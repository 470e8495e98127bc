import { loadTile, tileScheme } from "./tile-loader.js";

/**
 * Loads the map library when it is first needed, so that the login does not wait for it.
 * @returns {Promise<import("../maplibre").MapLibre>}
 */
export async function loadMapLibre() {
  if (!window.maplibregl) {
    await Promise.all([
      loaded("link", { rel: "stylesheet", href: "vendor/maplibre-gl.css" }),
      loaded("script", { src: "vendor/maplibre-gl.js" }),
    ]);
  }
  const library = window.maplibregl;
  if (!library) throw new Error("vendor/maplibre-gl.js is not the map library");
  library.addProtocol(tileScheme, loadTile);
  return library;
}

/**
 * @param {"link" | "script"} tag
 * @param {Record<string, string>} attributes
 * @returns {Promise<void>}
 */
function loaded(tag, attributes) {
  return new Promise((resolve, reject) => {
    const part = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    part.onload = () => resolve();
    part.onerror = () => reject(new Error(`${Object.values(attributes).at(-1)} does not load`));
    // Before the page's own style sheets, so that theirs win.
    document.head.prepend(part);
  });
}
