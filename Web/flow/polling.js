/** Repeats a request while somebody looks: never twice at once, not while the page is hidden. */
export class Polling {
  #ask;
  #period;
  #timer = 0;
  #isAsking = false;

  /**
   * @param {() => Promise<void>} ask deals with its own failures
   * @param {() => number | null} period milliseconds until the next time; null for not now
   */
  constructor(ask, period) {
    this.#ask = ask;
    this.#period = period;
    document.addEventListener("visibilitychange", () => this.now());
  }

  /** Asks at once, and goes on with the period of now. */
  now() {
    window.clearTimeout(this.#timer);
    void this.#run();
  }

  async #run() {
    const period = this.#period();
    if (period === null || this.#isAsking) return;
    if (document.visibilityState === "visible") {
      this.#isAsking = true;
      await this.#ask();
      this.#isAsking = false;
    }
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#run(), period);
  }
}
