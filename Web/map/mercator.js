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

/** The map library draws the world so often on each side of the one in the middle. */
const copiesMax = 3;
/** A picture reaches so far beyond its place: half a name. */
const overhang = 120;

/**
 * By how much a scene of one world is to be shifted so that each copy of the world in view has it.
 * @param {number} middle where the middle of the scene is, in pixels from the left edge of the view
 * @param {number} width of the view
 * @param {number} world the width of the world in pixels
 */
export function worldShifts(middle, width, world) {
  const reach = world / 2 + overhang;
  const first = Math.max(Math.ceil((-middle - reach) / world), -copiesMax);
  const last = Math.min(Math.floor((width - middle + reach) / world), copiesMax);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) =>
    (first + index) * world);
}
