import { APIError } from "../client/http.js";
import {
  closeSession, createAccount, createAdministrator, openSession, readServer, readSession,
} from "../client/session.js";
import { signedOutState } from "../model/initial-state.js";

/** Tells that this browser has signed in, so that a first visit asks for no session in vain. */
const signedInMark = "whereabouts.signedIn";

/** The way in and out: first start, login, logout, a session that ended. */
export class Entrance {
  #store;
  #texts;
  #handlers;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {{onEnter: () => void, onLeave: () => void}} handlers
   */
  constructor(store, texts, handlers) {
    this.#store = store;
    this.#texts = texts;
    this.#handlers = handlers;
  }

  /**
   * @param {string | null} setupCode from the link that the server printed
   */
  async begin(setupCode) {
    this.#store.set({ phase: "starting", entranceNotice: null });
    try {
      const server = await readServer();
      this.#store.set({ server });
      if (server.newServer) {
        this.#store.set({ phase: "setup", setupCode: setupCode ?? this.#store.state.setupCode });
        return;
      }
      const user = isMarked() ? await readSession() : null;
      if (user) this.#enter(user);
      else this.#store.set({ phase: "login" });
    } catch (error) {
      this.#store.set({ phase: "unreachable", entranceNotice: this.#words(error) });
    }
  }

  /** @param {{code: string, name: string, email: string, password: string}} form */
  async setUp(form) {
    await this.#try(async () => this.#enter(await createAdministrator(form)));
  }

  /**
   * @param {string} email
   * @param {string} password
   */
  async logIn(email, password) {
    await this.#try(async () => this.#enter(await openSession(email, password)));
  }

  /** @param {{name: string, email: string, password: string}} form */
  async register(form) {
    await this.#try(async () => {
      await createAccount(form);
      this.#enter(await openSession(form.email, form.password));
    });
  }

  async logOut() {
    await closeSession().catch(() => null);
    this.leave(null);
  }

  /**
   * Back to the login, with everything of the session forgotten.
   * @param {string | null} notice
   */
  leave(notice) {
    mark(false);
    this.#handlers.onLeave();
    this.#store.set({ ...signedOutState(), user: null, phase: "login", entranceNotice: notice });
  }

  /** @param {import("../types").User} user */
  #enter(user) {
    mark(true);
    this.#store.set({ user, phase: "ready", entranceNotice: null, setupCode: "" });
    this.#handlers.onEnter();
  }

  /** @param {() => Promise<void>} action */
  async #try(action) {
    this.#store.set({ entranceNotice: null });
    try {
      await action();
    } catch (error) {
      this.#store.set({ entranceNotice: this.#words(error) });
    }
  }

  /** @param {unknown} error */
  #words(error) {
    const { entrance } = this.#texts;
    if (!(error instanceof APIError)) return entrance.unreachable;
    if (error.message) return error.message;
    return error.status === 401 ? entrance.refused : entrance.failed(error.status);
  }
}

function isMarked() {
  try {
    return localStorage.getItem(signedInMark) !== null;
  } catch {
    return true;
  }
}

/** @param {boolean} isSignedIn */
function mark(isSignedIn) {
  try {
    if (isSignedIn) localStorage.setItem(signedInMark, "1");
    else localStorage.removeItem(signedInMark);
  } catch {
    // Storage may be closed to pages; then every visit asks for the session.
  }
}
