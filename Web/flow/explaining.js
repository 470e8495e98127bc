import { explain, readProtocols } from "../client/fleet.js";
import { APIError } from "../client/http.js";
import { hexBytes } from "../model/bytes.js";

/** Has bytes explained by the server; only the answer to the last question counts. */
export class Explaining {
  #store;
  #texts;
  #onSignedOut;
  #question = 0;
  #asked = "";

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

  /** To be called when somebody entered or looks at something else: explains what is given. */
  attend() {
    const { phase, route, protocols } = this.#store.state;
    if (phase !== "ready" || route.view !== "explain") return;
    if (protocols.length === 0) void this.#readProtocols();
    const key = route.given ? `${route.given.transport} ${route.given.hex}` : "";
    if (!route.given || key === this.#asked) return;
    this.#asked = key;
    void this.ask(route.given);
  }

  /** Forgets what was asked, so that the next session asks anew. */
  leave() {
    this.#asked = "";
    this.#question += 1;
  }

  /** @param {import("../explanation").DecodeQuestion} question */
  async ask(question) {
    this.#question += 1;
    const number = this.#question;
    if (hexBytes(question.hex).length === 0) {
      this.#store.set({ explanation: { answer: null, problem: null } });
      return;
    }
    try {
      const answer = await explain(question);
      this.#settle(number, { answer, problem: null });
    } catch (error) {
      if (error instanceof APIError && error.isSignedOut) {
        this.#onSignedOut();
        return;
      }
      const { failed, unreachable } = this.#texts.explain;
      const problem = error instanceof APIError ? failed(error.message) : unreachable;
      this.#settle(number, { answer: null, problem });
    }
  }

  /**
   * @param {number} number
   * @param {import("../explanation").ExplanationState} explanation
   */
  #settle(number, explanation) {
    if (number === this.#question) this.#store.set({ explanation });
  }

  async #readProtocols() {
    // Without the names, protocols are still recognised.
    const protocols = await readProtocols().catch(() => []);
    if (this.#store.state.phase === "ready") this.#store.set({ protocols });
  }
}
