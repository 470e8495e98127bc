import { isPlaced } from "../model/fleet.js";
import { coversOf } from "./covers.js";
import { boundsOf } from "./features.js";
import { calmMotion } from "./palette.js";

/** @typedef {import("../maplibre").MapLibreMap} MapLibreMap */
/** @typedef {import("../types").State} State */

const edge = 56;
const fitZoomMax = 15;
const selectZoomMin = 12;
const selectZoom = 14;
const duration = 600;
/** So near a place is shown that somebody looked for. */
const pinZoom = 15;
/** As long as a marker glides, so that the one that is followed stands still. */
const followDuration = 900;

/** Where the map looks: at all devices first, then at what the person chose. */
export class Camera {
  #map;
  #container;
  #hasFitted = false;
  /** @type {number | null} */
  #shownId = null;
  /** @type {import("../map").Pin | null} */
  #shownPin = null;
  /** @type {import("../types").Position | null} */
  #followed = null;
  #frame = 0;

  /**
   * @param {MapLibreMap} map
   * @param {HTMLElement} container
   */
  constructor(map, container) {
    this.#map = map;
    this.#container = container;
  }

  /** @param {State} state */
  update(state) {
    if (state.route.view === "history") {
      this.#shownId = null;
      return;
    }
    // On a page without the map there is nothing to look at; it is caught up on when it is back.
    if (this.#container.clientWidth === 0) return;
    const id = state.route.view === "map" ? state.route.deviceId : null;
    const position = id === null ? undefined : state.positions.get(id);
    if (!this.#hasFitted && boundsOf(state.devices, state.positions)) {
      this.#hasFitted = true;
      if (id === null) this.fit(state, 0);
    }
    this.#showPin(state.pin);
    if (isPlaced(position)) {
      if (id !== this.#shownId) this.#show(position);
      else if (state.follow) this.#follow(position);
      this.#shownId = id;
    } else if (id === null) {
      this.#shownId = null;
    }
  }

  /**
   * @param {State} state
   * @param {number} [time]
   */
  fit(state, time = duration) {
    const bounds = boundsOf(state.devices, state.positions);
    if (!bounds) return;
    this.#move(() => {
      const { right, bottom } = coversOf(this.#container);
      this.#map.fitBounds(bounds, {
        padding: { top: edge, left: edge, right: edge + right, bottom: edge + bottom },
        maxZoom: fitZoomMax, duration: calm(time),
      });
    });
  }

  /** @param {import("../map").Pin | null} pin */
  #showPin(pin) {
    if (pin === this.#shownPin) return;
    this.#shownPin = pin;
    if (pin) this.#center(pin, Math.max(this.#map.getZoom(), pinZoom));
  }

  /** @param {import("../types").Position} position */
  #follow(position) {
    if (position === this.#followed) return;
    this.#followed = position;
    this.#map.easeTo({
      center: [position.longitude, position.latitude], offset: this.#offset(),
      duration: calm(followDuration), easing: (share) => share,
    });
  }

  /** @param {import("../types").Position} position */
  #show(position) {
    const zoom = this.#map.getZoom();
    this.#center(position, zoom < selectZoomMin ? selectZoom : zoom);
  }

  /**
   * @param {{longitude: number, latitude: number}} position
   * @param {number} zoom
   */
  #center(position, zoom) {
    this.#move(() => this.#map.easeTo({
      center: [position.longitude, position.latitude], zoom, offset: this.#offset(),
      duration: calm(duration),
    }));
  }

  /**
   * Moves the map once the panels of this state are there, and the last move counts.
   * @param {() => void} move
   */
  #move(move) {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      // A map that was hidden, or beside something else, has another size than the library knows.
      this.#map.resize();
      move();
    });
  }

  /**
   * From the middle of the map to the middle of what can be seen of it. The library would keep a
   * padding, and whatever is shown next would stand aside for a panel that is gone.
   * @returns {[number, number]}
   */
  #offset() {
    const { right, bottom } = coversOf(this.#container);
    return [-right / 2, -bottom / 2];
  }
}

/** @param {number} time */
function calm(time) {
  return calmMotion.matches ? 0 : time;
}
