import { Roster } from "../model/roster.js";
import { rowsInView, topFor } from "../model/rows.js";
import { deviceRow } from "./device-row.js";
import { element, setAttribute, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";
import { placeOf } from "./place-row.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").Device} Device */

/** How often the order is renewed without anybody asking, in milliseconds. */
const orderPeriod = 5_000;
/** Rows that are kept ready beyond each edge. */
const readyRows = 6;
/** Until the first row has been measured. */
const usualRowHeight = 54;

/**
 * The devices that match, as a list box: arrow keys walk, Enter opens. Only the rows in view exist.
 * @param {Context} context
 */
export function deviceList(context) {
  const { store, texts, actions } = context;
  const box = element("ul", {
    role: "listbox", "aria-label": texts.list.label, class: "device-rows", keydown: onKey,
  });
  const note = element("p", { class: "list-note quiet", role: "status" });
  const root = element("div", { class: "list-scroll", scroll: onScroll }, box, note);
  const rows = new KeyedChildren(box, (/** @type {Device} */ device) => device.id,
    (device) => deviceRow(device, context));
  const roster = new Roster();
  /** @type {number[]} */
  let shown = [];
  /** The row that the keyboard is on. */
  let current = 0;
  let rowHeight = usualRowHeight;
  /** What of the list is in view; kept, because asking would make the browser lay out the page. */
  let view = { top: 0, height: 0 };

  // At once when the person asks, else now and then: a list that jumps about cannot be read.
  store.watch(
    (state) => [state.search, state.filter, state.loaded, state.devices.size,
      Math.floor(state.now / orderPeriod)],
    (state) => {
      roster.update(state.devices);
      shown = roster.matching(state.search, state.filter);
      // Whoever types coordinates looks for a place, not for devices.
      if (shown.length === 0 && placeOf(state)) shown = roster.matching("", state.filter);
      setText(note, !state.loaded ? texts.list.loading
        : shown.length === 0 ? texts.list.nothingFound : "");
      show(note, note.textContent !== "");
      render();
    });
  store.watch((state) => [state.search, state.filter], () => scrollTo(0));
  store.watch((state) => [state.devices, state.positions, state.user, state.now], render);
  store.watch((state) => [state.route], reveal);
  new ResizeObserver(() => {
    view = { top: root.scrollTop, height: root.clientHeight };
    render();
    measure();
  }).observe(root);
  return { root, focus: enter, first: () => shown[0] ?? null };

  function onScroll() {
    view.top = root.scrollTop;
    render();
  }

  function render() {
    // A list that nobody sees has no height; it is drawn when it gets one.
    if (view.height === 0) return;
    const { devices } = store.state;
    const { first, end } = rowsInView({ ...view, rowHeight, count: shown.length }, readyRows);
    const hadFocus = box.contains(document.activeElement);
    const hadRows = box.childElementCount > 0;
    box.style.height = `${shown.length * rowHeight}px`;
    box.style.setProperty("--rows-above", `${first * rowHeight}px`);
    rows.render(shown.slice(first, end).flatMap((id) => devices.get(id) ?? []));
    current = Math.max(Math.min(current, shown.length - 1), 0);
    [...box.children].forEach((row, at) => {
      setAttribute(row, "tabindex", first + at === current ? 0 : -1);
      setAttribute(row, "aria-posinset", first + at + 1);
      setAttribute(row, "aria-setsize", shown.length);
    });
    setAttribute(box, "tabindex", current < first || current >= end ? 0 : null);
    // The row that had the focus has been scrolled away; the list keeps it.
    if (hadFocus && document.activeElement === document.body) box.focus({ preventScroll: true });
    if (!hadRows) measure();
  }

  /** Rows are higher on phones and with large letters. */
  function measure() {
    const height = box.firstElementChild?.getBoundingClientRect().height ?? 0;
    if (height === 0 || Math.abs(height - rowHeight) < 0.5) return;
    rowHeight = height;
    render();
  }

  /** @param {number} index */
  function scrollTo(index) {
    root.scrollTop = topFor(view, rowHeight, index);
    onScroll();
  }

  /** @param {number} index */
  function move(index) {
    if (shown.length === 0) return;
    current = Math.min(Math.max(index, 0), shown.length - 1);
    scrollTo(current);
    const row = box.querySelector(`[data-id="${shown[current]}"]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  }

  /** Moves the focus into the list: to the selected row, or the first. */
  function enter() {
    const { route } = store.state;
    move(route.view === "map" && route.deviceId !== null ? shown.indexOf(route.deviceId) : 0);
  }

  /** What was chosen on the map is shown in the list. */
  function reveal() {
    const { route } = store.state;
    if (route.view === "map" && route.deviceId !== null) {
      const index = shown.indexOf(route.deviceId);
      if (index >= 0) {
        current = index;
        scrollTo(index);
      }
    }
    render();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const page = Math.max(Math.floor(view.height / rowHeight) - 1, 1);
    switch (event.key) {
      case "ArrowDown": move(current + 1); break;
      case "ArrowUp": move(current - 1); break;
      case "PageDown": move(current + page); break;
      case "PageUp": move(current - page); break;
      case "Home": move(0); break;
      case "End": move(shown.length - 1); break;
      case "Enter":
      case " ": if (shown[current] !== undefined) actions.select(shown[current]); break;
      default: return;
    }
    event.preventDefault();
  }
}
