import { collection, graticule } from "./graticule.js";

/** While the map moves, the labels follow at this pace, in milliseconds. */
const pace = 80;
const layers = ["grid-lines", "grid-labels"];

/** A plain background with a grid of degrees, for when there are no map images. */
export class GraticuleLayer {
  #map;
  #drawnAt = 0;

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {import("./palette.js").Palette} palette
   */
  constructor(map, palette) {
    this.#map = map;
    map.addSource("grid-lines", { type: "geojson", data: collection([]) });
    map.addSource("grid-labels", { type: "geojson", data: collection([]) });
    map.addLayer({
      id: "grid-lines", type: "line", source: "grid-lines",
      paint: { "line-color": palette.grid, "line-width": 1 },
    });
    map.addLayer({
      id: "grid-labels", type: "symbol", source: "grid-labels",
      layout: { "icon-image": ["get", "image"] },
    });
    map.on("moveend", () => this.draw());
    map.on("move", () => {
      if (performance.now() - this.#drawnAt > pace) this.draw();
    });
    this.draw();
  }

  draw() {
    this.#drawnAt = performance.now();
    const bounds = this.#map.getBounds();
    const { lines, labels } = graticule({
      west: bounds.getWest(), east: bounds.getEast(),
      south: bounds.getSouth(), north: bounds.getNorth(),
    }, this.#map.getZoom());
    this.#map.getSource("grid-lines")?.setData(lines);
    this.#map.getSource("grid-labels")?.setData(labels);
  }

  /** @param {boolean} isShown */
  show(isShown) {
    for (const layer of layers) {
      this.#map.setLayoutProperty(layer, "visibility", isShown ? "visible" : "none");
    }
  }

  /** @param {import("./palette.js").Palette} palette */
  paint(palette) {
    this.#map.setPaintProperty("grid-lines", "line-color", palette.grid);
  }
}
