import {
  endSession, endToken, makeToken, readSessions, readTokens, saveUser,
} from "../client/people.js";
import { withoutNull } from "../model/people.js";

/** @typedef {import("../types").State} State */

const day = 86_400_000;

/** What somebody changes about oneself: name, display, password, sessions, tokens. */
export class Account {
  #store;
  #texts;
  #errands;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {import("./errands.js").Errands} errands
   */
  constructor(store, texts, errands) {
    this.#store = store;
    this.#texts = texts;
    this.#errands = errands;
  }

  /** To be called when somebody entered or looks at something else. */
  attend() {
    const { phase, route, people } = this.#store.state;
    // A token that was shown is not to be found again by whoever comes next.
    if (people.token !== null) this.#errands.keep({ token: null });
    if (phase === "ready" && route.view === "settings") {
      void this.#errands.run(async () => {
        await this.#readSessions();
        await this.#readTokens();
      });
    }
  }

  /** @param {import("../people").Entered} fields */
  save(fields) {
    return this.#errands.run(() => this.#save(fields), this.#texts.settings.saved);
  }

  /** @param {Record<string, import("../types").AttributeValue>} attributes */
  saveDisplay(attributes) {
    const before = this.#store.state.user?.attributes ?? {};
    return this.save({ attributes: withoutNull({ ...before, ...attributes }) });
  }

  /** @param {string} password */
  changePassword(password) {
    return this.#errands.run(async () => {
      await this.#save({ password });
      await this.#readSessions();
      await this.#readTokens();
    }, this.#texts.password.changed);
  }

  /** @param {number} id */
  async endSession(id) {
    await this.#errands.run(async () => {
      await endSession(id);
      await this.#readSessions();
    }, this.#texts.sessions.ended);
  }

  /**
   * @param {number} days
   * @param {string} name what it is for
   * @param {import("../people").TokenScope} scope
   */
  async makeToken(days, name, scope) {
    await this.#errands.run(async () => {
      const token = await makeToken(
        new Date(Date.now() + days * day).toISOString(), name, scope);
      if (this.#store.state.route.view === "settings") this.#errands.keep({ token });
      await this.#readTokens();
    });
  }

  /** @param {number} id */
  async endToken(id) {
    await this.#errands.run(async () => {
      await endToken(id);
      const { tokens } = this.#store.state.people;
      // The newest is the one that is shown.
      if (tokens?.every((each) => each.id <= id)) this.#errands.keep({ token: null });
      await this.#readTokens();
    }, this.#texts.tokens.revoked);
  }

  /** @param {import("../people").Entered} fields */
  async #save(fields) {
    const { user } = this.#store.state;
    if (user) this.#store.set({ user: await saveUser(user.id, fields) });
  }

  async #readSessions() {
    this.#errands.keep({ sessions: await readSessions() });
  }

  async #readTokens() {
    this.#errands.keep({ tokens: await readTokens() });
  }
}
