import { readDevices, readPositions, readVocabulary } from "../client/fleet.js";
import { APIError } from "../client/http.js";
import { LiveLink } from "../client/live.js";
import { readSession } from "../client/session.js";
import { byId, withDevices, withPositions } from "../model/fleet.js";

/** Unknown devices make the page read the list at most so often. */
const refreshPause = 5_000;
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
  /** @type {import("../types").Device[]} */
  #devices = [];
  /** @type {import("../types").Position[]} */
  #positions = [];
  #timer = 0;

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

  /** Reads devices and positions again, such as after an adoption. */
  async refresh() {
    const link = this.#link;
    this.#refreshedAt = Date.now();
    try {
      const [devices, positions] = await Promise.all([readDevices(), readPositions()]);
      // The answer may come when its session is over.
      if (link !== this.#link) return;
      const known = withPositions(this.#store.state.positions, positions);
      this.#store.set({ devices: byId(devices), positions: known, loaded: true });
    } catch (error) {
      if (error instanceof APIError && error.isSignedOut) this.#onSignedOut();
      // Otherwise the link, which is lost with the server, reads again when it is back.
    }
  }

  /** @param {import("../types").Link} link */
  #onLink(link) {
    const wasLive = this.#store.state.link.state === "live";
    this.#store.set({ link });
    // What changed while nobody listened.
    if (link.state === "live" && !wasLive) void this.refresh();
  }

  /**
   * Messages are gathered for a moment: applied one by one, those of a large fleet would cost the
   * page all its time.
   * @param {import("../types").LiveMessage} message
   * @param {boolean} isFirst
   */
  #onMessage(message, isFirst) {
    // The first message holds the last position of every device.
    if (isFirst && message.positions) this.#store.set({ positions: new Map() });
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
    if (changed.devices.length > 0) {
      this.#store.set({ devices: withDevices(devices, changed.devices) });
    }
    if (changed.positions.length > 0) {
      this.#store.set({ positions: withPositions(positions, changed.positions) });
      this.#meet(changed.positions);
    }
  }

  /**
   * A position of a device that the page does not know: somebody has just been given one.
   * @param {import("../types").Position[]} positions
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
