/** @typedef {{west: number, south: number, east: number, north: number}} Bounds */
/** @typedef {{type: "Feature", properties: object, geometry: object}} Feature */

/** A cell of the grid is at least this wide on the screen. */
const cellPixelsMin = 150;
/** The width of the world in pixels at zoom 0. */
const worldPixels = 512;
const latitudeMax = 85;
const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/**
 * The distance between lines in degrees.
 * @param {number} zoom
 */
export function graticuleStep(zoom) {
  const wanted = cellPixelsMin * 360 / (worldPixels * 2 ** zoom);
  return [...steps].reverse().find((step) => step >= wanted) ?? steps[0];
}

/**
 * Meridians and parallels within some bounds, and labels along them.
 * @param {Bounds} bounds
 * @param {number} zoom
 * @returns {{lines: object, labels: object}} two feature collections
 */
export function graticule(bounds, zoom) {
  const step = graticuleStep(zoom);
  const south = Math.max(bounds.south, -latitudeMax);
  const north = Math.min(bounds.north, latitudeMax);
  const meridians = multiples(bounds.west, bounds.east, step);
  const parallels = multiples(south, north, step);
  const lines = [
    ...meridians.map((value) => line([[value, south], [value, north]])),
    ...parallels.map((value) => line([[bounds.west, value], [bounds.east, value]])),
  ];
  const labels = [];
  // Between the crossings, and not in each cell, so that the grid stays in the background.
  for (const x of meridians) {
    for (const y of parallels) {
      if (!isThird(x, step) || !isThird(y, step)) continue;
      labels.push(label([x + step / 2, y], degreesText(y, step, "N", "S")));
      labels.push(label([x, y + step / 2], degreesText(wrapped(x), step, "E", "W")));
    }
  }
  return { lines: collection(lines), labels: collection(labels) };
}

/**
 * A coordinate such as 40.5° N, with as many digits as the grid needs.
 * @param {number} value
 * @param {number} step
 * @param {string} positive
 * @param {string} negative
 */
export function degreesText(value, step, positive, negative) {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const text = `${Math.abs(value).toFixed(digits)}°`;
  if (Number(Math.abs(value).toFixed(digits)) === 0) return text;
  return `${text} ${value > 0 ? positive : negative}`;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} step
 */
function multiples(from, to, step) {
  const result = [];
  for (let index = Math.ceil(from / step); index * step <= to; index += 1) {
    result.push(Number((index * step).toFixed(6)));
  }
  return result;
}

/**
 * @param {number} value
 * @param {number} step
 */
function isThird(value, step) {
  return Math.round(value / step) % 3 === 0;
}

/** @param {number} longitude */
function wrapped(longitude) {
  const turned = ((longitude + 180) % 360 + 360) % 360 - 180;
  return turned === -180 ? 180 : turned;
}

/**
 * @param {number[][]} coordinates
 * @returns {Feature}
 */
function line(coordinates) {
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } };
}

/**
 * @param {number[]} coordinates
 * @param {string} text
 * @returns {Feature}
 */
function label(coordinates, text) {
  const properties = { image: `grid:${text}` };
  return { type: "Feature", properties, geometry: { type: "Point", coordinates } };
}

/** @param {Feature[]} features */
export function collection(features) {
  return { type: "FeatureCollection", features };
}
