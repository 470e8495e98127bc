import { patienceOf } from "../client/http.js";
import { tileScheme } from "./tile-loader.js";

/** @typedef {import("./palette.js").Palette} Palette */

const patience = 6_000;
const failuresMax = 6;
const probePause = 60_000;
const probePauseMax = 15 * 60_000;
const tilePixels = 256;
const zoomMax = 19;

/**
 * The map images. They are tried with one request first, and given up after a few failures, so
 * that a place without internet gets the grid at once and no endless errors; now and then they are
 * tried again.
 */
export class Tiles {
  #map;
  #store;
  #template = "";
  #palette;
  #failures = 0;
  #pause = probePause;
  #timer = 0;

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {import("../model/store.js").Store} store
   * @param {Palette} palette
   */
  constructor(map, store, palette) {
    this.#map = map;
    this.#store = store;
    this.#palette = palette;
    map.on("error", (event) => this.#onError(event.sourceId));
    map.on("data", (event) => {
      if (event.sourceId === "tiles" && event.tile) this.#failures = 0;
    });
    window.addEventListener("online", () => {
      if (store.state.tiles === "unreachable") void this.#probe();
    });
  }

  /**
   * Shows other images from now on.
   * @param {string} template with {z}, {x} and {y}; empty for none
   */
  use(template) {
    const whole = template.startsWith("/") ? location.origin + template : template;
    if (whole === this.#template) return;
    this.#template = whole;
    this.#pause = probePause;
    window.clearTimeout(this.#timer);
    this.#remove();
    this.#store.set({ tiles: whole === "" ? "none" : "probing" });
    if (whole !== "") void this.#probe();
  }

  /** @param {Palette} palette */
  paint(palette) {
    this.#palette = palette;
    if (!this.#map.getLayer("tiles")) return;
    for (const [name, value] of Object.entries(rasterPaint(palette))) {
      this.#map.setPaintProperty("tiles", name, value);
    }
  }

  async #probe() {
    window.clearTimeout(this.#timer);
    const template = this.#template;
    const url = template.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0");
    /** @type {boolean} */
    let isThere;
    try {
      // Whatever the answer: somebody is there. A tile that is missing is not an outage.
      await fetch(url, { signal: patienceOf(patience), referrerPolicy: "origin" });
      isThere = true;
    } catch {
      isThere = false;
    }
    // Others may have been chosen meanwhile.
    if (template !== this.#template) return;
    if (isThere) this.#add();
    else this.#giveUp();
  }

  #add() {
    if (this.#map.getLayer("tiles")) return;
    this.#failures = 0;
    this.#map.addSource("tiles", {
      type: "raster", tiles: [`${tileScheme}://${this.#template}`], tileSize: tilePixels, maxzoom: zoomMax,
    });
    this.#map.addLayer(
      { id: "tiles", type: "raster", source: "tiles", paint: rasterPaint(this.#palette) },
      "grid-lines");
    this.#store.set({ tiles: "shown" });
  }

  #remove() {
    if (!this.#map.getLayer("tiles")) return;
    this.#map.removeLayer("tiles");
    this.#map.removeSource("tiles");
  }

  /** @param {string | undefined} source */
  #onError(source) {
    if (source !== "tiles") return;
    this.#failures += 1;
    // Requests that were under way fail after the layer is gone; they count no more.
    if (this.#failures >= failuresMax && this.#map.getLayer("tiles")) this.#giveUp();
  }

  #giveUp() {
    this.#remove();
    this.#store.set({ tiles: "unreachable" });
    this.#timer = window.setTimeout(() => void this.#probe(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, probePauseMax);
  }
}

/**
 * Most map images are bright. In the dark scheme they are inverted, with the hues turned back.
 * @param {Palette} palette
 */
function rasterPaint(palette) {
  return palette.isDark
    ? {
      "raster-brightness-min": 0.85, "raster-brightness-max": 0.06,
      "raster-hue-rotate": 180, "raster-saturation": -0.4, "raster-fade-duration": 0,
    }
    : {
      "raster-brightness-min": 0, "raster-brightness-max": 1,
      "raster-hue-rotate": 0, "raster-saturation": -0.15, "raster-fade-duration": 0,
    };
}
