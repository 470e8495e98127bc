import { markerImage } from "./marker-images.js";
import { gridImage } from "./text-images.js";

/** Labels kept as images; beyond it the oldest go, and come back when needed. */
const imagesMax = 1_000;

/**
 * Images are drawn when the map first misses them. Their ids say what they show: marker:SHAPE,
 * grid:TEXT.
 */
export class Images {
  #map;
  #palette;
  /** @type {Set<string>} */
  #drawn = new Set();

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {import("./palette.js").Palette} palette
   */
  constructor(map, palette) {
    this.#map = map;
    this.#palette = palette;
    map.on("styleimagemissing", (event) => event.id && this.#draw(event.id));
  }

  /**
   * Draws all that was drawn in other colours.
   * @param {import("./palette.js").Palette} palette
   */
  paint(palette) {
    this.#palette = palette;
    for (const id of [...this.#drawn]) {
      this.#map.removeImage(id);
      this.#draw(id);
    }
  }

  /** @param {string} id */
  #draw(id) {
    if (this.#map.hasImage(id)) return;
    const drawing = this.#drawing(id);
    if (!drawing) return;
    this.#map.addImage(id, drawing.image, { pixelRatio: drawing.pixelRatio });
    this.#drawn.delete(id);
    this.#drawn.add(id);
    const oldest = this.#drawn.values().next().value;
    if (this.#drawn.size > imagesMax && oldest !== undefined) {
      this.#drawn.delete(oldest);
      this.#map.removeImage(oldest);
    }
  }

  /** @param {string} id */
  #drawing(id) {
    const kind = id.slice(0, id.indexOf(":"));
    const text = id.slice(kind.length + 1);
    switch (kind) {
      case "marker": return markerImage(id, this.#palette);
      case "grid": return gridImage(text, this.#palette);
      default: return null;
    }
  }
}
