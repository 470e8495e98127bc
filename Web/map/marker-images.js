import { drawn, fullTurn, halo, solid } from "./pen.js";

/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {import("./pen.js").Pen} Pen */

/** The halo of the selected one needs more room; what is small blocks fewer names. */
const sizes = { plain: 28, selected: 40 };
const haloRadius = 17;

/**
 * The shapes say the state without colour: disc, ring, square, diamond; a beak points ahead.
 */
const shapes = { moving, online, stale, offline, unknown, stop, start, end };

/** @typedef {keyof typeof shapes} Shape */

/**
 * The image of a marker whose id is marker:SHAPE or marker:SHAPE:selected.
 * @param {string} id
 * @param {Palette} palette
 */
export function markerImage(id, palette) {
  const [, shape, selected] = id.split(":");
  return drawn(selected ? sizes.selected : sizes.plain, (pen) => {
    if (selected) halo(pen, haloRadius, palette);
    shapes[/** @type {Shape} */ (shape)](pen, palette);
  });
}

/** @param {Pen} pen @param {Palette} palette */
function moving(pen, palette) {
  pen.beginPath();
  pen.moveTo(0, -13);
  pen.lineTo(9.5, 10);
  pen.lineTo(0, 5.5);
  pen.lineTo(-9.5, 10);
  pen.closePath();
  solid(pen, palette.online, palette.surface);
}

/** @param {Pen} pen @param {Palette} palette */
function online(pen, palette) {
  pen.beginPath();
  pen.arc(0, 0, 8, 0, fullTurn);
  solid(pen, palette.online, palette.surface);
}

/**
 * There, but not where it is drawn: its last place is old.
 * @param {Pen} pen
 * @param {Palette} palette
 */
function stale(pen, palette) {
  pen.beginPath();
  pen.arc(0, 0, 8, 0, fullTurn);
  solid(pen, palette.surface, palette.surface);
  pen.beginPath();
  pen.arc(0, 0, 6.5, 0, fullTurn);
  pen.lineWidth = 3;
  pen.strokeStyle = palette.online;
  pen.stroke();
}

/** @param {Pen} pen @param {Palette} palette */
function offline(pen, palette) {
  pen.beginPath();
  pen.roundRect(-7.5, -7.5, 15, 15, 3);
  solid(pen, palette.surface, palette.surface);
  pen.beginPath();
  pen.roundRect(-6.5, -6.5, 13, 13, 2.5);
  pen.lineWidth = 2.5;
  pen.strokeStyle = palette.offline;
  pen.stroke();
}

/** @param {Pen} pen @param {Palette} palette */
function unknown(pen, palette) {
  pen.beginPath();
  pen.moveTo(0, -10);
  pen.lineTo(10, 0);
  pen.lineTo(0, 10);
  pen.lineTo(-10, 0);
  pen.closePath();
  solid(pen, palette.unknown, palette.surface);
  pen.fillStyle = palette.surface;
  pen.font = "700 11px system-ui, sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText("?", 0, 0.5);
}

/** @param {Pen} pen @param {Palette} palette */
function stop(pen, palette) {
  pen.beginPath();
  pen.roundRect(-8, -8, 16, 16, 4);
  solid(pen, palette.offline, palette.surface);
  pen.fillStyle = palette.surface;
  pen.fillRect(-3.5, -4, 2.5, 8);
  pen.fillRect(1, -4, 2.5, 8);
}

/** @param {Pen} pen @param {Palette} palette */
function start(pen, palette) {
  pen.beginPath();
  pen.arc(0, 0, 9, 0, fullTurn);
  solid(pen, palette.accent, palette.surface);
  pen.beginPath();
  pen.moveTo(-2.5, -4.5);
  pen.lineTo(5, 0);
  pen.lineTo(-2.5, 4.5);
  pen.closePath();
  pen.fillStyle = palette.surface;
  pen.fill();
}

/** @param {Pen} pen @param {Palette} palette */
function end(pen, palette) {
  pen.beginPath();
  pen.arc(0, 0, 9, 0, fullTurn);
  solid(pen, palette.accent, palette.surface);
  pen.fillStyle = palette.surface;
  pen.fillRect(-3.5, -3.5, 7, 7);
}
