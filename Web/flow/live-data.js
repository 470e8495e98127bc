import { readDevices, readPositions, readVocabulary } from "../client/fleet.js";
import { APIError } from "../client/http.js";
import { LiveLink } from "../client/live.js";
import { readSession } from "../client/session.js";
import { byId, withDevices, withPositions } from "../model/fleet.js";

/** Unknown devices make the page read the list at most so often. */
const refreshPause = 5_000;

/** Devices and positions: read once, then kept current by the WebSocket. */
export class LiveData {
  #store;
  #onSignedOut;
  /** @type {LiveLink | null} */
  #link = null;
  #refreshedAt = 0;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {() => void} onSignedOut
   */
  constructor(store, onSignedOut) {
    this.#store = store;
    this.#onSignedOut = onSignedOut;
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
   * @param {import("../types").LiveMessage} message
   * @param {boolean} isFirst
   */
  #onMessage(message, isFirst) {
    const { devices, positions } = this.#store.state;
    if (message.devices) this.#store.set({ devices: withDevices(devices, message.devices) });
    if (message.positions) {
      const known = isFirst ? new Map() : positions;
      this.#store.set({ positions: withPositions(known, message.positions) });
      this.#meet(message.positions);
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
