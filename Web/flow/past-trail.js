import { readHistory } from "../client/history.js";
import { APIError } from "../client/http.js";
import { isPlaced } from "../model/fleet.js";

/** The way of the last hour before the newest position. */
const span = 3_600_000;
/** More points nobody sees in a trail. */
const pointsMax = 300;

/** The way that the selected device came, so that its trail does not begin with the selection. */
export class PastTrail {
  #store;
  #onSignedOut;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {() => void} onSignedOut
   */
  constructor(store, onSignedOut) {
    this.#store = store;
    this.#onSignedOut = onSignedOut;
    store.watch((state) => [this.#wanted(state)], (state) => {
      const wanted = this.#wanted(state);
      if (wanted === (state.trail?.deviceId ?? null)) return;
      store.set({ trail: wanted === null ? null : { deviceId: wanted, points: [] } });
      if (wanted !== null) void this.#read(wanted);
    });
  }

  /**
   * The device whose way is to be shown; null for none.
   * @param {import("../types").State} state
   */
  #wanted({ phase, route, layers, positions }) {
    if (phase !== "ready" || route.view !== "map" || layers.trails === "none") return null;
    return route.deviceId !== null && isPlaced(positions.get(route.deviceId))
      ? route.deviceId : null;
  }

  /** @param {number} deviceId */
  async #read(deviceId) {
    const last = this.#store.state.positions.get(deviceId);
    const to = last ? Date.parse(last.fixTime) : NaN;
    if (!Number.isFinite(to)) return;
    try {
      const range = { from: to - span, to: to + 1 };
      const positions = await readHistory(deviceId, range, pointsMax);
      if (this.#store.state.trail?.deviceId !== deviceId) return;
      /** @type {[number, number][]} */
      const points = positions.filter(isPlaced)
        .map(({ longitude, latitude }) => [longitude, latitude]);
      this.#store.set({ trail: { deviceId, points } });
    } catch (error) {
      if (error instanceof APIError && error.isSignedOut) this.#onSignedOut();
      // Otherwise the trail begins with the selection.
    }
  }
}
