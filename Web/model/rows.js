// Long lists of which only the rows in view exist.

/**
 * Which rows are drawn: those in view and some around them.
 * @param {{top: number, height: number, rowHeight: number, count: number}} view
 * @param {number} margin
 */
export function rowsInView({ top, height, rowHeight, count }, margin) {
  const first = Math.max(Math.floor(top / rowHeight) - margin, 0);
  const end = Math.min(Math.ceil((top + height) / rowHeight) + margin, count);
  return { first: Math.min(first, count), end: Math.max(end, Math.min(first, count)) };
}

/**
 * Where a list has to be scrolled so that a row is in view, as little as possible.
 * @param {{top: number, height: number}} view
 * @param {number} rowHeight
 * @param {number} index
 */
export function topFor({ top, height }, rowHeight, index) {
  const row = index * rowHeight;
  if (row < top) return row;
  return row + rowHeight > top + height ? row + rowHeight - height : top;
}
