/** What stands before the address of a map image, so that the map library leaves it to us. */
export const tileScheme = "tile";

/**
 * Loads one map image. OpenStreetMap and others refuse whoever does not say where their images are
 * shown, and the page's own policy would keep that back: the server's address is told, not the page
 * on it, and no cookie goes along.
 * @type {import("../maplibre").TileLoad}
 */
export async function loadTile({ url }, { signal }) {
  const response = await fetch(url.slice(`${tileScheme}://`.length), {
    signal, referrerPolicy: "origin", credentials: "same-origin",
  });
  if (!response.ok) {
    // The library tells images that are missing from a failure by the status.
    throw Object.assign(new Error(`${url}: ${response.status}`), { status: response.status });
  }
  return {
    data: await response.arrayBuffer(),
    cacheControl: response.headers.get("Cache-Control"),
    expires: response.headers.get("Expires"),
  };
}
