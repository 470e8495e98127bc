/** @typedef {{west: number, south: number, east: number, north: number}} Bounds */
/** @typedef {{type: "Feature", properties: object, geometry: object}} Feature */

/** A cell of the grid is at least this wide on the screen. */
const cellPixelsMin = 110;
/** The width of the world in pixels at zoom 0. */
const worldPixels = 512;
const latitudeMax = 85;
/** How much of the grid is kept ready around the view, as a share of it. */
const margin = 0.5;
/** How far the labels stand from the edge, as a share of the view. */
const inset = 0.035;
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
 * Meridians and parallels of a view and its surroundings, each with a label at the edge of the
 * view: meridians at the top, parallels at the left.
 * @param {Bounds} view
 * @param {number} zoom
 * @returns {{lines: object, labels: object}} two feature collections
 */
export function graticule(view, zoom) {
  const step = graticuleStep(zoom);
  const width = view.east - view.west;
  const height = view.north - view.south;
  const west = view.west - width * margin;
  const east = view.east + width * margin;
  const south = Math.max(view.south - height * margin, -latitudeMax);
  const north = Math.min(view.north + height * margin, latitudeMax);
  const meridians = multiples(west, east, step);
  const parallels = multiples(south, north, step);
  const lines = [
    ...meridians.map((value) => line([[value, south], [value, north]])),
    ...parallels.map((value) => line([[west, value], [east, value]])),
  ];
  const top = Math.min(view.north, latitudeMax) - height * inset;
  const left = view.west + width * inset;
  const labels = [
    ...meridians.map((value) => label([value, top], degreesText(wrapped(value), step, "E", "W"))),
    ...parallels.map((value) => label([left, value], degreesText(value, step, "N", "S"))),
  ];
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
