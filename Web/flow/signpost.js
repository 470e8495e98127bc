import { mayView } from "../model/people.js";
import { parseRoute } from "../model/route.js";

const home = "#/";

/**
 * Leads back to the map who follows an old link to a page that is for others, or to a device that
 * is no more, and says so. An empty page would say nothing.
 */
export class Signpost {
  #store;
  #texts;
  #handlers;
  /**
   * A device that the page does not know, while the server is asked for it.
   * @type {number | null}
   */
  #sought = null;
  /**
   * A device that the server does not know either.
   * @type {number | null}
   */
  #missed = null;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {{refresh: () => Promise<boolean>, onSettled: () => void}} handlers
   */
  constructor(store, texts, handlers) {
    this.#store = store;
    this.#texts = texts;
    this.#handlers = handlers;
    store.watch((state) => [state.loaded, state.route], () => void this.attend());
  }

  /**
   * To be called when somebody entered or looks at something else, before anything is read.
   * @returns whether what is looked at is there; if not yet, `onSettled` follows
   */
  attend() {
    const { phase, route, user, server } = this.#store.state;
    if (phase !== "ready") return true;
    const { notForYou, deviceGone } = this.#texts.nav;
    if (!mayView(route.view, user, server)) this.#turn(notForYou);
    const unknown = this.#unknownDevice();
    if (unknown === null) return true;
    if (unknown !== this.#missed) {
      void this.#seek(unknown);
      return false;
    }
    this.#turn(deviceGone);
    return true;
  }

  /** The device that is looked at if it is not in the list. */
  #unknownDevice() {
    const { route, loaded, devices } = this.#store.state;
    if (route.view !== "map" && route.view !== "frames") return null;
    return loaded && route.deviceId !== null && !devices.has(route.deviceId)
      ? route.deviceId : null;
  }

  /**
   * Reads the list again: the device may have been made or adopted a moment ago.
   * @param {number} deviceId
   */
  async #seek(deviceId) {
    if (this.#sought === deviceId) return;
    this.#sought = deviceId;
    const isRead = await this.#handlers.refresh();
    this.#sought = null;
    if (!isRead) return;
    this.#missed = deviceId;
    this.#handlers.onSettled();
    this.#missed = null;
  }

  /** @param {string} text */
  #turn(text) {
    // In place of the link, so that the way back does not lead to it again.
    history.replaceState(null, "", home);
    this.#store.set({ route: parseRoute(home), notice: { kind: "info", text } });
  }
}
