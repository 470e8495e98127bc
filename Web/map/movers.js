import { isPlaced } from "../model/fleet.js";
import { mercatorX, mercatorY, shortWay } from "./mercator.js";

/** @typedef {import("../types").Position} Position */

/**
 * Where a device is, and from where it glides there.
 * @typedef {object} Mover
 * @property {number} id
 * @property {Position} position
 * @property {number} fixedAt when its place was taken, milliseconds since 1970
 * @property {number} x
 * @property {number} y
 * @property {number} fromX
 * @property {number} fromY
 * @property {number} start when the glide began, on the page's clock
 */

/** A longer way in one step, as a share of the world, is a jump: it is not drawn as a movement. */
const jump = 0.05 / 360;

/** Where all devices are that have a place; a new position lets its device glide there. */
export class Movers {
  /** @type {Map<number, Mover>} */
  #movers = new Map();
  #duration;

  /** @param {number} duration of a glide in milliseconds; 0 for none */
  constructor(duration) {
    this.#duration = duration;
  }

  get duration() {
    return this.#duration;
  }

  get size() {
    return this.#movers.size;
  }

  /** @param {number} id */
  get(id) {
    return this.#movers.get(id);
  }

  values() {
    return this.#movers.values();
  }

  /**
   * Takes over what is new; the work is that of what has changed.
   * @param {ReadonlyMap<number, unknown>} devices only these are shown
   * @param {ReadonlyMap<number, Position>} positions
   * @param {number} now
   */
  update(devices, positions, now) {
    for (const id of devices.keys()) {
      const position = positions.get(id);
      const known = this.#movers.get(id);
      if (known && known.position === position) continue;
      if (!isPlaced(position)) this.#movers.delete(id);
      else if (known) this.#move(known, position, now);
      else this.#movers.set(id, placed(id, position));
    }
    if (this.#movers.size <= devices.size) return;
    for (const id of this.#movers.keys()) if (!devices.has(id)) this.#movers.delete(id);
  }

  /**
   * Where a device is drawn at a moment.
   * @param {Mover} mover
   * @param {number} now
   */
  at({ x, y, fromX, fromY, start }, now) {
    const share = this.#duration === 0 ? 1
      : Math.min(Math.max((now - start) / this.#duration, 0), 1);
    return { x: fromX + (x - fromX) * share, y: fromY + (y - fromY) * share };
  }

  /**
   * @param {Mover} mover
   * @param {Position} position
   * @param {number} now
   */
  #move(mover, position, now) {
    const shown = this.at(mover, now);
    const x = mercatorX(position.longitude);
    const y = mercatorY(position.latitude);
    mover.position = position;
    mover.fixedAt = Date.parse(position.fixTime);
    if (x === mover.x && y === mover.y) return;
    const isJump = this.#duration === 0 || Math.abs(shortWay(x - shown.x)) > jump
      || Math.abs(y - shown.y) > jump || Math.abs(x - shown.x) > 0.5;
    [mover.fromX, mover.fromY] = isJump ? [x, y] : [shown.x, shown.y];
    [mover.x, mover.y, mover.start] = [x, y, now];
  }
}

/**
 * @param {number} id
 * @param {Position} position
 * @returns {Mover}
 */
function placed(id, position) {
  const x = mercatorX(position.longitude);
  const y = mercatorY(position.latitude);
  const fixedAt = Date.parse(position.fixTime);
  return { id, position, fixedAt, x, y, fromX: x, fromY: y, start: -Infinity };
}
