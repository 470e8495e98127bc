import { matching } from "../model/search.js";
import { span } from "../model/time.js";
import { isMoving, speedText, unitChoice } from "../model/units.js";
import { element, icon, replace, setAttribute, setText, show, statusShape } from "./dom.js";
import { KeyedChildren } from "./keyed.js";
import { listKeys } from "./list-keys.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").Device} Device */

/** More rows than a person scrolls through; the search finds the rest. */
const rowsMax = 500;
/** How often the order and the ages of the rows are renewed, in milliseconds. */
const orderPeriod = 5_000;
const movementAgeMax = 10 * 60_000;

/**
 * The devices that match, as a list box: arrow keys walk, Enter opens.
 * @param {Context} context
 */
export function deviceList(context) {
  const { store, texts, actions } = context;
  const box = element("ul", { role: "listbox", "aria-label": texts.list.label });
  const note = element("p", { class: "list-note quiet", role: "status" });
  const keys = listKeys(box, (row) => actions.select(Number(row.dataset.id)));
  const rows = new KeyedChildren(box, (/** @type {Device} */ device) => device.id,
    (device) => deviceRow(device, context));

  /** @type {number[]} */
  let shown = [];
  // Sorting thousands of names takes its time: at once when the person asks, else now and then.
  store.watch(
    (state) => [state.search, state.filter, state.loaded, state.devices.size,
      Math.floor(state.now / orderPeriod)],
    (state) => {
      const found = matching(state.devices.values(), state.search, state.filter);
      shown = found.slice(0, rowsMax).map((device) => device.id);
      const hidden = found.length - rowsMax;
      setText(note, !state.loaded ? texts.list.loading
        : found.length === 0 ? texts.list.nothingFound
          : hidden > 0 ? texts.list.more(hidden) : "");
      show(note, note.textContent !== "");
      render(state);
    });
  store.watch((state) => [state.devices, state.positions, state.route, state.user], render);

  /** @param {import("../types").State} state */
  function render({ devices }) {
    rows.render(shown.flatMap((id) => devices.get(id) ?? []));
    keys.refresh();
  }
  return { root: element("div", { class: "list-scroll" }, box, note), focus: keys.enter };
}

/**
 * @param {Device} first
 * @param {Context} context
 */
function deviceRow(first, { store, texts, actions }) {
  const shape = element("span", { class: "row-shape" });
  const name = element("span", { class: "row-name", dir: "auto" });
  const status = element("span", { class: "row-status" });
  const detail = element("span", { class: "row-detail" });
  const age = element("span", { class: "row-age" });
  const root = element("li", {
    class: "device-row", role: "option", "data-id": first.id, tabindex: -1,
    click: () => actions.select(first.id),
  }, shape, element("span", { class: "row-main" }, name, detail),
  element("span", { class: "row-end" }, status, age));
  let shown = "";

  /** @param {Device} device */
  function update(device) {
    const { positions, route, now, user } = store.state;
    if (device.status !== shown) replace(shape, statusShape(device.status));
    shown = device.status;
    setText(name, device.name || device.uniqueId);
    setText(status, texts.status[device.status]);
    status.className = `row-status is-${device.status}`;
    const position = positions.get(device.id);
    setText(detail, position ? movementText(position, now, user) : texts.list.noPosition);
    setText(age, device.lastUpdate ? texts.ago(span(now - Date.parse(device.lastUpdate)))
      : texts.list.never);
    const isSelected = route.view === "map" && route.deviceId === device.id;
    setAttribute(root, "aria-selected", String(isSelected));
    root.classList.toggle("is-attention", Boolean(position?.attributes.alarm));
  }
  /**
   * An old position says nothing about what the device does now.
   * @param {import("../types").Position} position
   * @param {number} now
   * @param {import("../types").User | null} user
   */
  function movementText(position, now, user) {
    const age = now - Date.parse(position.fixTime);
    if (age > movementAgeMax) return texts.list.oldPosition(texts.span(span(age)));
    return isMoving(position.speed) ? speedText(position.speed, unitChoice(user))
      : texts.list.stands;
  }
  root.append(icon("chevron", "icon row-chevron"));
  return { root, update };
}
