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

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   */
  constructor(store, texts) {
    this.#store = store;
    this.#texts = texts;
    store.watch((state) => [state.loaded, state.route], () => this.attend());
  }

  /** To be called when somebody entered or looks at something else, before anything is read. */
  attend() {
    const { phase, route, user, server, loaded, devices } = this.#store.state;
    if (phase !== "ready") return;
    const { notForYou, deviceGone } = this.#texts.nav;
    if (!mayView(route.view, user, server)) this.#turn(notForYou);
    else if ((route.view === "map" || route.view === "frames") && route.deviceId !== null
      && loaded && !devices.has(route.deviceId)) this.#turn(deviceGone);
  }

  /** @param {string} text */
  #turn(text) {
    // In place of the link, so that the way back does not lead to it again.
    history.replaceState(null, "", home);
    this.#store.set({ route: parseRoute(home), notice: { kind: "info", text } });
  }
}
