import { isPlaced } from "../model/fleet.js";
import { accuracyFeature, wayFeature } from "./features.js";
import { collection } from "./graticule.js";
import { Trails } from "./trails.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("./movers.js").Mover} Mover */
/** @typedef {import("./palette.js").Palette} Palette */

/** Points of the way since the device was selected. */
const trailMax = 600;
/** Of so many devices in view the ways and circles are drawn; more is a blot. */
const drawnMax = 500;
/** How often those of all devices are drawn anew, in milliseconds. */
const pace = 1_000;
const layerIds = ["accuracy", "trails", "trail"];

/** The accuracy and the last ways of devices, below their markers. */
export class Surroundings {
  #map;
  #trails = new Trails();
  #drawnAt = -Infinity;
  /** @type {{id: number | null, points: [number, number][]}} */
  #live = { id: null, points: [] };
  /** @type {unknown[]} what the drawn trail and circle were made of */
  #drawn = [];
  #isEmpty = true;

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {Palette} palette
   */
  constructor(map, palette) {
    this.#map = map;
    for (const id of layerIds) map.addSource(id, { type: "geojson", data: collection([]) });
    for (const layer of layers(palette)) map.addLayer(layer);
  }

  /** @param {boolean} isShown */
  show(isShown) {
    for (const layer of layerIds) {
      this.#map.setLayoutProperty(layer, "visibility", isShown ? "visible" : "none");
    }
  }

  /** @param {Palette} palette */
  paint(palette) {
    this.#map.setPaintProperty("accuracy", "fill-color", palette.accent);
    this.#map.setPaintProperty("accuracy", "fill-outline-color", palette.accent);
    this.#map.setPaintProperty("trail", "line-color", palette.accent);
    this.#map.setPaintProperty("trails", "line-color", palette.online);
  }

  /**
   * @param {State} state
   * @param {number | null} selected
   * @param {Mover[]} inView the devices that are drawn one by one
   * @param {Iterable<Mover>} all
   * @param {number} now
   */
  update(state, selected, inView, all, now) {
    const { trails } = state.layers;
    if (trails === "all") this.#trails.record(all);
    else this.#trails.clear();
    this.#drawSelected(state, selected);
    const hasMany = trails === "all" || state.layers.accuracy === "all";
    if (!hasMany && this.#isEmpty) return;
    if (hasMany && now - this.#drawnAt < pace) return;
    this.#drawnAt = now;
    this.#isEmpty = !hasMany;
    this.#drawMany(state, selected, inView.length > drawnMax ? [] : inView);
  }

  /**
   * @param {State} state
   * @param {number | null} selected
   * @param {Mover[]} movers
   */
  #drawMany(state, selected, movers) {
    const ways = state.layers.trails !== "all" ? []
      : movers.filter(({ id }) => id !== selected).map(({ id }) => this.#trails.points(id));
    this.#map.getSource("trails")?.setData(
      collection(ways.filter((points) => points.length > 1).map(wayFeature)));
    this.#drawCircles(state, movers.map(({ position }) => position));
  }

  /**
   * @param {State} state
   * @param {import("../types").Position[]} positions
   */
  #drawCircles(state, positions) {
    const shown = state.layers.accuracy === "none" ? []
      : positions.filter((position) => isPlaced(position) && position.accuracy > 0);
    this.#map.getSource("accuracy")?.setData(collection(shown.map(accuracyFeature)));
  }

  /**
   * Draws only if something is another thing than before.
   * @param {State} state
   * @param {number | null} selected
   */
  #drawSelected(state, selected) {
    const position = selected === null ? undefined : state.positions.get(selected);
    const { trails, accuracy } = state.layers;
    const parts = [selected, position, trails, accuracy, state.trail];
    if (parts.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = parts;
    this.#extend(selected, position);
    const past = state.trail?.deviceId === selected ? state.trail.points : [];
    const points = trails === "none" ? [] : [...past, ...this.#live.points];
    this.#map.getSource("trail")?.setData(
      collection(points.length < 2 ? [] : [wayFeature(points)]));
    if (accuracy !== "all") this.#drawCircles(state, position ? [position] : []);
  }

  /**
   * @param {number | null} id
   * @param {import("../types").Position | undefined} position
   */
  #extend(id, position) {
    if (this.#live.id !== id) this.#live = { id, points: [] };
    if (!isPlaced(position)) return;
    const { points } = this.#live;
    const last = points.at(-1);
    if (last && last[0] === position.longitude && last[1] === position.latitude) return;
    points.push([position.longitude, position.latitude]);
    if (points.length > trailMax) points.shift();
  }
}

/** @param {Palette} palette */
function layers({ accent, online }) {
  const round = { "line-cap": "round", "line-join": "round" };
  return [
    {
      id: "accuracy", type: "fill", source: "accuracy",
      paint: { "fill-color": accent, "fill-outline-color": accent, "fill-opacity": 0.15 },
    },
    {
      id: "trails", type: "line", source: "trails", layout: round,
      paint: { "line-color": online, "line-width": 2.5, "line-opacity": 0.55 },
    },
    {
      id: "trail", type: "line", source: "trail", layout: round,
      paint: { "line-color": accent, "line-width": 3.5, "line-opacity": 0.75 },
    },
  ];
}
