import { darkScheme, readPalette } from "../map/palette.js";
import { shownMoment, tracksOf } from "../model/replay.js";
import { boundsOf, chartFields, seriesOf } from "../model/series.js";
import { extentOf, nearestIndex } from "../model/track.js";
import { number, unitChoice } from "../model/units.js";
import { drawChart, frameOf } from "./chart-drawing.js";
import { element, replace, setAttribute, setText, show } from "./dom.js";

/** @typedef {import("../history").ChartField} ChartField */
/** @typedef {import("../history").Series} Series */

/**
 * A field of the histories over time. Pointing at it moves the markers of the map, and the moment
 * of the map is a line in it.
 * @param {import("./context.js").Context} context
 */
export function trackChart({ store, texts, actions }) {
  const words = texts.history;
  const canvas = element("canvas", { class: "chart-canvas", role: "img" });
  const cursor = element("canvas", { class: "chart-cursor", "aria-hidden": "true" });
  const none = element("p", { class: "chart-none quiet", hidden: true }, words.noValues);
  /** @type {HTMLDivElement} */
  const box = element("div", {
    class: "chart-box",
    pointermove: (/** @type {PointerEvent} */ event) => point(event),
    pointerdown: (/** @type {PointerEvent} */ event) => {
      box.setPointerCapture(event.pointerId);
      point(event);
    },
    pointerup: (/** @type {PointerEvent} */ event) => actions.history.seek(momentOf(event)),
    pointerleave: () => actions.history.peek(null),
    pointercancel: () => actions.history.peek(null),
  }, canvas, cursor, none);
  const root = element("div", { class: "chart-pane" }, box);
  const select = element("select", {
    class: "select chart-field", change: () => {
      wanted = select.value;
      renew();
    },
  });
  const value = element("span", { class: "chart-value mono" });
  const choice = element("label", { class: "chart-choice small" },
    element("span", { class: "visually-hidden" }, words.shown), select, value);

  let wanted = "speed";
  /** @type {ChartField[]} */
  let fields = [];
  /** @type {Series[]} */
  let series = [];
  let range = { from: 0, to: 1 };
  /** @param {number} value */
  let down = (value) => value;
  let palette = readPalette();

  store.watch((state) => [state.history, state.vocabulary, state.user], (state) => {
    const tracks = tracksOf(state.history);
    fields = chartFields(tracks, state.vocabulary, unitChoice(state.user), words);
    replace(select, ...fields.map(({ id, title }) => element("option", { value: id }, title)));
    renew();
  });
  store.watch((state) => [state.playback], drawCursor);
  new ResizeObserver(draw).observe(box);
  darkScheme.addEventListener("change", () => {
    palette = readPalette();
    draw();
  });
  return { root, choice, draw };

  /** The curves of what is to be shown now. */
  function renew() {
    const field = fields.find(({ id }) => id === wanted) ?? fields[0];
    select.value = field.id;
    const tracks = tracksOf(store.state.history);
    range = extentOf(tracks) ?? range;
    series = tracks.map((track) => seriesOf(track, field));
    const bounds = boundsOf(series);
    show(none, bounds === null);
    setAttribute(canvas, "aria-label", bounds === null ? words.noValues
      : words.chartOf(field.title, text(bounds.least, field), text(bounds.greatest, field)));
    draw();
  }

  function draw() {
    const { clientWidth: width, clientHeight: height } = box;
    if (width === 0 || height === 0) return;
    const pen = sized(canvas, width, height);
    const frame = frameOf(width, height);
    down = drawChart(pen, { series, colors: series.map(color), range, frame }, palette);
    drawCursor();
  }

  function drawCursor() {
    const { clientWidth: width, clientHeight: height } = box;
    const at = shownMoment(store.state.playback);
    if (width === 0 || height === 0) return;
    const pen = sized(cursor, width, height);
    const field = fields.find(({ id }) => id === select.value);
    if (at === null || !field) return;
    const frame = frameOf(width, height);
    const x = frame.left
      + (at - range.from) / Math.max(range.to - range.from, 1) * (frame.right - frame.left);
    pen.strokeStyle = palette.inkSoft;
    pen.beginPath();
    pen.moveTo(x, frame.top);
    pen.lineTo(x, frame.bottom);
    pen.stroke();
    const values = series.map((each) => valueAt(each, at));
    values.forEach((each, index) => {
      if (Number.isNaN(each)) return;
      pen.fillStyle = color(series[index]);
      pen.strokeStyle = palette.surface;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(x, down(each), 4.5, 0, 2 * Math.PI);
      pen.fill();
      pen.stroke();
    });
    setText(value, values.map((each) => (Number.isNaN(each) ? texts.none : text(each, field)))
      .join(" · "));
  }

  /** @param {Series} each */
  function color({ deviceId }) {
    const index = store.state.history?.devices.findIndex((own) => own.deviceId === deviceId) ?? 0;
    return palette.series[Math.max(index, 0) % palette.series.length];
  }

  /** @param {PointerEvent} event */
  function momentOf(event) {
    const frame = frameOf(box.clientWidth, box.clientHeight);
    const x = event.clientX - box.getBoundingClientRect().left;
    const share = (x - frame.left) / Math.max(frame.right - frame.left, 1);
    return range.from + Math.min(Math.max(share, 0), 1) * (range.to - range.from);
  }

  /** @param {PointerEvent} event */
  function point(event) {
    actions.history.peek(momentOf(event));
  }

  /** @param {Series} each @param {number} at */
  function valueAt(each, at) {
    const track = tracksOf(store.state.history).find(({ deviceId }) => deviceId === each.deviceId);
    const index = track ? nearestIndex(track, at) : -1;
    const isNear = index >= 0 && Math.abs(each.moments[index] - at) <= each.silence;
    return isNear ? each.values[index] : NaN;
  }
}

/** @param {number} value @param {ChartField} field */
function text(value, { symbol }) {
  return `${number(value, 2)} ${symbol}`.trim();
}

/**
 * An empty canvas of a size in the pixels of the screen.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 */
function sized(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser has no canvas");
  pen.scale(ratio, ratio);
  return pen;
}
