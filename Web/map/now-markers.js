import { sceneAt } from "../model/replay.js";
import { element, icon, replace, setAttribute, setText } from "../views/dom.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("../history").Track} Track */

/**
 * Where devices were at a moment. They are elements above the map, because what is drawn in the
 * map would have it drawn anew, with all its lines, sixty times a second.
 */
export class NowMarkers {
  #map;
  #root = element("div", { class: "now-markers", "aria-hidden": "true" });
  /** @type {Map<number, ReturnType<typeof marker>>} */
  #markers = new Map();

  /** @param {import("../maplibre").MapLibreMap} map */
  constructor(map) {
    this.#map = map;
    map.getCanvas().parentElement?.append(this.#root);
    map.on("move", () => this.#place());
    map.on("resize", () => this.#place());
  }

  /**
   * @param {Track[]} tracks
   * @param {number | null} at
   * @param {State} state
   * @returns {[number, number] | null} where the first of them was
   */
  update(tracks, at, { devices, history }) {
    /** @type {Map<number, ReturnType<typeof marker>>} */
    const kept = new Map();
    for (const track of tracks) {
      const scene = at === null ? null : sceneAt(track, at);
      if (!scene) continue;
      const known = this.#markers.get(track.deviceId) ?? marker();
      const device = devices.get(track.deviceId);
      const series = history?.devices.findIndex((each) => each.deviceId === track.deviceId) ?? 0;
      known.show(scene, track.positions[scene.index].course, series + 1,
        device?.name || device?.uniqueId || String(track.deviceId));
      kept.set(track.deviceId, known);
    }
    this.#markers = kept;
    const roots = [...kept.values()].map(({ root }) => root);
    if (roots.length !== this.#root.childElementCount
      || roots.some((root, index) => root !== this.#root.children[index])) {
      replace(this.#root, ...roots);
    }
    this.#place();
    return kept.values().next().value?.lngLat() ?? null;
  }

  #place() {
    for (const { root, lngLat } of this.#markers.values()) {
      const { x, y } = this.#map.project(lngLat());
      root.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  }
}

function marker() {
  const shape = element("span", { class: "now-shape" });
  const label = element("span", { class: "now-name", dir: "auto" });
  const root = element("div", { class: "now-marker" }, shape, label);
  /** @type {[number, number]} */
  let place = [0, 0];
  let shown = "";
  return {
    root, lngLat: () => place,
    /**
     * @param {import("../model/replay.js").Scene} scene
     * @param {number} course
     * @param {number} series
     * @param {string} name
     */
    show(scene, course, series, name) {
      place = [scene.longitude, scene.latitude];
      const picture = scene.kind === "moving" ? "heading"
        : scene.kind === "stop" ? "pause" : "status-unknown";
      if (picture !== shown) replace(shape, icon(picture));
      shown = picture;
      setAttribute(root, "data-series", series);
      setText(label, name);
      shape.style.rotate = scene.kind === "moving" ? `${course.toFixed(0)}deg` : "";
    },
  };
}
