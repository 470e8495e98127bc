/** @typedef {import("../types").State} State */

/**
 * @typedef {object} Watcher
 * @property {(state: State) => unknown[]} select
 * @property {(state: State) => void} render
 * @property {unknown[]} seen what was selected when it last ran
 */

/**
 * The state of the page and who looks at it. Watchers run together, once per frame, and only
 * those whose selected values changed.
 */
export class Store {
  /** @type {State} */
  #state;
  /** @type {(run: () => void) => void} */
  #schedule;
  /** @type {Watcher[]} */
  #watchers = [];
  #scheduled = false;

  /**
   * @param {State} initial
   * @param {(run: () => void) => void} schedule when watchers run: once a frame, in the page
   */
  constructor(initial, schedule) {
    this.#state = initial;
    this.#schedule = schedule;
  }

  get state() {
    return this.#state;
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    this.#state = { ...this.#state, ...patch };
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#schedule(() => this.flush());
  }

  /**
   * Renders now and whenever one of the selected values is another one.
   * @param {(state: State) => unknown[]} select
   * @param {(state: State) => void} render
   */
  watch(select, render) {
    const watcher = { select, render, seen: select(this.#state) };
    this.#watchers.push(watcher);
    render(this.#state);
  }

  /** Runs the watchers that are due. */
  flush() {
    this.#scheduled = false;
    for (const watcher of this.#watchers) {
      const values = watcher.select(this.#state);
      const seen = watcher.seen;
      if (values.every((value, index) => Object.is(value, seen[index]))) continue;
      watcher.seen = values;
      watcher.render(this.#state);
    }
  }
}
