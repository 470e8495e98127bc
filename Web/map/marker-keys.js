import { element, setAttribute } from "../views/dom.js";

/** @typedef {import("./spots.js").Spot} Spot */

/**
 * The keyboard's way over the map. Markers and groups are pictures on a canvas, so one button
 * stands on the one that the keyboard is at: arrow keys move it on, Enter opens what it stands on.
 */
export class MarkerKeys {
  #map;
  #texts;
  #read;
  #open;
  #button;
  /** @type {Spot | null} */
  #spot = null;
  /** @type {Set<number>} the devices of the group that was opened last: there the way goes on */
  #opened = new Set();

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {import("../texts/index.js").Texts} texts
   * @param {{read: () => Spot[], open: (spot: Spot) => void}} handlers
   */
  constructor(map, texts, { read, open }) {
    this.#map = map;
    this.#texts = texts.map.keys;
    this.#read = read;
    this.#open = open;
    this.#button = this.#made(this.#texts.label);
    const help = element("span", { class: "visually-hidden", id: "map-keys-help" },
      this.#texts.help);
    map.getCanvas().parentElement?.append(this.#button, help);
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.#button.hidden = !isShown;
  }

  /** To be called when what is drawn, or where, is another. */
  refresh() {
    if (document.activeElement !== this.#button) return;
    const spots = this.#read();
    const { key } = this.#spot ?? {};
    this.#stand(spots, spots.find((spot) => spot.key === key)
      ?? spots.find(({ ids }) => ids.some((id) => this.#opened.has(id)))
      ?? this.#nearest(spots));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const spots = this.#read();
    const at = spots.findIndex(({ key }) => key === this.#spot?.key);
    /** @type {number} */
    let next;
    switch (event.key) {
      case "ArrowRight":
      case "ArrowDown": next = at + 1; break;
      case "ArrowLeft":
      case "ArrowUp": next = (at < 0 ? 0 : at) - 1 + spots.length; break;
      case "Home": next = 0; break;
      case "End": next = spots.length - 1; break;
      default: return;
    }
    event.preventDefault();
    // Arrow keys would move the map as well.
    event.stopPropagation();
    this.#opened.clear();
    if (spots.length > 0) this.#stand(spots, spots[next % spots.length]);
  }

  /** @param {MouseEvent} event as the button makes it of Enter and the space bar */
  #choose(event) {
    event.stopPropagation();
    if (!this.#spot) return;
    this.#opened = new Set(this.#spot.ids);
    this.#open(this.#spot);
  }

  /** Where the way begins: at what was left, or at the first. */
  #enter() {
    const spots = this.#read();
    this.#stand(spots, spots.find(({ key }) => key === this.#spot?.key) ?? spots[0]);
  }

  /**
   * @param {Spot[]} spots
   * @param {Spot | undefined} spot
   */
  #stand(spots, spot) {
    const isOther = spot?.key !== this.#spot?.key;
    this.#spot = spot ?? null;
    const text = !spot ? this.#texts.none
      : `${spot.text}. ${this.#texts.place(spots.indexOf(spot) + 1, spots.length)}`;
    if (isOther && document.activeElement === this.#button) {
      // Another button, so that a screen reader says what it stands on.
      const next = this.#made(text);
      this.#button.replaceWith(next);
      this.#button = next;
      next.focus({ preventScroll: true });
    }
    setAttribute(this.#button, "aria-label", text);
    const { clientWidth, clientHeight } = this.#map.getCanvas();
    const { x, y } = spot ?? { x: clientWidth / 2, y: clientHeight / 2 };
    this.#button.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }

  /** @param {Spot[]} spots */
  #nearest(spots) {
    const from = this.#spot;
    if (!from) return spots[0];
    /** @param {Spot} spot */
    const away = ({ x, y }) => Math.hypot(x - from.x, y - from.y);
    return spots.reduce((/** @type {Spot | undefined} */ best, spot) =>
      (best && away(best) <= away(spot) ? best : spot), undefined);
  }

  /** @param {string} text */
  #made(text) {
    return element("button", {
      class: "marker-key", type: "button", "aria-label": text,
      "aria-describedby": "map-keys-help",
      focus: () => this.#enter(),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#press(event),
      click: (/** @type {MouseEvent} */ event) => this.#choose(event),
    });
  }
}
