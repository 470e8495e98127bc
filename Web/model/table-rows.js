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
