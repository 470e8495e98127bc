import { number, scaleOf } from "../model/units.js";

/** @typedef {import("../history").Track} Track */
/** @typedef {import("./graticule.js").Feature} Feature */

/** Speeds are told apart in so many steps; a step is drawn as one line. */
const steps = 12;
/** The colours end at this speed at least, in knots: who walks is not shown as racing. */
const topSpeedMin = 27;
/** More stops than this on one map are a blot. */
const stopsMax = 300;

/**
 * The speed at which the colours end, in knots.
 * @param {Track[]} tracks
 */
export function topSpeed(tracks) {
  return Math.max(topSpeedMin, ...tracks.map(({ maxSpeed }) => maxSpeed));
}

/**
 * The speeds of a legend from 0 up, for people.
 * @param {number} top in knots
 * @param {import("../model/units.js").UnitChoice} choice
 */
export function legendTexts(top, choice) {
  const { factor, symbol } = scaleOf("kn", choice);
  return ["0", number(top * factor / 2, 0), `${number(top * factor, 0)} ${symbol}`];
}

/**
 * The way of a device as lines of one speed each, and its gaps as lines of their own.
 * @param {Track} track
 * @param {number} top the speed at which the colours end, in knots
 * @returns {{lines: Feature[], gaps: Feature[]}}
 */
export function trackFeatures(track, top) {
  const { deviceId, placed, positions, gaps } = track;
  const places = placesOf(track);
  /** @param {number} place @param {number} end */
  const line = (place, end, properties = {}) => ({
    type: /** @type {const} */ ("Feature"),
    properties: { deviceId, first: place, last: end, ...properties },
    geometry: { type: "LineString", coordinates: places.slice(place, end + 1) },
  });
  /** @param {number} place */
  const stepTo = (place) => {
    const speed = (positions[placed[place - 1]].speed + positions[placed[place]].speed) / 2;
    return Math.min(Math.floor(Math.max(speed, 0) / top * steps), steps - 1);
  };
  const lines = [];
  const silent = [];
  let start = 0;
  for (let place = 1; place < placed.length; place += 1) {
    const isLast = place === placed.length - 1;
    if (gaps[place]) {
      silent.push(line(place - 1, place));
      start = place;
    } else if (isLast || gaps[place + 1] || stepTo(place + 1) !== stepTo(place)) {
      lines.push(line(start, place, { share: stepTo(place) / (steps - 1) }));
      start = place;
    }
  }
  return { lines, gaps: silent };
}

/**
 * Where a track begins, ends and stops.
 * @param {Track} track
 * @returns {Feature[]}
 */
export function markFeatures(track) {
  const { deviceId, placed, moments, stops } = track;
  if (placed.length === 0) return [];
  const places = placesOf(track);
  /** @param {string} shape @param {unknown} place @param {number} at @param {number} order */
  const mark = (shape, place, at, order) => ({
    type: /** @type {const} */ ("Feature"),
    properties: { deviceId, icon: `marker:${shape}`, at, order },
    geometry: { type: "Point", coordinates: place },
  });
  const longest = [...stops].sort((one, other) => (other.to - other.from) - (one.to - one.from));
  const last = placed.length - 1;
  return [
    ...longest.slice(0, stopsMax).map((stop) =>
      mark("stop", [stop.longitude, stop.latitude], stop.from, 0)),
    mark("end", places[last], moments[placed[last]], 1),
    mark("start", places[0], moments[placed[0]], 2),
  ];
}

/**
 * The places of a track, on across the antimeridian instead of back around the world.
 * @param {Track} track
 * @returns {[number, number][]}
 */
export function placesOf({ placed, positions }) {
  let shift = 0;
  let before = 0;
  return Array.from(placed, (index, place) => {
    const { latitude, longitude } = positions[index];
    if (place > 0 && Math.abs(longitude - before) > 180) {
      shift += longitude < before ? 360 : -360;
    }
    before = longitude;
    return [longitude + shift, latitude];
  });
}
