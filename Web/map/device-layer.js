import { coversOf } from "./covers.js";
import { FleetCanvas } from "./fleet-canvas.js";
import { FleetScene } from "./fleet-scene.js";
import { MarkerKeys } from "./marker-keys.js";
import { mercatorX, mercatorY, shortWay, worldPixels } from "./mercator.js";
import { Movers } from "./movers.js";
import { calmMotion } from "./palette.js";
import { Sheet } from "./sheet.js";
import { spotsOf, surrounding } from "./spots.js";
import { spriteImage } from "./sprites.js";
import { Surroundings } from "./surroundings.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("./palette.js").Palette} Palette */

const glideDuration = 900;
/** From so many devices on, the scene is laid out at a slower pace; gliding is not slowed. */
const largeFleet = 1_000;
const largePace = 250;
/** The scene reaches so far beyond the view on each side, as a share of it. */
const margin = 0.4;
/** How near a marker somebody has to point. */
const reach = 18;
const groupReach = 24;
const groupPadding = 90;
/** So near the members of a group stand apart, if they are apart at all. */
const groupZoomMax = 19;

/** The devices on the map: their markers, groups, names, ways and circles. */
export class DeviceLayer {
  #map;
  #palette;
  #select;
  #movers = new Movers(calmMotion.matches ? 0 : glideDuration);
  #sheet = new Sheet((id) => spriteImage(id, this.#palette));
  #fleet = new FleetScene(this.#sheet, this.#movers);
  #canvas;
  #surroundings;
  #keys;
  /** @type {State | null} */
  #state = null;
  /** @type {import("./fleet-scene.js").Region | null} what the scene was laid out for */
  #region = null;
  #isShown = true;
  #madeAt = -Infinity;
  #timer = 0;
  #frame = 0;
  /** @type {number | null} */
  #hovered = null;

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {Palette} palette
   * @param {import("../texts/index.js").Texts} texts
   * @param {(id: number) => void} select
   */
  constructor(map, palette, texts, select) {
    this.#map = map;
    this.#palette = palette;
    this.#select = select;
    this.#keys = new MarkerKeys(map, texts, {
      read: () => this.#spots(texts), open: (spot) => this.#openSpot(spot),
    });
    this.#surroundings = new Surroundings(map, palette);
    this.#canvas = new FleetCanvas(map, this.#sheet, () => this.#make());
    this.#listen();
  }

  /** @param {State} state */
  update(state) {
    const isUrgent = !this.#state || isAsked(this.#state, state);
    this.#state = state;
    const rest = state.devices.size > largeFleet && !isUrgent
      ? this.#madeAt + largePace - performance.now() : 0;
    if (rest <= 0) this.#make();
    else if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#make(), rest);
  }

  /**
   * Histories have the map to themselves.
   * @param {boolean} isShown
   */
  show(isShown) {
    this.#isShown = isShown;
    this.#canvas.show(isShown);
    this.#surroundings.show(isShown);
    this.#keys.show(isShown);
    if (isShown) this.#make();
  }

  /** @param {Palette} palette */
  paint(palette) {
    this.#palette = palette;
    this.#surroundings.paint(palette);
    this.#sheet.clear();
    this.#make();
  }

  /** Lays the scene out anew and draws it. */
  #make() {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    const state = this.#state;
    if (!state) return;
    const now = performance.now();
    this.#madeAt = now;
    this.#movers.update(state.devices, state.positions, now);
    if (!this.#isShown) return;
    const view = { region: this.#viewed(margin), zoom: this.#map.getZoom() };
    const selected = selectedId(state);
    const marks = { selected, hovered: this.#hovered };
    this.#region = view.region;
    this.#fleet.make(state, marks, view, now);
    if (this.#fleet.isFull) {
      this.#sheet.clear();
      this.#fleet.make(state, marks, view, now);
    }
    this.#canvas.take(this.#fleet.scene);
    this.#surroundings.update(
      state, selected, this.#fleet.singles.map(({ mover }) => mover), this.#movers.values(), now);
    this.#draw();
    if (this.#fleet.isUnfinished) this.#timer = window.setTimeout(() => this.#make(), 0);
  }

  #draw() {
    if (!this.#isShown) return;
    const now = performance.now();
    this.#canvas.draw(now, this.#movers.duration);
    this.#keys.refresh();
    if (this.#frame !== 0 || now >= this.#fleet.scene.glidesUntil) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      // A map that moves draws by itself, and the markers with it.
      if (!this.#map.isMoving()) this.#draw();
    });
  }

  #listen() {
    const map = this.#map;
    map.on("render", () => this.#draw());
    map.on("move", () => {
      if (this.#isOutgrown()) this.#make();
    });
    map.on("moveend", () => this.#make());
    map.on("resize", () => this.#make());
    map.on("click", ({ point }) => point && this.#click(point));
    map.on("mousemove", ({ point }) => point && this.#hover(point));
    map.on("mouseout", () => this.#hover(null));
  }

  /** Whether the view shows what the scene was not laid out for. */
  #isOutgrown() {
    const laid = this.#region;
    const seen = this.#viewed(0);
    return !laid || seen.west < laid.west || seen.east > laid.east || seen.north < laid.north
      || seen.south > laid.south
      || Math.floor(this.#map.getZoom()) !== Math.floor(this.#fleet.scene.zoom);
  }

  /**
   * The part of the flat world in view, with something around it.
   * @param {number} around as a share of the view
   */
  #viewed(around) {
    const bounds = this.#map.getBounds();
    const west = mercatorX(bounds.getWest());
    const east = mercatorX(bounds.getEast());
    const north = mercatorY(bounds.getNorth());
    const south = mercatorY(bounds.getSouth());
    const across = (east - west) * around;
    const down = (south - north) * around;
    return {
      west: west - across, east: east + across, north: north - down, south: south + down,
    };
  }

  /** @param {{x: number, y: number}} point */
  #click(point) {
    if (!this.#isShown) return;
    const near = this.#near(point);
    if (near.length > 0) {
      // Where several lie over each other, each click takes the next.
      const at = near.findIndex(({ id }) => this.#state && id === selectedId(this.#state));
      this.#select(near[(at + 1) % near.length].id);
      return;
    }
    const group = this.#groupAt(point);
    if (group) this.#open(group.items);
  }

  /** @param {{x: number, y: number} | null} point */
  #hover(point) {
    if (!this.#isShown) return;
    const id = point && (this.#near(point)[0]?.id ?? null);
    const isActive = id !== null || Boolean(point && this.#groupAt(point));
    this.#map.getCanvas().style.cursor = isActive ? "pointer" : "";
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#make();
  }

  /**
   * The devices that somebody points at, the nearest first, and the upper of two that are as near.
   * @param {{x: number, y: number}} point
   */
  #near(point) {
    const now = performance.now();
    const distance = this.#distanceTo(point);
    /** @type {{id: number, index: number, away: number}[]} */
    const near = [];
    this.#fleet.singles.forEach(({ mover }, index) => {
      const away = distance(this.#movers.at(mover, now));
      if (away <= reach) near.push({ id: mover.id, index, away });
    });
    return near.sort((one, other) => Math.round(one.away / 4) - Math.round(other.away / 4)
      || other.index - one.index);
  }

  /** @param {{x: number, y: number}} point */
  #groupAt(point) {
    const distance = this.#distanceTo(point);
    return this.#fleet.clusters.find((group) => distance(group) <= groupReach);
  }

  /**
   * @param {{x: number, y: number}} point
   * @returns {(place: {x: number, y: number}) => number} in pixels
   */
  #distanceTo(point) {
    const screen = this.#screen(point.x);
    return (place) => {
      const { x, y } = screen(place);
      return Math.hypot(x - point.x, y - point.y);
    };
  }

  /**
   * Where places of the flat world are on the screen, in the copy of the world that is nearest.
   * @param {number} nearX in pixels
   * @returns {(place: {x: number, y: number}) => {x: number, y: number}} in pixels
   */
  #screen(nearX) {
    const { scene } = this.#fleet;
    const middle = this.#map.project([scene.longitude, scene.latitude]);
    const pixels = worldPixels(this.#map.getZoom());
    const x = mercatorX(scene.longitude);
    const y = mercatorY(scene.latitude);
    return (place) => ({
      x: nearX + shortWay(place.x - x + (middle.x - nearX) / pixels) * pixels,
      y: middle.y + (place.y - y) * pixels,
    });
  }

  /** @param {import("../texts/index.js").Texts} texts */
  #spots(texts) {
    if (!this.#state) return [];
    const canvas = this.#map.getCanvas();
    const { right, bottom } = coversOf(canvas);
    const view = { width: canvas.clientWidth - right, height: canvas.clientHeight - bottom };
    const screen = this.#screen(view.width / 2);
    const now = performance.now();
    return spotsOf(this.#fleet, this.#state, texts, (place, id) => {
      const mover = id === null ? undefined : this.#movers.get(id);
      return screen(mover ? this.#movers.at(mover, now) : place);
    }, view);
  }

  /** @param {import("./spots.js").Spot} spot */
  #openSpot({ key, ids }) {
    const group = this.#fleet.clusters.find((each) => each.key === key);
    if (group) this.#open(group.items);
    else this.#select(ids[0]);
  }

  /**
   * Goes so near that a group comes apart.
   * @param {{x: number, y: number}[]} items
   */
  #open(items) {
    const { right, bottom } = coversOf(this.#map.getCanvas());
    this.#map.fitBounds(surrounding(items), {
      padding: {
        top: groupPadding, bottom: groupPadding + bottom, left: groupPadding,
        right: groupPadding + right,
      },
      maxZoom: groupZoomMax, duration: calmMotion.matches ? 0 : glideDuration,
    });
  }
}

/**
 * Whether the person asked for what is new, who should not wait then.
 * @param {State} before
 * @param {State} after
 */
function isAsked(before, after) {
  return before.route !== after.route || before.layers !== after.layers
    || before.pin !== after.pin || before.filter !== after.filter || before.trail !== after.trail;
}

/** @param {State} state */
function selectedId(state) {
  return state.route.view === "map" ? state.route.deviceId : null;
}
