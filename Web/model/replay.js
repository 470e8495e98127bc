import { lastUpTo } from "./track.js";

/** @typedef {import("../history").Track} Track */

/**
 * Where a device was at a moment, and what it did.
 * @typedef {object} Scene
 * @property {number} latitude
 * @property {number} longitude
 * @property {number} index of the position that was the last by then
 * @property {"before" | "moving" | "stop" | "gap" | "after"} kind
 * @property {import("../history").Stop | null} stop
 */

/**
 * What a track shows of a moment: on the way between two positions a place between them, in a gap
 * the last known one. Null if the track has no place.
 * @param {Track} track
 * @param {number} at
 * @returns {Scene | null}
 */
export function sceneAt(track, at) {
  const { placed, positions, moments, stops } = track;
  if (placed.length === 0) return null;
  const place = lastPlaceUpTo(track, at);
  const index = placed[Math.max(place, 0)];
  const { latitude, longitude } = positions[index];
  const known = { latitude, longitude, index, stop: null };
  if (place < 0) return { ...known, kind: "before" };
  const stop = stops[lastUpTo(stops.map(({ from }) => from), at)];
  if (stop && at <= stop.to) return { ...known, kind: "stop", stop };
  if (place === placed.length - 1) {
    return { ...known, kind: at > moments[index] ? "after" : "moving" };
  }
  if (track.gaps[place + 1]) return { ...known, kind: at > moments[index] ? "gap" : "moving" };
  const next = placed[place + 1];
  const share = (at - moments[index]) / Math.max(moments[next] - moments[index], 1);
  let east = positions[next].longitude - longitude;
  // The short way, across the antimeridian too.
  if (Math.abs(east) > 180) east -= 360 * Math.sign(east);
  return {
    ...known, kind: "moving",
    latitude: latitude + (positions[next].latitude - latitude) * share,
    longitude: longitude + east * share,
  };
}

/**
 * The moment of the next or previous position of any track; the same moment at an end.
 * @param {Track[]} tracks
 * @param {number} at
 * @param {1 | -1} direction
 */
export function neighbour(tracks, at, direction) {
  const found = tracks.flatMap(({ moments }) => {
    const index = direction > 0 ? lastUpTo(moments, at) + 1 : lastUpTo(moments, at - 0.5);
    return index >= 0 && index < moments.length ? [moments[index]] : [];
  });
  if (found.length === 0) return at;
  return direction > 0 ? Math.min(...found) : Math.max(...found);
}

/**
 * The place, in the order of placed, of the last position with a place up to a moment.
 * @param {Track} track
 * @param {number} at
 */
function lastPlaceUpTo({ placed, moments }, at) {
  return lastUpTo(placed, lastUpTo(moments, at));
}

/**
 * The tracks that have come so far.
 * @param {import("../history").HistoryState | null} history
 */
export function tracksOf(history) {
  return (history?.devices ?? []).flatMap(({ track }) => track ?? []);
}

/**
 * The moment that is shown.
 * @param {import("../history").PlaybackState} playback
 */
export function shownMoment({ at, peek }) {
  return peek ?? at;
}
