import { collection, graticule } from "./graticule.js";

/** How much of the grid is kept ready around the view, as a share of it. */
const margin = 0.5;
const layers = ["grid-lines", "grid-labels"];

/** A plain background with a grid of degrees, for when there are no map images. */
export class GraticuleLayer {
  #map;

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
    this.draw();
  }

  draw() {
    const bounds = this.#map.getBounds();
    const width = (bounds.getEast() - bounds.getWest()) * margin;
    const height = (bounds.getNorth() - bounds.getSouth()) * margin;
    const { lines, labels } = graticule({
      west: bounds.getWest() - width, east: bounds.getEast() + width,
      south: bounds.getSouth() - height, north: bounds.getNorth() + height,
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
