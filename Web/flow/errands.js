import { APIError } from "../client/http.js";

/** Does what somebody asked for, and says how it went. */
export class Errands {
  #store;
  #texts;
  #onSignedOut;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {() => void} onSignedOut
   */
  constructor(store, texts, onSignedOut) {
    this.#store = store;
    this.#texts = texts;
    this.#onSignedOut = onSignedOut;
  }

  /**
   * @param {() => Promise<void>} action
   * @param {string} [success] what to say then
   * @returns {Promise<boolean>} whether it was done
   */
  async run(action, success) {
    try {
      await action();
    } catch (error) {
      this.#fail(error);
      return false;
    }
    if (success) this.#store.set({ notice: { kind: "info", text: success } });
    return true;
  }

  /**
   * Keeps a part of what is known of people. An answer may come when its session is over.
   * @param {Partial<import("../people").PeopleState>} part
   */
  keep(part) {
    const { phase, people } = this.#store.state;
    if (phase === "ready") this.#store.set({ people: { ...people, ...part } });
  }

  /** @param {unknown} error */
  #fail(error) {
    if (error instanceof APIError && error.isSignedOut) {
      this.#onSignedOut();
      return;
    }
    const text = this.#texts.failed(error instanceof APIError ? error.message : "");
    this.#store.set({ notice: { kind: "error", text } });
  }
}
