// The flat world of web maps: x from 0 in the west to 1 in the east, y from 0 in the north to 1 in
// the south.

/** The width of the world in pixels at zoom 0, as the map library counts zooms. */
const worldPixelsAtZero = 512;

/** @param {number} zoom */
export function worldPixels(zoom) {
  return worldPixelsAtZero * 2 ** zoom;
}

/** @param {number} longitude */
export function mercatorX(longitude) {
  return (longitude + 180) / 360;
}

/** @param {number} latitude */
export function mercatorY(latitude) {
  const bounded = Math.min(Math.max(latitude, -85.05), 85.05);
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + bounded * Math.PI / 360)) / (2 * Math.PI);
}

/** @param {number} x */
export function longitudeOf(x) {
  return x * 360 - 180;
}

/** @param {number} y */
export function latitudeOf(y) {
  return Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360 / Math.PI - 90;
}

/**
 * A way from west to east, taken the short way around the world.
 * @param {number} difference of two x
 */
export function shortWay(difference) {
  return difference - Math.round(difference);
}
