import {
  adoptArrival, confirmConnection, readArrivals, readConnections, readRefusals,
} from "../client/fleet.js";
import { APIError } from "../client/http.js";
import { Polling } from "./polling.js";

const watchedPeriod = 3_000;
const backgroundPeriod = 15_000;

/** Arrivals and connections, which only administrators see and the WebSocket does not carry. */
export class FrontDesk {
  #store;
  #texts;
  #handlers;
  #arrivals;
  #connections;
  #refusals;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {{onAdopted: () => Promise<unknown>, onSignedOut: () => void}} handlers
   */
  constructor(store, texts, handlers) {
    this.#store = store;
    this.#texts = texts;
    this.#handlers = handlers;
    this.#arrivals = new Polling(() => this.#readArrivals(), () => this.#arrivalsPeriod());
    this.#connections = new Polling(() => this.#readConnections(), () => this.#connectionsPeriod());
    this.#refusals = new Polling(() => this.#readRefusals(), () => this.#refusalsPeriod());
  }

  /** To be called when somebody entered or looks at something else. */
  attend() {
    this.#arrivals.now();
    this.#connections.now();
    this.#refusals.now();
  }

  /**
   * @param {import("../types").Arrival} arrival
   * @param {import("../types").Adoption} adoption
   */
  async adopt(arrival, adoption) {
    await this.adoptAll(new Map([[arrival.id, adoption]]));
  }

  /**
   * Adopts one after the other; what fails stays in the list, and is said.
   * @param {ReadonlyMap<number, import("../types").Adoption>} adoptions by arrival
   */
  async adoptAll(adoptions) {
    let adopted = 0;
    /** @type {unknown} */
    let failure = null;
    for (const [id, adoption] of adoptions) {
      try {
        await adoptArrival(id, adoption);
        adopted += 1;
        const arrivals = this.#store.state.arrivals?.filter((each) => each.id !== id) ?? null;
        this.#store.set({ arrivals });
      } catch (error) {
        failure ??= error;
      }
    }
    this.#store.set({ notice: this.#adoptionNotice(adopted, adoptions.size, failure) });
    await this.#handlers.onAdopted();
    this.attend();
  }

  /**
   * Takes a connection for the device that it says it is.
   * @param {import("../types").Connection} connection
   */
  async confirmConnection(connection) {
    const words = this.#texts.connections;
    try {
      await confirmConnection(connection.id);
      this.#store.set({ notice: { kind: "info", text: words.confirmed } });
    } catch (error) {
      const reason = error instanceof APIError ? error.message : "";
      this.#store.set({ notice: { kind: "error", text: words.notConfirmed(reason) } });
    }
    this.attend();
  }

  /**
   * @param {number} adopted
   * @param {number} wanted
   * @param {unknown} failure
   * @returns {import("../types").Notice}
   */
  #adoptionNotice(adopted, wanted, failure) {
    const { arrivals } = this.#texts;
    if (failure === null) return { kind: "info", text: arrivals.adopted(adopted) };
    const reason = failure instanceof APIError ? failure.message : "";
    return { kind: "error", text: arrivals.notAdopted(wanted - adopted, reason) };
  }

  #isAttended() {
    const { phase, user } = this.#store.state;
    return phase === "ready" && user?.administrator === true;
  }

  #arrivalsPeriod() {
    if (!this.#isAttended()) return null;
    const { route, devices } = this.#store.state;
    const isWatched = route.view !== "map" || devices.size === 0;
    return isWatched ? watchedPeriod : backgroundPeriod;
  }

  #connectionsPeriod() {
    const { route } = this.#store.state;
    const isShown = route.view === "connections"
      || (route.view === "map" && route.deviceId !== null);
    return this.#isAttended() && isShown ? watchedPeriod : null;
  }

  #refusalsPeriod() {
    const isShown = this.#store.state.route.view === "connections";
    return this.#isAttended() && isShown ? watchedPeriod : null;
  }

  async #readArrivals() {
    await this.#read(async () => {
      const arrivals = await readArrivals();
      if (this.#isAttended()) this.#store.set({ arrivals });
    });
  }

  async #readConnections() {
    await this.#read(async () => {
      const connections = await readConnections();
      if (this.#isAttended()) this.#store.set({ connections });
    });
  }

  async #readRefusals() {
    await this.#read(async () => {
      const refusals = await readRefusals();
      if (this.#isAttended()) this.#store.set({ refusals });
    });
  }

  /** @param {() => Promise<void>} read */
  async #read(read) {
    try {
      await read();
    } catch (error) {
      if (error instanceof APIError && error.isSignedOut) this.#handlers.onSignedOut();
      // Anything else passes: the next time is seconds away, and the link says what is wrong.
    }
  }
}
