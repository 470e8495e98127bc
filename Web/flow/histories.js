import { readHistory } from "../client/history.js";
import { APIError } from "../client/http.js";
import { rangeOf } from "../model/range.js";
import { routeFragment } from "../model/route.js";
import { trackOf } from "../model/track.js";

/** @typedef {import("../history").DeviceHistory} DeviceHistory */

/** So many positions are held at once, of all devices together; on a phone fewer. */
const positionsMax = window.matchMedia("(max-width: 720px)").matches ? 10_000 : 50_000;

/** The histories that are looked at: read when their address is opened. */
export class Histories {
  #store;
  #texts;
  #handlers;
  #number = 0;
  /** The address of what was read. */
  #shown = "";

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {{onChanged: () => void, onSignedOut: () => void}} handlers onChanged: tracks came or
   *   went
   */
  constructor(store, texts, handlers) {
    this.#store = store;
    this.#texts = texts;
    this.#handlers = handlers;
  }

  /** To be called when somebody entered or looks at something else. */
  attend() {
    const { phase, route } = this.#store.state;
    if (phase !== "ready" || route.view !== "history") {
      this.leave();
      return;
    }
    const address = routeFragment(route);
    if (address === this.#shown) return;
    this.#shown = address;
    void this.read(route.question);
  }

  /** Forgets what was read, and what is still on its way. */
  leave() {
    this.#number += 1;
    this.#shown = "";
    if (this.#store.state.history === null) return;
    this.#store.set({ history: null });
    this.#handlers.onChanged();
  }

  /** @param {import("../history").HistoryQuestion} question */
  async read(question) {
    this.#number += 1;
    const number = this.#number;
    const range = rangeOf(question, Date.now());
    const { deviceIds } = question;
    const pointsMax = Math.floor(positionsMax / deviceIds.length);
    this.#store.set({ history: {
      range, devices: deviceIds.map((deviceId) => ({ deviceId, track: null, problem: null })),
    } });
    this.#handlers.onChanged();
    // One after the other: whoever looks at the first does not wait for the last.
    for (const deviceId of deviceIds) {
      const device = await this.#device(deviceId, range, pointsMax);
      if (number !== this.#number) return;
      this.#settle(device);
    }
  }

  /**
   * @param {number} deviceId
   * @param {import("../history").TimeRange} range
   * @param {number} pointsMax
   * @returns {Promise<DeviceHistory>}
   */
  async #device(deviceId, range, pointsMax) {
    try {
      const positions = await readHistory(deviceId, range, pointsMax);
      return { deviceId, track: trackOf(deviceId, positions, pointsMax), problem: null };
    } catch (error) {
      if (error instanceof APIError && error.isSignedOut) this.#handlers.onSignedOut();
      const words = error instanceof APIError ? error.message : "";
      return { deviceId, track: null, problem: words || this.#texts.history.failed };
    }
  }

  /** @param {DeviceHistory} device */
  #settle(device) {
    const { history } = this.#store.state;
    if (!history) return;
    const devices = history.devices.map((each) =>
      (each.deviceId === device.deviceId ? device : each));
    this.#store.set({ history: { ...history, devices } });
    this.#handlers.onChanged();
  }
}
