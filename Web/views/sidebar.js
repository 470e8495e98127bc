import { countByStatus } from "../model/fleet.js";
import { deviceList } from "./device-list.js";
import { element, icon, setAttribute, setText, show, statusShape } from "./dom.js";
import { emptyState } from "./empty-state.js";
import { firstSteps } from "./first-steps.js";
import { placeRow, placeOf } from "./place-row.js";
import { sheetHandle } from "./sheet.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Search, filter and list; or, as long as there is no device, how to get one.
 * @param {Context} context
 */
export function sidebar(context) {
  const { store, texts } = context;
  const list = deviceList(context);
  const tools = element("div", { class: "list-tools" },
    searchField(context, list), placeRow(context), filters(context));
  const empty = emptyState(context);
  const root = element("section", { class: "sidebar", id: "devices", "aria-label": texts.list.label,
    tabindex: -1 });
  root.append(sheetHandle(root, texts.list.sheet), firstSteps(context), tools,
    arrivalsHint(context), list.root, empty);
  store.watch((state) => [state.route.view], (state) => {
    show(root, state.route.view !== "history");
  });
  store.watch((state) => [state.devices.size, state.loaded], (state) => {
    const isEmpty = state.loaded && state.devices.size === 0;
    show(tools, !isEmpty);
    show(list.root, !isEmpty);
    show(empty, isEmpty);
  });
  return root;
}

/**
 * Enter goes to the place whose coordinates were typed, or opens the first device that matches.
 * @param {Context} context
 * @param {{focus: () => void, first: () => number | null}} list
 */
function searchField({ store, texts, actions }, list) {
  /** @type {HTMLInputElement} */
  const input = element("input", {
    class: "search-input", type: "search", placeholder: texts.places.search, spellcheck: "false",
    "aria-label": texts.places.search, autocomplete: "off",
    input: () => actions.search(input.value),
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        list.focus();
      } else if (event.key === "Enter" && input.value.trim() !== "") {
        event.preventDefault();
        enter();
      } else if (event.key === "Escape" && input.value !== "") {
        event.preventDefault();
        event.stopPropagation();
        actions.search("");
      }
    },
  });
  function enter() {
    // The list follows with the next frame; the field says what is looked for now.
    store.flush();
    const place = placeOf(store.state);
    const first = list.first();
    if (place) actions.map.goTo(place);
    else if (first !== null) actions.select(first);
  }
  store.watch((state) => [state.search], (state) => {
    if (input.value !== state.search) input.value = state.search;
  });
  return element("div", { class: "search" }, icon("search"), input);
}

/** @param {Context} context */
function filters({ store, texts, actions }) {
  /** @type {import("../types").StatusFilter[]} */
  const values = ["all", "online", "offline", "unknown"];
  const buttons = values.map((value) => {
    const count = element("span", { class: "filter-count" });
    const name = value === "all" ? texts.list.all : texts.status[value];
    const button = element("button", {
      class: "filter", type: "button", click: () => actions.filter(value),
    }, value !== "all" && statusShape(value), element("span", {}, name), count);
    return { value, button, count };
  });
  store.watch((state) => [state.devices, state.filter], (state) => {
    const counts = countByStatus(state.devices.values());
    for (const { value, button, count } of buttons) {
      setAttribute(button, "aria-pressed", String(state.filter === value));
      setText(count, String(counts[value]));
      // What hardly ever is takes no room until it is.
      show(button, value !== "unknown" || counts.unknown > 0 || state.filter === "unknown");
    }
  });
  return element("div", { class: "filters", role: "group", "aria-label": texts.list.filter },
    ...buttons.map(({ button }) => button));
}

/** @param {Context} context */
function arrivalsHint({ store, texts }) {
  const text = element("span", {});
  const root = element("a", { class: "arrivals-hint", href: "#/arrivals" }, icon("arrivals"), text,
    element("span", { class: "arrivals-hint-go" }, texts.list.review));
  store.watch((state) => [state.arrivals, state.devices.size], (state) => {
    const count = state.arrivals?.length ?? 0;
    show(root, count > 0 && state.devices.size > 0);
    setText(text, texts.list.arrivalsWaiting(count));
  });
  return root;
}
