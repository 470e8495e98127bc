import { latitudeOf, longitudeOf } from "./mercator.js";

/** Points of the way of each device. */
const pointsMax = 40;
/** Devices whose ways are kept; of ten thousand that is some seven megabytes. */
const devicesMax = 20_000;

/** The last ways of devices, in memory that does not grow. */
export class Trails {
  /** @type {Map<number, {ring: Float64Array, count: number}>} */
  #rings = new Map();

  clear() {
    this.#rings.clear();
  }

  /**
   * Takes over where devices are now.
   * @param {Iterable<{id: number, x: number, y: number}>} movers
   */
  record(movers) {
    for (const { id, x, y } of movers) {
      const known = this.#rings.get(id);
      if (!known && this.#rings.size >= devicesMax) continue;
      const trail = known ?? { ring: new Float64Array(2 * pointsMax), count: 0 };
      if (!known) this.#rings.set(id, trail);
      const last = (trail.count + pointsMax - 1) % pointsMax * 2;
      if (trail.count > 0 && trail.ring[last] === x && trail.ring[last + 1] === y) continue;
      const next = trail.count % pointsMax * 2;
      trail.ring[next] = x;
      trail.ring[next + 1] = y;
      trail.count += 1;
    }
  }

  /**
   * The way of a device, the oldest place first.
   * @param {number} id
   * @returns {[longitude: number, latitude: number][]}
   */
  points(id) {
    const trail = this.#rings.get(id);
    if (!trail) return [];
    const length = Math.min(trail.count, pointsMax);
    return Array.from({ length }, (_, index) => {
      const at = (trail.count - length + index) % pointsMax * 2;
      return [longitudeOf(trail.ring[at]), latitudeOf(trail.ring[at + 1])];
    });
  }
}
