/** @typedef {[longitude: number, latitude: number]} Place */

/** A longer way in one step is a jump, not a movement: it is not drawn as one. */
const degreesMax = 0.05;
/** More devices than this move without gliding. */
const glidingMax = 200;

/** Glides markers from where they are shown to where they are. */
export class Motion {
  /** @type {Map<number, {from: Place, to: Place, start: number}>} */
  #moves = new Map();
  #duration;

  /** @param {number} duration milliseconds; 0 for no gliding */
  constructor(duration) {
    this.#duration = duration;
  }

  /**
   * @param {ReadonlyMap<number, Place>} places by device
   * @param {number} now
   */
  aim(places, now) {
    const isMany = places.size > glidingMax;
    /** @type {Map<number, {from: Place, to: Place, start: number}>} */
    const moves = new Map();
    for (const [id, to] of places) {
      const known = this.#moves.get(id);
      if (known && known.to[0] === to[0] && known.to[1] === to[1]) {
        moves.set(id, known);
        continue;
      }
      const from = known && !isMany && isNear(known.to, to) ? this.#at(known, now) : to;
      moves.set(id, { from, to, start: now });
    }
    this.#moves = moves;
  }

  /**
   * @param {number} id
   * @param {number} now
   * @returns {Place | undefined}
   */
  place(id, now) {
    const move = this.#moves.get(id);
    return move && this.#at(move, now);
  }

  /** @param {number} now */
  isGliding(now) {
    for (const { from, to, start } of this.#moves.values()) {
      if (from !== to && now - start < this.#duration) return true;
    }
    return false;
  }

  /**
   * @param {{from: Place, to: Place, start: number}} move
   * @param {number} now
   * @returns {Place}
   */
  #at({ from, to, start }, now) {
    const share = this.#duration === 0 ? 1 : Math.min((now - start) / this.#duration, 1);
    if (share === 1) return to;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  }
}

/**
 * @param {Place} left
 * @param {Place} right
 */
function isNear(left, right) {
  return Math.abs(left[0] - right[0]) < degreesMax && Math.abs(left[1] - right[1]) < degreesMax;
}
