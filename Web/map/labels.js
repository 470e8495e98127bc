/**
 * A name that may be drawn: a box on the screen, and how much it matters.
 * @typedef {{id: number, x: number, y: number, width: number, height: number, rank: number}} Label
 */

const cellPixels = 48;
/** Air between two names. */
const gap = 2;

/**
 * The names that are drawn: none covers another, and of two that would the higher rank stays.
 * @param {Label[]} labels x and y are the left and upper edges
 * @param {number} most
 * @returns {Label[]}
 */
export function withoutOverlap(labels, most) {
  const order = [...labels].sort((one, other) => other.rank - one.rank || one.id - other.id);
  /** @type {Map<string, Label[]>} */
  const taken = new Map();
  const chosen = [];
  for (const label of order) {
    if (chosen.length === most) break;
    const cells = cellsOf(label);
    if (cells.some((cell) => taken.get(cell)?.some((other) => isCovered(label, other)))) continue;
    for (const cell of cells) {
      const inCell = taken.get(cell);
      if (inCell) inCell.push(label);
      else taken.set(cell, [label]);
    }
    chosen.push(label);
  }
  return chosen;
}

/**
 * @param {Label} one
 * @param {Label} other
 */
function isCovered(one, other) {
  return one.x < other.x + other.width + gap && other.x < one.x + one.width + gap
    && one.y < other.y + other.height + gap && other.y < one.y + one.height + gap;
}

/** @param {Label} label */
function cellsOf({ x, y, width, height }) {
  const cells = [];
  const right = Math.floor((x + width + gap) / cellPixels);
  const bottom = Math.floor((y + height + gap) / cellPixels);
  for (let column = Math.floor(x / cellPixels); column <= right; column += 1) {
    for (let row = Math.floor(y / cellPixels); row <= bottom; row += 1) {
      cells.push(`${column} ${row}`);
    }
  }
  return cells;
}
