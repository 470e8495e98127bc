import { clustered, countText } from "./clusters.js";
import { clusterSize, shareSteps } from "./badge-images.js";
import { withoutOverlap } from "./labels.js";
import { lookOf } from "./look.js";
import { mercatorX, mercatorY, shortWay, worldPixels } from "./mercator.js";
import { Scene } from "./scene.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("../types").Device} Device */
/** @typedef {import("./movers.js").Mover} Mover */
/** @typedef {import("./clusters.js").Cluster<Mover>} Group */
/** @typedef {ReturnType<typeof lookOf>} Look */
/** @typedef {{mover: Mover, device: Device, look: Look}} Drawn */
/**
 * A part of the flat world.
 * @typedef {{west: number, east: number, north: number, south: number}} Region
 */

/** More names than this in one view nobody reads. */
const namesMax = 250;
/** With more devices than this drawn one by one, names would only hide them. */
const namedMax = 500;
/** Of more devices than this, drawn one by one, each is a dot: markers would cover each other. */
const markersMax = 1_500;
/** New names in one frame; the others follow in the next. */
const newNamesMax = 60;
/** What names keep clear of around the middle of a marker, and of a group. */
const markerReach = 7;
const groupReach = 17;
/** How far below the middle of a marker its name begins, and how much further for the selected. */
const nameOffset = { plain: 15, badge: 20, selected: 7 };
const nameHeight = 18;
/** How far the mark of an alarm stands from the middle. */
const shoulder = 9;
const groupShoulder = 12;
/** A name that was there stays rather than another one comes. */
const staysBonus = 5;
/** Above the ranks of all looks. */
const rankSelected = 9;

/** Lays out what is drawn of the fleet: markers, groups and names, in this order. */
export class FleetScene {
  scene = new Scene();
  /** @type {Group[]} */
  clusters = [];
  /**
   * What is drawn one by one, the uppermost last.
   * @type {Drawn[]}
   */
  singles = [];
  /** Whether names are missing that were too many for one frame. */
  isUnfinished = false;
  /** Whether the sheet was too full for all pictures. */
  isFull = false;
  #sheet;
  #movers;
  /** @type {Map<string, {x: number, y: number}>} where groups were drawn */
  #before = new Map();
  /** @type {Set<number>} */
  #named = new Set();

  /**
   * @param {import("./sheet.js").Sheet} sheet
   * @param {import("./movers.js").Movers} movers
   */
  constructor(sheet, movers) {
    this.#sheet = sheet;
    this.#movers = movers;
  }

  /**
   * @param {State} state
   * @param {{selected: number | null, hovered: number | null}} marks
   * @param {{region: Region, zoom: number}} view
   * @param {number} now on the page's clock
   */
  make(state, marks, { region, zoom }, now) {
    const middle = { x: (region.west + region.east) / 2, y: (region.north + region.south) / 2 };
    this.isUnfinished = this.isFull = false;
    this.scene.begin(middle, zoom, now);
    const { inside, selected } = this.#inside(state, marks.selected, region, middle.x);
    const { singles, clusters } = state.layers.clusters ? clustered(inside, Math.floor(zoom))
      : { singles: inside, clusters: [] };
    this.clusters = clusters;
    this.singles = ranked([...singles, ...selected], state, marks.selected);
    this.#addClusters(state, now);
    const isDense = this.singles.length > markersMax;
    for (const drawn of this.singles) {
      const isSelected = drawn.mover.id === marks.selected;
      if (isDense && !isSelected) this.#addDot(drawn);
      else this.#addMarker(drawn, isSelected);
    }
    this.#addNames(state, marks, zoom);
    this.#addPin(state);
  }

  /**
   * The devices in a region, and the selected one, which never disappears in a group.
   * @param {State} state
   * @param {number | null} selectedId
   * @param {Region} region
   * @param {number} middle
   */
  #inside({ filter, devices }, selectedId, region, middle) {
    const inside = [];
    const selected = [];
    const reach = (region.east - region.west) / 2;
    const isFiltered = filter !== "all";
    for (const mover of this.#movers.values()) {
      if (mover.y < region.north || mover.y > region.south) continue;
      if (Math.abs(shortWay(mover.x - middle)) > reach) continue;
      if (mover.id === selectedId) selected.push(mover);
      else if (!isFiltered || devices.get(mover.id)?.status === filter) inside.push(mover);
    }
    return { inside, selected };
  }

  /**
   * @param {State} state
   * @param {number} now
   */
  #addClusters({ devices }, now) {
    const { duration } = this.#movers;
    const places = new Map();
    for (const { key, x, y, items } of this.clusters) {
      const before = this.#before.get(key) ?? { x, y };
      places.set(key, { x, y });
      let there = 0;
      let hasAlarm = false;
      for (const { id, position } of items) {
        if (devices.get(id)?.status === "online") there += 1;
        hasAlarm ||= Boolean(position.attributes.alarm);
      }
      const step = there === 0 ? 0
        : Math.max(1, Math.floor(there / items.length * shareSteps));
      const way = { x, y, fromX: before.x, fromY: before.y, start: now };
      const disc = this.#sprite(`cluster:${clusterSize(items.length)}:${step}`);
      const count = this.#sprite(`count:${countText(items.length)}`);
      if (disc) this.scene.add(disc, way, duration, {});
      if (count) this.scene.add(count, way, duration, { whole: true });
      const alarm = hasAlarm && this.#sprite("alarm");
      if (alarm) this.scene.add(alarm, way, duration, { dx: groupShoulder, dy: -groupShoulder });
    }
    this.#before = places;
  }

  /** @param {Drawn} drawn */
  #addDot({ mover, look }) {
    const dot = this.#sprite(`dot:${look.hasAlarm ? "alarm" : look.shape}`);
    if (dot) this.scene.add(dot, mover, this.#movers.duration, { opacity: look.opacity });
  }

  /**
   * @param {Drawn} drawn
   * @param {boolean} isSelected
   */
  #addMarker({ mover, look }, isSelected) {
    const { duration } = this.#movers;
    const { shape, category, course: turn } = look;
    const opacity = isSelected ? 1 : look.opacity;
    const end = isSelected ? ":selected" : "";
    const body = this.#sprite(`${category ? "badge" : "marker"}:${shape}${end}`);
    if (body) this.scene.add(body, mover, duration, { turn, opacity });
    const glyph = category && this.#sprite(`glyph:${category}:${shape}`);
    if (glyph) this.scene.add(glyph, mover, duration, { opacity });
    const alarm = look.hasAlarm && this.#sprite("alarm");
    if (alarm) this.scene.add(alarm, mover, duration, { dx: shoulder, dy: -shoulder });
  }

  /**
   * @param {State} state
   * @param {{selected: number | null, hovered: number | null}} marks
   * @param {number} zoom
   */
  #addNames(state, marks, zoom) {
    const isFew = state.layers.names && this.singles.length <= namedMax;
    const wanted = this.singles.filter(({ mover: { id } }) =>
      isFew || id === marks.selected || id === marks.hovered);
    const pixels = worldPixels(zoom);
    let isNew = 0;
    /** @type {Map<number, {drawn: Drawn, sprite: import("./sheet.js").Sprite, below: number}>} */
    const pictures = new Map();
    const labels = [];
    for (const drawn of wanted) {
      const { mover, look, device } = drawn;
      const isSelected = mover.id === marks.selected;
      const id = `${isSelected ? "chosen" : "name"}:${device.name || device.uniqueId}`;
      if (!this.#sheet.has(id)) isNew += 1;
      if (isNew > newNamesMax && !this.#sheet.has(id)) {
        this.isUnfinished = true;
        continue;
      }
      const sprite = this.#sprite(id);
      if (!sprite) continue;
      const below = (look.category ? nameOffset.badge : nameOffset.plain)
        + (isSelected ? nameOffset.selected : 0);
      pictures.set(mover.id, { drawn, sprite, below });
      labels.push({
        id: mover.id, x: mover.x * pixels - sprite.width / 2, y: mover.y * pixels + below,
        width: sprite.width, height: nameHeight,
        rank: look.rank + (this.#named.has(mover.id) ? staysBonus : 0),
        isAsked: isSelected || mover.id === marks.hovered,
      });
    }
    const chosen = withoutOverlap(labels, isFew ? this.#boxes(pixels) : [], namesMax);
    this.#named = new Set(chosen.map(({ id }) => id));
    // The selected one's name lies above all others.
    for (const { id } of chosen.reverse()) {
      const picture = pictures.get(id);
      if (!picture) continue;
      const { drawn, sprite, below } = picture;
      this.scene.add(sprite, drawn.mover, this.#movers.duration,
        { dy: below + nameHeight / 2, whole: true });
    }
  }

  /**
   * Where markers and groups are.
   * @param {number} pixels of the whole world
   */
  #boxes(pixels) {
    /** @param {{x: number, y: number}} place @param {number} reach */
    const box = ({ x, y }, reach) => ({
      x: x * pixels - reach, y: y * pixels - reach, width: 2 * reach, height: 2 * reach,
    });
    return [
      ...this.singles.map(({ mover }) => box(mover, markerReach)),
      ...this.clusters.map((group) => box(group, groupReach)),
    ];
  }

  /** @param {State} state */
  #addPin({ pin }) {
    const sprite = pin && this.#sprite("pin");
    if (!sprite) return;
    const x = mercatorX(pin.longitude);
    const y = mercatorY(pin.latitude);
    this.scene.add(sprite, { x, y, fromX: x, fromY: y, start: -Infinity }, 0, {});
  }

  /** @param {string} id */
  #sprite(id) {
    const sprite = this.#sheet.get(id);
    if (!sprite) this.isFull = true;
    return sprite;
  }
}

/**
 * What matters more is drawn later, so that it lies above; the selected one last.
 * @param {Mover[]} movers
 * @param {State} state
 * @param {number | null} selected
 * @returns {Drawn[]}
 */
function ranked(movers, { devices, now }, selected) {
  /** @type {Drawn[][]} */
  const ranks = [];
  for (const mover of movers) {
    const device = devices.get(mover.id);
    if (!device) continue;
    const look = lookOf(device, mover.position, now - mover.fixedAt);
    const rank = mover.id === selected ? rankSelected : look.rank;
    (ranks[rank] ??= []).push({ mover, device, look });
  }
  return ranks.flat();
}
