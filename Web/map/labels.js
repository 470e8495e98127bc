/**
 * A part of the screen, by its left and upper edges.
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 */
/**
 * A name that may be drawn, and how much it matters; what somebody asked for is drawn over
 * everything.
 * @typedef {Box & {id: number, rank: number, isAsked: boolean}} Label
 */

const cellPixels = 48;
/** Air between two names. */
const gap = 2;

/**
 * The names that are drawn: none covers another, nor a marker, and of two that would the higher
 * rank stays.
 * @param {Label[]} labels
 * @param {Box[]} markers
 * @param {number} most
 * @returns {Label[]}
 */
export function withoutOverlap(labels, markers, most) {
  const order = [...labels].sort((one, other) => Number(other.isAsked) - Number(one.isAsked)
    || other.rank - one.rank || one.id - other.id);
  /** @type {Map<string, Box[]>} */
  const names = new Map();
  /** @type {Map<string, Box[]>} */
  const marked = new Map();
  for (const marker of markers) take(marked, marker);
  const chosen = [];
  for (const label of order) {
    if (chosen.length === most) break;
    if (isTaken(names, label) || (!label.isAsked && isTaken(marked, label))) continue;
    take(names, label);
    chosen.push(label);
  }
  return chosen;
}

/** @param {Map<string, Box[]>} taken @param {Box} box */
function take(taken, box) {
  for (const cell of cellsOf(box)) {
    const inCell = taken.get(cell);
    if (inCell) inCell.push(box);
    else taken.set(cell, [box]);
  }
}

/** @param {Map<string, Box[]>} taken @param {Box} box */
function isTaken(taken, box) {
  return cellsOf(box).some((cell) => taken.get(cell)?.some((other) => isCovered(box, other)));
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function isCovered(one, other) {
  return one.x < other.x + other.width + gap && other.x < one.x + one.width + gap
    && one.y < other.y + other.height + gap && other.y < one.y + one.height + gap;
}

/** @param {Box} box */
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
