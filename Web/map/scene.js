import { floatsEach, rowLength } from "./fleet-shader.js";
import { latitudeOf, longitudeOf, shortWay, worldPixels } from "./mercator.js";

/** @typedef {import("./sheet.js").Sprite} Sprite */
/** @typedef {{x: number, y: number, fromX: number, fromY: number, start: number}} Way */

/**
 * The look of a rectangle.
 * @typedef {object} Look
 * @property {number} [turn] degrees
 * @property {number} [dx] pixels
 * @property {number} [dy]
 * @property {number} [opacity]
 * @property {boolean} [whole] whether it stands on whole pixels, as texts do
 */

/** A way shorter than this is not worth drawing sixty times a second. */
const glidePixelsMin = 0.75;
const firstRoom = 4 * rowLength;

/**
 * What is drawn above the map: rectangles around a middle, laid out for a zoom. It is filled anew
 * whenever something changes; its memory is kept.
 */
export class Scene {
  floats = new Float32Array(firstRoom * floatsEach);
  count = 0;
  zoom = 0;
  longitude = 0;
  latitude = 0;
  madeAt = 0;
  /** Until when something glides, on the page's clock. */
  glidesUntil = -Infinity;
  #x = 0;
  #y = 0;
  #pixels = 1;

  /**
   * @param {{x: number, y: number}} middle
   * @param {number} zoom
   * @param {number} now
   */
  begin({ x, y }, zoom, now) {
    this.count = 0;
    this.zoom = zoom;
    this.madeAt = now;
    this.glidesUntil = -Infinity;
    this.#pixels = worldPixels(zoom);
    [this.#x, this.#y] = [x, y];
    [this.longitude, this.latitude] = [longitudeOf(x), latitudeOf(y)];
  }

  /**
   * Adds a picture that stands, or glides from one place to another.
   * @param {Sprite} sprite
   * @param {Way} way
   * @param {number} duration of a glide
   * @param {Look} look
   */
  add(sprite, way, duration, { turn = 0, dx = 0, dy = 0, opacity = 1, whole = false }) {
    if ((this.count + 1) * floatsEach > this.floats.length) this.#grow();
    const { floats } = this;
    const toX = shortWay(way.x - this.#x) * this.#pixels;
    const toY = (way.y - this.#y) * this.#pixels;
    const fromX = toX + (way.fromX - way.x) * this.#pixels;
    const fromY = toY + (way.fromY - way.y) * this.#pixels;
    const isGliding = way.start + duration > this.madeAt
      && Math.abs(toX - fromX) + Math.abs(toY - fromY) > glidePixelsMin;
    if (isGliding) this.glidesUntil = Math.max(this.glidesUntil, way.start + duration);
    const at = this.count * floatsEach;
    floats[at] = isGliding ? fromX : toX;
    floats[at + 1] = isGliding ? fromY : toY;
    floats[at + 2] = toX;
    floats[at + 3] = toY;
    floats[at + 4] = isGliding ? way.start - this.madeAt : 0;
    floats[at + 5] = turn * Math.PI / 180;
    floats[at + 6] = dx;
    floats[at + 7] = dy;
    floats[at + 8] = sprite.width;
    floats[at + 9] = sprite.height;
    floats.set(sprite.part, at + 10);
    floats[at + 14] = opacity;
    floats[at + 15] = whole ? 1 : 0;
    this.count += 1;
  }

  /** How many rectangles there is room for: whole rows of the texture that they are put into. */
  get room() {
    return this.floats.length / floatsEach;
  }

  #grow() {
    const wider = new Float32Array(this.floats.length * 2);
    wider.set(this.floats);
    this.floats = wider;
  }
}
