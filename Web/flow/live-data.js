import { readDevices, readPositions, readVocabulary } from "../client/fleet.js";
import { APIError } from "../client/http.js";
import { LiveLink } from "../client/live.js";
import { readSession } from "../client/session.js";
import { byId, withDevices, withPositions } from "../model/fleet.js";

/** @typedef {import("../types").Device} Device */
/** @typedef {import("../types").Position} Position */

/** Unknown devices make the page read the list at most so often. */
const refreshPause = 5_000;
/** How often it is noted that the server is heard, in milliseconds. */
const heardPause = 1_000;
/** How long messages are gathered before they are applied, in milliseconds. */
const gathering = 100;

/** Devices and positions: read once, then kept current by the WebSocket. */
export class LiveData {
  #store;
  #onSignedOut;
  #onMedia;
  /** @type {LiveLink | null} */
  #link = null;
  #refreshedAt = 0;
  /** @type {Device[]} */
  #devices = [];
  /** @type {Position[]} */
  #positions = [];
  #timer = 0;
  #onFirst = () => {};

  /**
   * @param {import("../model/store.js").Store} store
   * @param {() => void} onSignedOut
   * @param {(items: import("../types").MediaItem[]) => void} onMedia
   */
  constructor(store, onSignedOut, onMedia) {
    this.#store = store;
    this.#onSignedOut = onSignedOut;
    this.#onMedia = onMedia;
  }

  start() {
    this.stop();
    const link = new LiveLink({
      onChange: (state) => this.#onLink(state),
      onMessage: (message, isFirst) => this.#onMessage(message, isFirst),
      mayReturn: () => this.#mayReturn(),
    });
    this.#link = link;
    link.start();
    void this.#readVocabulary();
  }

  stop() {
    this.#link?.stop();
    this.#link = null;
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    this.#devices = [];
    this.#positions = [];
  }

  /**
   * Reads devices and positions again, such as after an adoption.
   * @returns {Promise<boolean>} whether they could be read
   */
  refresh() {
    return this.#read(() => Promise.all([readDevices(), readPositions()]));
  }

  /**
   * @param {() => Promise<[Device[], Position[]]>} read
   * @returns {Promise<boolean>}
   */
  async #read(read) {
    const link = this.#link;
    this.#refreshedAt = Date.now();
    try {
      const [devices, positions] = await read();
      // The answer may come when its session is over.
      if (link !== this.#link) return false;
      const known = positions.length === 0 ? this.#store.state.positions
        : withPositions(this.#store.state.positions, positions);
      this.#store.set({ devices: byId(devices), positions: known, loaded: true });
      return true;
    } catch (error) {
      if (error instanceof APIError && error.isSignedOut) this.#onSignedOut();
      // Otherwise the link, which is lost with the server, reads again when it is back.
      return false;
    }
  }

  /** @param {import("../types").Link} link */
  #onLink(link) {
    const { link: before } = this.#store.state;
    const wasLive = before.state === "live";
    // Of a large fleet there are hundreds of messages a second; the page says only "live".
    const isOldNews = wasLive && link.state === "live"
      && (link.lastHeardAt ?? 0) - (before.lastHeardAt ?? 0) < heardPause;
    if (!isOldNews) this.#store.set({ link });
    // What changed while nobody listened; the first message brings all positions by itself.
    if (link.state === "live" && !wasLive) {
      /** @type {Promise<void>} */
      const hasPositions = new Promise((resolve) => { this.#onFirst = resolve; });
      void this.#read(async () => {
        const [devices] = await Promise.all([readDevices(), hasPositions]);
        return [devices, []];
      });
    }
  }

  /**
   * Messages are gathered for a moment: applied one by one, those of a large fleet would cost the
   * page all its time.
   * @param {import("../types").LiveMessage} message
   * @param {boolean} isFirst
   */
  #onMessage(message, isFirst) {
    if (isFirst) {
      // It holds the last position of every device.
      this.#store.set({ positions: withPositions(new Map(), message.positions ?? []) });
      this.#onFirst();
      return;
    }
    if (message.media) this.#onMedia(message.media);
    for (const device of message.devices ?? []) this.#devices.push(device);
    for (const position of message.positions ?? []) this.#positions.push(position);
    if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#apply(), gathering);
  }

  #apply() {
    this.#timer = 0;
    const changed = { devices: this.#devices, positions: this.#positions };
    this.#devices = [];
    this.#positions = [];
    const { devices, positions } = this.#store.state;
    // Together, so that everything that looks at them is drawn once.
    this.#store.set({
      devices: changed.devices.length === 0 ? devices : withDevices(devices, changed.devices),
      positions: changed.positions.length === 0 ? positions
        : withPositions(positions, changed.positions),
    });
    if (changed.positions.length > 0) this.#meet(changed.positions);
  }

  /**
   * A position of a device that the page does not know: somebody has just been given one.
   * @param {Position[]} positions
   */
  #meet(positions) {
    const { devices, loaded } = this.#store.state;
    const isDue = loaded && Date.now() - this.#refreshedAt > refreshPause;
    if (isDue && positions.some((each) => !devices.has(each.deviceId))) void this.refresh();
  }

  async #mayReturn() {
    if (await readSession()) return true;
    this.#onSignedOut();
    return false;
  }

  async #readVocabulary() {
    // Without the words, attributes show under the names that the API gives them.
    const words = await readVocabulary().catch(() => []);
    this.#store.set({ vocabulary: new Map(words.map((word) => [word.name, word])) });
  }
}
