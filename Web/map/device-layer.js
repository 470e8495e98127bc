import { isPlaced } from "../model/fleet.js";
import { accuracyFeature, deviceFeature, places } from "./features.js";
import { collection } from "./graticule.js";
import { Motion } from "./motion.js";
import { calmMotion } from "./palette.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("./palette.js").Palette} Palette */

const glideDuration = 700;
/** Points of the way since the device was selected. */
const trailMax = 600;
/** More names than this in one view nobody reads. */
const namesMax = 500;
/** From so many devices on, they are drawn once in so many milliseconds. */
const largeFleet = 1_000;
const largePace = 2_000;

/** The devices with their names; the trail and the accuracy of the selected one. */
export class DeviceLayer {
  #map;
  #motion = new Motion(calmMotion.matches ? 0 : glideDuration);
  /** @type {State | null} */
  #state = null;
  #isGliding = false;
  #drawnAt = 0;
  #timer = 0;
  /** @type {{id: number | null, points: import("./motion.js").Place[]}} */
  #trail = { id: null, points: [] };

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {Palette} palette
   * @param {(id: number) => void} select
   */
  constructor(map, palette, select) {
    this.#map = map;
    for (const id of ["accuracy", "trail", "devices"]) {
      map.addSource(id, { type: "geojson", data: collection([]) });
    }
    for (const layer of layers(palette)) map.addLayer(layer);
    // Other devices may be in view now, with their names.
    map.on("moveend", () => {
      if (this.#state && this.#state.devices.size > namesMax && !this.#isGliding) this.#draw();
    });
    for (const layer of ["devices", "names"]) {
      map.on("click", layer, (event) => {
        const id = event.features?.[0]?.properties.id;
        if (typeof id === "number") select(id);
      });
      map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
      map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
    }
  }

  /**
   * Large fleets are drawn at a slower pace, so that the map stays easy to move.
   * @param {State} state
   */
  update(state) {
    this.#state = state;
    if (this.#timer !== 0) return;
    const isUrgent = selectedId(state) !== this.#trail.id;
    const rest = state.devices.size > largeFleet && !isUrgent
      ? this.#drawnAt + largePace - performance.now() : 0;
    if (rest <= 0) this.#renew(state);
    else this.#timer = window.setTimeout(() => this.#state && this.#renew(this.#state), rest);
  }

  /** @param {State} state */
  #renew(state) {
    this.#timer = 0;
    this.#drawnAt = performance.now();
    this.#motion.aim(places(state.devices, state.positions), performance.now());
    this.#extendTrail(state);
    if (!this.#isGliding) this.#draw();
  }

  /**
   * Histories have the map to themselves.
   * @param {boolean} isShown
   */
  show(isShown) {
    for (const layer of ["accuracy", "trail", "names", "devices"]) {
      this.#map.setLayoutProperty(layer, "visibility", isShown ? "visible" : "none");
    }
  }

  /** @param {Palette} palette */
  paint(palette) {
    this.#map.setPaintProperty("accuracy", "fill-color", palette.accent);
    this.#map.setPaintProperty("trail", "line-color", palette.accent);
  }

  #draw() {
    const state = this.#state;
    if (!state) return;
    const now = performance.now();
    const selected = selectedId(state);
    const named = this.#named(state, now);
    const features = [];
    for (const device of state.devices.values()) {
      const position = state.positions.get(device.id);
      const place = this.#motion.place(device.id, now);
      if (!position || !place) continue;
      const isSelected = device.id === selected;
      const hasName = isSelected || named.has(device.id);
      features.push(deviceFeature(device, position, place, { isSelected, hasName }));
    }
    this.#map.getSource("devices")?.setData(collection(features));
    this.#drawSelected(state, selected);
    this.#isGliding = this.#motion.isGliding(now);
    if (this.#isGliding) requestAnimationFrame(() => this.#draw());
  }

  /**
   * The devices whose names are drawn: those in view, unless these are too many to be read.
   * @param {State} state
   * @param {number} now
   * @returns {{has: (id: number) => boolean}}
   */
  #named(state, now) {
    if (state.devices.size <= namesMax) return state.devices;
    const bounds = this.#map.getBounds();
    const result = new Set();
    for (const id of state.devices.keys()) {
      const place = this.#motion.place(id, now);
      if (!place || place[0] < bounds.getWest() || place[0] > bounds.getEast()
        || place[1] < bounds.getSouth() || place[1] > bounds.getNorth()) continue;
      result.add(id);
      if (result.size > namesMax) return new Set();
    }
    return result;
  }

  /**
   * @param {State} state
   * @param {number | null} selected
   */
  #drawSelected(state, selected) {
    const position = selected === null ? undefined : state.positions.get(selected);
    const hasCircle = isPlaced(position) && position.accuracy > 0;
    this.#map.getSource("accuracy")?.setData(
      collection(hasCircle ? [accuracyFeature(position)] : []));
    const coordinates = this.#trail.points;
    this.#map.getSource("trail")?.setData(collection(coordinates.length < 2 ? [] : [
      { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } },
    ]));
  }

  /** @param {State} state */
  #extendTrail(state) {
    const id = selectedId(state);
    if (this.#trail.id !== id) this.#trail = { id, points: [] };
    const position = id === null ? undefined : state.positions.get(id);
    if (!isPlaced(position)) return;
    const last = this.#trail.points.at(-1);
    if (last && last[0] === position.longitude && last[1] === position.latitude) return;
    this.#trail.points.push([position.longitude, position.latitude]);
    if (this.#trail.points.length > trailMax) this.#trail.points.shift();
  }
}

/** @param {State} state */
function selectedId(state) {
  return state.route.view === "map" ? state.route.deviceId : null;
}

/** @param {Palette} palette */
function layers(palette) {
  return [
    {
      id: "accuracy", type: "fill", source: "accuracy",
      paint: { "fill-color": palette.accent, "fill-opacity": 0.15 },
    },
    {
      id: "trail", type: "line", source: "trail",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.accent, "line-width": 3, "line-opacity": 0.7 },
    },
    {
      id: "names", type: "symbol", source: "devices",
      layout: {
        "icon-image": ["coalesce", ["get", "label"], ""], "icon-anchor": "top", "icon-padding": 1,
        // Below the marker, which is larger when it is selected.
        "icon-offset": [
          "case", ["==", ["get", "order"], 2], ["literal", [0, 22]], ["literal", [0, 15]],
        ],
        "symbol-sort-key": ["-", 0, ["get", "order"]],
      },
    },
    {
      id: "devices", type: "symbol", source: "devices",
      layout: {
        "icon-image": ["get", "icon"], "icon-rotate": ["get", "course"],
        "icon-rotation-alignment": "map", "icon-allow-overlap": true,
        // A marker would push its own name away.
        "icon-ignore-placement": true,
        "symbol-sort-key": ["get", "order"],
      },
    },
  ];
}
