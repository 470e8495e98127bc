import { attributeRows } from "../model/attributes.js";
import { shownMoment, tracksOf } from "../model/replay.js";
import { rowsInView } from "../model/rows.js";
import { tableRows } from "../model/table-rows.js";
import { momentText } from "../model/time.js";
import { lastUpTo } from "../model/track.js";
import { altitudeText, compassPoint, speedText, unitChoice } from "../model/units.js";
import { element, setAttribute, setText } from "./dom.js";
import { positionDetail } from "./position-detail.js";

/** @typedef {import("../history").Track} Track */

const rowHeight = 32;
const margin = 8;
const coordinateDigits = 5;

/**
 * Every position as a row; only those in view are drawn. The row of the moment that is shown is
 * marked, and choosing a row shows its moment.
 * @param {import("./context.js").Context} context
 */
export function positionTable(context) {
  const { store, texts, actions } = context;
  const words = texts.history;
  const titles = /** @type {[string, string][]} */ (Object.entries(words.columns));
  const head = element("div", { class: "table-row table-head", role: "row", "aria-rowindex": 1 },
    ...titles.map(([name, title]) =>
      element("span", { role: "columnheader", class: `cell-${name}` }, title)));
  const body = element("div", { class: "table-body", role: "rowgroup" });
  const scroll = element("div", {
    class: "table-scroll", role: "grid", tabindex: 0, "aria-label": words.table,
    scroll: () => draw(),
    keydown: (/** @type {KeyboardEvent} */ event) => walk(event),
    pointerover: (/** @type {PointerEvent} */ event) => {
      const row = rowOf(event);
      if (row !== null && event.pointerType === "mouse") actions.history.peek(rows.moments[row]);
    },
    pointerleave: () => actions.history.peek(null),
    click: (/** @type {MouseEvent} */ event) => {
      const row = rowOf(event);
      if (row !== null) choose(row);
    },
  }, head, body);
  const detail = positionDetail(context);
  const root = element("div", { class: "table-pane" }, scroll, detail.root);

  /** @type {Track[]} */
  let tracks = [];
  let rows = tableRows([]);
  let chosen = -1;
  /** The rows that are drawn, by number. */
  let drawn = { first: 0, end: 0 };

  store.watch((state) => [state.history, state.devices, state.vocabulary, state.user],
    ({ history }) => {
      tracks = tracksOf(history);
      rows = tableRows(tracks);
      chosen = -1;
      drawn = { first: 0, end: 0 };
      body.replaceChildren();
      body.style.height = `${rows.moments.length * rowHeight}px`;
      setAttribute(scroll, "aria-rowcount", rows.moments.length + 1);
      root.classList.toggle("has-devices", (history?.devices.length ?? 0) > 1);
      mark();
    });
  store.watch((state) => [state.playback], mark);
  return { root, draw: () => {
    reveal();
    draw();
  } };

  /** Marks the row of the moment that is shown; what is only pointed at does not scroll. */
  function mark() {
    const { playback } = store.state;
    const at = shownMoment(playback);
    const row = at === null ? -1 : Math.max(lastUpTo(rows.moments, at), 0);
    const isChosen = row >= 0 && row < rows.moments.length;
    if (isChosen && playback.peek === null && row !== chosen) {
      chosen = row;
      reveal();
    }
    draw();
    for (const line of body.children) {
      const isThis = Number(/** @type {HTMLElement} */ (line).dataset.row) === row;
      setAttribute(line, "aria-selected", String(isThis));
    }
    setAttribute(scroll, "aria-activedescendant", isChosen ? `position-row-${row}` : null);
    detail.show(isChosen && root.offsetParent !== null
      ? tracks[rows.tracks[row]].positions[rows.indexes[row]] : null);
  }

  function reveal() {
    const top = chosen * rowHeight;
    const view = scroll.clientHeight - rowHeight;
    if (chosen < 0 || view <= 0) return;
    if (top < scroll.scrollTop || top + rowHeight > scroll.scrollTop + view) {
      scroll.scrollTop = Math.max(top - view / 2, 0);
    }
  }

  function draw() {
    if (scroll.clientHeight === 0) return;
    const count = rows.moments.length;
    const next = rowsInView(
      { top: scroll.scrollTop, height: scroll.clientHeight, rowHeight, count }, margin);
    if (next.first === drawn.first && next.end === drawn.end) return;
    const kept = new Map([...body.children].map((line) =>
      [Number(/** @type {HTMLElement} */ (line).dataset.row), line]));
    const lines = [];
    for (let row = next.first; row < next.end; row += 1) lines.push(kept.get(row) ?? line(row));
    body.replaceChildren(...lines);
    drawn = next;
  }

  /** @param {number} row */
  function line(row) {
    const track = tracks[rows.tracks[row]];
    const position = track.positions[rows.indexes[row]];
    const { devices, vocabulary, user } = store.state;
    const choice = unitChoice(user);
    const device = devices.get(track.deviceId);
    const said = attributeRows(position.attributes, vocabulary, choice, texts)
      .map(({ title, value }) => `${title} ${value}`).join(" · ");
    const hasPlace = !position.outdated;
    /** @type {Record<string, string>} */
    const cells = {
      time: momentText(new Date(rows.moments[row]).toISOString()),
      device: device?.name || device?.uniqueId || String(track.deviceId),
      speed: hasPlace ? speedText(position.speed, choice) : texts.none,
      course: hasPlace ? texts.panel.courseValue(position.course,
        texts.compass(compassPoint(position.course))) : texts.none,
      altitude: hasPlace ? altitudeText(position.altitude, choice) : texts.none,
      place: hasPlace ? `${position.latitude.toFixed(coordinateDigits)}, `
        + position.longitude.toFixed(coordinateDigits) : words.noFix,
      attributes: said,
    };
    const result = element("div", {
      class: "table-row", role: "row", id: `position-row-${row}`, "data-row": row,
      "aria-rowindex": row + 2, "aria-selected": String(row === chosen),
    }, ...titles.map(([name]) => {
      const cell = element("span", { role: "gridcell", class: `cell-${name}` });
      setText(cell, cells[name]);
      return cell;
    }));
    result.style.top = `${row * rowHeight}px`;
    return result;
  }

  /** @param {number} row */
  function choose(row) {
    if (row < 0 || row >= rows.moments.length) return;
    actions.history.play(false);
    actions.history.seek(rows.moments[row]);
  }

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const page = Math.max(Math.floor(scroll.clientHeight / rowHeight) - 1, 1);
    /** @type {Record<string, number>} */
    const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page };
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    const last = rows.moments.length - 1;
    choose(Math.min(Math.max(chosen + steps[event.key], 0), last));
  }

  /** @param {Event} event */
  function rowOf({ target }) {
    const part = target instanceof Element ? target.closest("[data-row]") : null;
    return part instanceof HTMLElement ? Number(part.dataset.row) : null;
  }
}
