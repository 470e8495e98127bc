import { diagnoseAll } from "../model/diagnosis.js";
import { isSought, knownTrackers } from "../model/refusals.js";
import { checklist } from "./checklist.js";
import { connectionCard } from "./connection-card.js";
import { element, icon, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";
import { knownSection } from "./known-trackers.js";
import { refusalsSection } from "./refusals.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").State} State */
/** @typedef {ReturnType<typeof diagnoseAll>[number]} Item */

/** More than a person reads; problems come first. */
const rowsMax = 300;

/**
 * Who is connected, who was turned away, and in plain words why a tracker is not on the map.
 * @param {Context} context
 */
export function connectionsView(context) {
  const { store, texts } = context;
  const words = texts.connections;
  const noTrace = element("h2", {});
  const lost = element("div", { class: "no-trace" }, icon("search", "empty-picture"), noTrace,
    element("p", { class: "quiet" }, texts.checklist.noTraceHelp), checklist(context));
  const help = element("details", { class: "checklist-help" },
    element("summary", {}, texts.checklist.notHere), checklist(context));
  const root = element("section", { class: "page", "aria-labelledby": "connections-title" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { id: "connections-title" }, words.title),
        element("p", { class: "quiet" }, words.lead)),
      element("a", { class: "button", href: "#/explain" }, icon("explain"), texts.nav.explain)),
    searchField(context), lost, knownSection(context), openSection(context),
    refusalsSection(context), help);

  store.watch(
    (state) => [state.connections, state.refusals, state.route, state.devices, state.arrivals,
      state.deskSearch],
    (state) => {
      show(root, state.route.view === "connections");
      if (state.route.view !== "connections") return;
      const isLost = isTraceless(state);
      show(lost, isLost);
      show(help, !isLost && !isQuiet(state));
      setText(noTrace, texts.checklist.noTrace(state.deskSearch.trim()));
    });
  return root;
}

/**
 * Whether nobody is connected and nobody was turned away.
 * @param {State} state
 */
function isQuiet({ connections, refusals }) {
  return connections?.length === 0 && refusals?.length === 0;
}

/**
 * Whether somebody looks for a tracker of which nothing at all is known.
 * @param {State} state
 */
function isTraceless(state) {
  const { deskSearch, connections, refusals } = state;
  if (deskSearch.trim() === "" || connections === null || refusals === null) return false;
  const known = knownTrackers(deskSearch, state);
  return known.devices.length === 0 && known.arrivals.length === 0
    && !connections.some((each) => isSought(deskSearch, each))
    && !refusals.some((each) => isSought(deskSearch, each));
}

/** @param {Context} context */
function searchField({ store, texts, actions }) {
  /** @type {HTMLInputElement} */
  const input = element("input", {
    class: "search-input", type: "search", spellcheck: "false", autocomplete: "off",
    placeholder: texts.connections.search, "aria-label": texts.connections.search,
    input: () => actions.searchDesk(input.value),
  });
  store.watch((state) => [state.deskSearch], (state) => {
    if (input.value !== state.deskSearch) input.value = state.deskSearch;
  });
  return element("div", { class: "search desk-search", role: "search" }, icon("search"), input);
}

/** @param {Context} context */
function openSection(context) {
  const { store, texts } = context;
  const words = texts.connections;
  const list = element("ul", { class: "cards" });
  const count = element("span", { class: "section-count" });
  const loading = element("p", { class: "quiet" }, words.loading);
  const check = checklist(context);
  const none = element("div", { class: "nobody" },
    element("p", { class: "quiet" }, words.none), check);
  const more = element("p", { class: "quiet" });
  const root = element("section", { class: "desk-section" },
    element("h2", {}, words.open, " ", count), loading, none, list, more);
  const cards = new KeyedChildren(list, (/** @type {Item} */ item) => item.connection.id,
    () => connectionCard(context));

  store.watch(
    (state) => [state.connections, state.route, state.devices, state.positions, state.arrivals,
      state.refusals, state.deskSearch, Math.floor(state.now / 5_000)],
    (state) => {
      if (state.route.view !== "connections") return;
      const items = diagnoseAll(state.connections ?? [], state).filter(
        ({ connection, diagnosis }) =>
          isSought(state.deskSearch, connection, diagnosis.device?.name));
      cards.render(items.slice(0, rowsMax));
      const isSearching = state.deskSearch.trim() !== "";
      show(root, items.length > 0 || !isSearching);
      setText(count, String(items.length));
      show(count, items.length > 0);
      show(loading, state.connections === null);
      show(none, state.connections?.length === 0 && !isSearching);
      show(check, isQuiet(state));
      show(more, items.length > rowsMax);
      setText(more, texts.list.more(items.length - rowsMax));
    });
  return root;
}
