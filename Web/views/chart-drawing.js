import { axisText } from "../model/time.js";
import { boundsOf, decimated, roundScale, roundTimes } from "../model/series.js";
import { timeText } from "../model/range.js";
import { number } from "../model/units.js";

/** @typedef {import("../history").Series} Series */
/** @typedef {import("../history").TimeRange} TimeRange */
/** @typedef {import("../map/palette.js").Palette} Palette */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Frame */

const font = '11px -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const lineSteps = 4;
const timePixels = 90;
const dayLength = 86_400_000;

/**
 * Where the curves lie in a drawing.
 * @param {number} width
 * @param {number} height
 * @returns {Frame}
 */
export function frameOf(width, height) {
  return { left: 46, right: width - 12, top: 10, bottom: height - 22 };
}

/**
 * Draws axes and curves; tells where a value is, for what is drawn above them.
 * @param {CanvasRenderingContext2D} pen
 * @param {{series: Series[], colors: string[], range: TimeRange, frame: Frame}} subject
 * @param {Palette} palette
 * @returns {(value: number) => number}
 */
export function drawChart(pen, { series, colors, range, frame }, palette) {
  const bounds = boundsOf(series) ?? { least: 0, greatest: 1 };
  // A scale that begins at zero, if that does not flatten the curve.
  const least = bounds.least > 0 && bounds.least < bounds.greatest / 2 ? 0 : bounds.least;
  const scale = roundScale(least, bounds.greatest, lineSteps);
  const [low, high] = [scale[0], scale[scale.length - 1]];
  /** @param {number} value */
  const down = (value) =>
    frame.bottom - (value - low) / (high - low) * (frame.bottom - frame.top);
  pen.font = font;
  drawScale(pen, scale, down, frame, palette);
  drawTimes(pen, range, frame, palette);
  series.forEach((each, index) =>
    drawCurve(pen, each, { range, frame, down, color: colors[index] }));
  return down;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number[]} scale
 * @param {(value: number) => number} down
 * @param {Frame} frame
 * @param {Palette} palette
 */
function drawScale(pen, scale, down, frame, palette) {
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  pen.lineWidth = 1;
  for (const value of scale) {
    const y = Math.round(down(value)) + 0.5;
    pen.strokeStyle = palette.line;
    pen.beginPath();
    pen.moveTo(frame.left, y);
    pen.lineTo(frame.right, y);
    pen.stroke();
    pen.fillStyle = palette.inkSoft;
    pen.fillText(number(value, 2), frame.left - 8, y);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {TimeRange} range
 * @param {Frame} frame
 * @param {Palette} palette
 */
function drawTimes(pen, range, frame, palette) {
  const width = frame.right - frame.left;
  const { step, moments } = roundTimes(range, Math.max(Math.floor(width / timePixels), 1));
  pen.textAlign = "center";
  pen.textBaseline = "top";
  pen.fillStyle = palette.inkSoft;
  for (const at of moments) {
    const isDay = step >= dayLength || timeText(at).endsWith("T00:00");
    const x = frame.left + (at - range.from) / Math.max(range.to - range.from, 1) * width;
    const text = axisText(at, isDay);
    const half = pen.measureText(text).width / 2;
    pen.fillText(text, Math.min(Math.max(x, frame.left + half), frame.right - half),
      frame.bottom + 7);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Series} series
 * @param {{range: TimeRange, frame: Frame, down: (value: number) => number, color: string}} look
 */
function drawCurve(pen, series, { range, frame, down, color }) {
  const columns = Math.max(Math.floor(frame.right - frame.left), 2);
  const values = decimated(series, range, columns);
  const silence = series.silence / Math.max(range.to - range.from, 1) * columns;
  pen.strokeStyle = color;
  pen.lineWidth = 1.6;
  pen.lineJoin = "round";
  pen.beginPath();
  let last = -Infinity;
  for (let column = 0; column < columns; column += 1) {
    const at = 4 * column;
    if (Number.isNaN(values[at])) continue;
    const x = frame.left + column;
    if (column - last > Math.max(silence, 2)) pen.moveTo(x - 0.5, down(values[at]));
    for (let part = 0; part < 4; part += 1) pen.lineTo(x, down(values[at + part]));
    last = column;
  }
  pen.stroke();
}
