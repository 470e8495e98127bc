/**
 * Keeps the children of an element in step with a list: each item keeps its element, and with it
 * the focus and what was typed.
 * @template Item
 */
export class KeyedChildren {
  #container;
  #key;
  #create;
  /** @type {Map<string | number, {root: HTMLElement, update: (item: Item) => void}>} */
  #rows = new Map();

  /**
   * @param {HTMLElement} container
   * @param {(item: Item) => string | number} key
   * @param {(item: Item) => {root: HTMLElement, update: (item: Item) => void}} create
   */
  constructor(container, key, create) {
    this.#container = container;
    this.#key = key;
    this.#create = create;
  }

  /** @param {Item[]} items */
  render(items) {
    const kept = new Map();
    for (const item of items) {
      const key = this.#key(item);
      const row = this.#rows.get(key) ?? this.#create(item);
      row.update(item);
      kept.set(key, row);
    }
    for (const [key, row] of this.#rows) if (!kept.has(key)) row.root.remove();
    this.#rows = kept;
    /** @type {Element | null} */
    let next = this.#container.firstElementChild;
    for (const row of kept.values()) {
      if (next && row.root === next) next = next.nextElementSibling;
      else this.#container.insertBefore(row.root, next);
    }
  }
}
