import { layersOf } from "../model/layers.js";

/** Where the browser keeps what the viewer chose. */
const mark = "whereabouts.map";

/** What the map shows, as this viewer of this browser chose. */
export class LayerChoices {
  #store;

  /** @param {import("../model/store.js").Store} store */
  constructor(store) {
    this.#store = store;
    store.set({ layers: layersOf(kept()) });
  }

  /** @param {Partial<import("../map").LayerChoices>} choices */
  choose(choices) {
    const layers = layersOf({ ...this.#store.state.layers, ...choices });
    this.#store.set({ layers });
    try {
      localStorage.setItem(mark, JSON.stringify(layers));
    } catch {
      // A browser that keeps nothing shows the usual next time.
    }
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(mark) ?? "null");
  } catch {
    return null;
  }
}
