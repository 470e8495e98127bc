import { folded } from "./search.js";
import { viewerLocale } from "./viewer.js";

/** @typedef {import("../types").Device} Device */
/** @typedef {{device: Device, name: string, all: string}} Entry folded texts of a device */

/**
 * The devices in the order of their names, ready to be searched. Sorting ten thousand names takes
 * a browser a tenth of a second: it is done when names change, not when devices move.
 */
export class Roster {
  #collator = new Intl.Collator(viewerLocale(), { numeric: true, sensitivity: "base" });
  /** @type {Map<number, Entry>} */
  #entries = new Map();
  /** @type {number[]} */
  #order = [];

  /**
   * Takes over the devices as they are now.
   * @param {ReadonlyMap<number, Device>} devices
   */
  update(devices) {
    let isSorted = devices.size === this.#entries.size;
    for (const device of devices.values()) {
      const known = this.#entries.get(device.id);
      if (known?.device === device) continue;
      if (!known || !isAlike(known.device, device)) {
        isSorted &&= known?.device.name === device.name;
        this.#entries.set(device.id, entryOf(device));
      } else {
        known.device = device;
      }
    }
    if (this.#entries.size > devices.size) {
      for (const id of this.#entries.keys()) if (!devices.has(id)) this.#entries.delete(id);
    }
    if (!isSorted) this.#sort();
  }

  /**
   * The devices that match: those that match by their names first, and then as people count ("Van
   * 2" before "Van 10").
   * @param {string} search words that must all occur, in any case and without regard to accents
   * @param {import("../types").StatusFilter} filter
   * @returns {number[]}
   */
  matching(search, filter) {
    const words = folded(search).split(/\s+/).filter(Boolean);
    /** @param {string} text */
    const holdsAll = (text) => words.every((word) => text.includes(word));
    const byName = [];
    const byOther = [];
    for (const id of this.#order) {
      const entry = this.#entries.get(id);
      if (!entry || (filter !== "all" && entry.device.status !== filter)) continue;
      if (words.length === 0 || holdsAll(entry.name)) byName.push(id);
      else if (holdsAll(entry.all)) byOther.push(id);
    }
    return byOther.length === 0 ? byName : [...byName, ...byOther];
  }

  #sort() {
    this.#order = [...this.#entries.values()]
      .sort((one, other) => this.#collator.compare(one.device.name, other.device.name)
        || one.device.id - other.device.id)
      .map(({ device }) => device.id);
  }
}

/**
 * Whether a search finds both by the same words.
 * @param {Device} one
 * @param {Device} other
 */
function isAlike(one, other) {
  return one.name === other.name && one.uniqueId === other.uniqueId && one.phone === other.phone
    && one.model === other.model && one.contact === other.contact
    && one.category === other.category;
}

/**
 * @param {Device} device
 * @returns {Entry}
 */
function entryOf(device) {
  const { name, uniqueId, phone, model, contact, category } = device;
  const all = [name, uniqueId, phone, model, contact, category].filter(Boolean).join("\n");
  return { device, name: folded(name), all: folded(all) };
}
