import {
  enterModel, playTracker, readModelSetup, readModels, readSetup, readVersions,
} from "../client/setup.js";
import { APIError } from "../client/http.js";
import { trackerTarget } from "../model/target.js";

/** Models, the messages that set a device up, and the versions that it reported. */
export class DeviceSetup {
  #store;
  #texts;
  #handlers;
  #question = 0;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {{onChanged: () => Promise<unknown>, onSignedOut: () => void}} handlers
   */
  constructor(store, texts, handlers) {
    this.#store = store;
    this.#texts = texts;
    this.#handlers = handlers;
  }

  /** To be called when somebody entered or looks at something else. */
  attend() {
    const { phase, route, models, setup, versions } = this.#store.state;
    if (phase !== "ready") return;
    if (models.length === 0) void this.#readModels();
    const deviceId = route.view === "map" ? route.deviceId : null;
    if (setup && setup.deviceId !== deviceId) this.#store.set({ setup: null });
    if (versions && versions.deviceId !== deviceId) this.#store.set({ versions: null });
    if (deviceId !== null) void this.#readVersions(deviceId);
  }

  /** Forgets what was asked, so that no answer comes into the next session. */
  leave() {
    this.#question += 1;
  }

  /**
   * Reads the messages of a device; only the answer to the last question counts.
   * @param {number} deviceId
   * @param {import("../setup").SetupValues} values
   */
  async read(deviceId, values) {
    this.#question += 1;
    const number = this.#question;
    const before = this.#store.state.setup;
    if (before?.deviceId !== deviceId) {
      this.#store.set({ setup: { deviceId, setup: null, problem: null } });
    }
    try {
      const setup = await readSetup(deviceId, { ...this.#server(), ...values });
      this.#settle(number, { deviceId, setup, problem: null });
    } catch (error) {
      const problem = this.#problem(error);
      // What was shown stays beside the words about the wrong value.
      const { setup } = this.#store.state;
      if (problem) this.#settle(number, { deviceId, setup: setup?.setup ?? null, problem });
    }
  }

  /**
   * The messages of a model for a tracker that has not reported yet.
   * @param {string} modelId
   * @param {import("../setup").SetupValues} values
   * @returns {Promise<{setup: import("../setup").Setup | null, problem: string | null}>}
   */
  async readModel(modelId, values) {
    try {
      return {
        setup: await readModelSetup(modelId, { ...this.#server(), ...values }), problem: null,
      };
    } catch (error) {
      return { setup: null, problem: this.#problem(error) };
    }
  }

  /** Has the server play a tracker, which then arrives. */
  async play() {
    const words = this.#texts.adding;
    try {
      await playTracker();
      this.#store.set({ notice: { kind: "info", text: words.playing } });
    } catch (error) {
      const text = this.#problem(error);
      if (text) this.#store.set({ notice: { kind: "error", text } });
    }
  }

  /**
   * @param {number} deviceId
   * @param {string} model
   */
  async enterModel(deviceId, model) {
    try {
      await enterModel(deviceId, model);
      this.#store.set({ setup: null });
      await this.#handlers.onChanged();
    } catch (error) {
      const text = this.#problem(error);
      if (text) this.#store.set({ notice: { kind: "error", text } });
    }
  }

  /** Where the tracker is to be pointed; nothing if only this computer could find it. */
  #server() {
    const target = trackerTarget(this.#store.state.server, window.location.hostname);
    return { server: target.isLoopback ? "" : target.host, port: String(target.port) };
  }

  /** @param {unknown} error */
  #problem(error) {
    if (error instanceof APIError && error.isSignedOut) {
      this.#handlers.onSignedOut();
      return null;
    }
    return error instanceof APIError && error.message ? error.message : this.#texts.deviceSetup.failed;
  }

  /**
   * @param {number} number
   * @param {import("../setup").SetupState} setup
   */
  #settle(number, setup) {
    if (number === this.#question) this.#store.set({ setup });
  }

  async #readModels() {
    // Without the list, a model can still be typed.
    const models = await readModels().catch(() => []);
    if (this.#store.state.phase === "ready") this.#store.set({ models });
  }

  /** @param {number} deviceId */
  async #readVersions(deviceId) {
    const versions = await readVersions(deviceId).catch(() => []);
    const { route } = this.#store.state;
    if (route.view === "map" && route.deviceId === deviceId) {
      this.#store.set({ versions: { deviceId, versions } });
    }
  }
}
