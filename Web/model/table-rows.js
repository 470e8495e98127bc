/** @typedef {import("../history").Track} Track */
/** @typedef {{moments: Float64Array, tracks: Uint8Array, indexes: Int32Array}} TableRows */

/**
 * The positions of several tracks as rows in the order of their moments.
 * @param {Track[]} tracks
 * @returns {TableRows}
 */
export function tableRows(tracks) {
  const all = tracks.flatMap(({ moments }, track) =>
    Array.from(moments, (at, index) => ({ at, track, index })));
  if (tracks.length > 1) all.sort((left, right) => left.at - right.at);
  return {
    moments: Float64Array.from(all, ({ at }) => at),
    tracks: Uint8Array.from(all, ({ track }) => track),
    indexes: Int32Array.from(all, ({ index }) => index),
  };
}

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
