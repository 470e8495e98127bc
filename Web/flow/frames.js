import { readFrame, readFrames } from "../client/frames.js";
import { APIError } from "../client/http.js";
import { withNewest, withOlder } from "../model/frames.js";
import { routeFragment } from "../model/route.js";
import { Polling } from "./polling.js";

/** @typedef {import("../frames").FramesState} FramesState */

const period = 3_000;

/** What one device sent: the newest as they come, older ones page by page, one of them explained. */
export class Frames {
  #store;
  #texts;
  #onSignedOut;
  #newest;
  /** Tells the answers to what is looked at now from those to what was before. */
  #visit = 0;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {() => void} onSignedOut
   */
  constructor(store, texts, onSignedOut) {
    this.#store = store;
    this.#texts = texts;
    this.#onSignedOut = onSignedOut;
    this.#newest = new Polling(() => this.#readNewest(), () => this.#period());
  }

  /** To be called when somebody entered or looks at something else. */
  attend() {
    const route = this.#route();
    const known = this.#store.state.frames;
    if (!route) {
      this.leave();
      return;
    }
    if (known?.deviceId === route.deviceId) void this.#open(route.frameId);
    else void this.#enter(route.deviceId, "all", route.frameId);
  }

  /** Forgets what was read, and what is still on its way. */
  leave() {
    this.#visit += 1;
    if (this.#store.state.frames !== null) this.#store.set({ frames: null });
  }

  /** @param {number | null} id */
  open(id) {
    const route = this.#route();
    if (route) location.hash = routeFragment({ ...route, frameId: id });
  }

  /**
   * Begins anew with the newest.
   * @param {import("../frames").FrameChoice} choice
   */
  choose(choice) {
    const route = this.#route();
    if (!route) return;
    void this.#enter(route.deviceId, choice, null);
    this.open(null);
  }

  newest() {
    this.choose(this.#store.state.frames?.choice ?? "all");
  }

  /** Reads the next older ones. */
  more() {
    const { frames } = this.#store.state;
    if (!frames || frames.isReading || frames.next === null) return;
    const { deviceId, choice, next } = frames;
    void this.#read(() => readFrames(deviceId, choice, next),
      (page, now) => withOlder({ frames: now.frames ?? [] }, page));
  }

  #route() {
    const { phase, route } = this.#store.state;
    return phase === "ready" && route.view === "frames" ? route : null;
  }

  #period() {
    const { frames } = this.#store.state;
    return this.#route() && frames?.isLive && frames.frames ? period : null;
  }

  /**
   * @param {number} deviceId
   * @param {import("../frames").FrameChoice} choice
   * @param {number | null} wanted the message to open
   */
  async #enter(deviceId, choice, wanted) {
    this.#visit += 1;
    this.#store.set({ frames: {
      deviceId, choice, frames: null, next: null, isLive: true, isReading: false, problem: null,
      opened: null,
    } });
    const opening = this.#open(wanted);
    await this.#read(() => readFrames(deviceId, choice, null), (page) =>
      ({ frames: page.frames, next: page.next ?? null }));
    const { frames } = this.#store.state;
    // An older message that somebody was sent to stands first in the list.
    if (wanted !== null && frames?.frames && !frames.frames.some(({ id }) => id === wanted)) {
      await this.#read(() => readFrames(deviceId, choice, wanted + 1), (page) =>
        ({ frames: page.frames, next: page.next ?? null, isLive: false }));
    }
    await opening;
    this.#newest.now();
  }

  async #readNewest() {
    const { frames } = this.#store.state;
    if (!frames) return;
    await this.#read(() => readFrames(frames.deviceId, frames.choice, null), (page, now) =>
      (now.isLive && now.frames ? withNewest({ frames: now.frames, next: now.next }, page) : {}));
  }

  /** @param {number | null} id */
  async #open(id) {
    const { frames } = this.#store.state;
    if (!frames || (frames.opened?.id ?? null) === id) return;
    this.#set({ opened: id === null ? null : { id, frame: null, problem: null } });
    if (id === null) return;
    const visit = this.#visit;
    let [frame, problem] = [/** @type {import("../frames").Frame | null} */ (null), ""];
    try {
      frame = await readFrame(frames.deviceId, id);
      if (!frame) problem = this.#texts.frames.gone;
    } catch (error) {
      problem = this.#words(error);
    }
    if (visit !== this.#visit || this.#store.state.frames?.opened?.id !== id) return;
    this.#set({ opened: { id, frame, problem: problem || null } });
  }

  /**
   * @template Answer
   * @param {() => Promise<Answer>} ask
   * @param {(answer: Answer, now: FramesState) => Partial<FramesState>} take
   */
  async #read(ask, take) {
    const visit = this.#visit;
    this.#set({ isReading: true });
    try {
      const answer = await ask();
      const { frames } = this.#store.state;
      if (visit === this.#visit && frames) this.#set({ ...take(answer, frames), problem: null });
    } catch (error) {
      if (visit === this.#visit) this.#set({ problem: this.#words(error) });
    }
    if (visit === this.#visit) this.#set({ isReading: false });
  }

  /** @param {unknown} error */
  #words(error) {
    if (error instanceof APIError && error.isSignedOut) this.#onSignedOut();
    return this.#texts.failed(error instanceof APIError ? error.message : "");
  }

  /** @param {Partial<FramesState>} part */
  #set(part) {
    const { frames } = this.#store.state;
    if (frames) this.#store.set({ frames: { ...frames, ...part } });
  }
}
