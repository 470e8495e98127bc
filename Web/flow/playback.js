import { neighbour, tracksOf } from "../model/replay.js";
import { extentOf } from "../model/track.js";

/** A page that was hidden does not jump ahead, in milliseconds. */
const frameMax = 250;

/** The clock of the past: which moment of the histories is shown, and how it goes on. */
export class Playback {
  #store;
  #drawnAt = 0;
  #frame = 0;

  /** @param {import("../model/store.js").Store} store */
  constructor(store) {
    this.#store = store;
  }

  /** To be called when tracks came or went. */
  attend() {
    const extent = this.#extent();
    const { at } = this.#store.state.playback;
    if (!extent) {
      this.#set({ at: null, peek: null, isPlaying: false });
    } else if (at === null || at < extent.from || at > extent.to) {
      this.#set({ at: extent.from, peek: null });
    }
  }

  /** @param {number} at */
  seek(at) {
    const extent = this.#extent();
    if (!extent) return;
    this.#set({ at: Math.min(Math.max(at, extent.from), extent.to), peek: null });
  }

  /** @param {number | null} peek */
  peek(peek) {
    if (this.#store.state.playback.peek !== peek) this.#set({ peek });
  }

  /** @param {1 | -1} direction */
  step(direction) {
    const { history, playback } = this.#store.state;
    if (playback.at === null) return;
    this.#set({ isPlaying: false });
    this.seek(neighbour(tracksOf(history), playback.at, direction));
  }

  /** @param {boolean} on */
  play(on) {
    const extent = this.#extent();
    const { at, isPlaying } = this.#store.state.playback;
    if (!extent || at === null || on === isPlaying) return;
    this.#set({ isPlaying: on, peek: null, at: on && at >= extent.to ? extent.from : at });
    window.cancelAnimationFrame(this.#frame);
    this.#drawnAt = performance.now();
    if (on) this.#frame = requestAnimationFrame((now) => this.#advance(now));
  }

  /** @param {number} rate */
  setRate(rate) {
    this.#set({ rate });
  }

  /** @param {boolean} follow */
  follow(follow) {
    this.#set({ follow });
  }

  /** @param {number} now */
  #advance(now) {
    const extent = this.#extent();
    const { at, isPlaying, rate } = this.#store.state.playback;
    if (!isPlaying || !extent || at === null) return;
    const passed = Math.min(Math.max(now - this.#drawnAt, 0), frameMax);
    this.#drawnAt = now;
    const next = Math.min(at + passed * rate, extent.to);
    this.#set({ at: next, isPlaying: next < extent.to });
    if (next < extent.to) this.#frame = requestAnimationFrame((time) => this.#advance(time));
  }

  #extent() {
    return extentOf(tracksOf(this.#store.state.history));
  }

  /** @param {Partial<import("../history").PlaybackState>} patch */
  #set(patch) {
    this.#store.set({ playback: { ...this.#store.state.playback, ...patch } });
  }
}
