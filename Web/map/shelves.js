/** A shelf takes what is at most so much lower than itself. */
const slack = 1.35;
/** Between two pictures, so that none bleeds into its neighbour. */
const gap = 2;

/** Finds places for pictures on a square sheet: side by side, on shelves one above the other. */
export class Shelves {
  #size;
  #top = 0;
  /** @type {{y: number, height: number, x: number}[]} */
  #shelves = [];

  /** @param {number} size of a side of the sheet */
  constructor(size) {
    this.#size = size;
  }

  clear() {
    this.#top = 0;
    this.#shelves = [];
  }

  /**
   * @param {number} width
   * @param {number} height
   * @returns {{x: number, y: number} | null} null if the sheet is full
   */
  place(width, height) {
    const shelf = this.#shelves.find((each) => height <= each.height
      && each.height <= height * slack && each.x + width <= this.#size)
      ?? this.#open(width, height);
    if (!shelf) return null;
    const place = { x: shelf.x, y: shelf.y };
    shelf.x += width + gap;
    return place;
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  #open(width, height) {
    if (width > this.#size || this.#top + height > this.#size) return null;
    const shelf = { y: this.#top, height, x: 0 };
    this.#top += height + gap;
    this.#shelves.push(shelf);
    return shelf;
  }
}
