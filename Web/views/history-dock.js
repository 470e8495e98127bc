import { tracksOf } from "../model/replay.js";
import { element, setAttribute, show } from "./dom.js";
import { playbackBar } from "./playback-bar.js";
import { positionTable } from "./position-table.js";
import { readout } from "./readout.js";
import { trackChart } from "./track-chart.js";

/** @typedef {import("./context.js").Context} Context */

/** What has its own use for these keys. */
const ownKeys = "input:not([type=range]), select, textarea, summary, .map-canvas, [role=tab]";

/**
 * Below the map: playback, and the same history as a chart and as a table.
 * @param {Context} context
 */
export function historyDock(context) {
  const { store, texts, actions } = context;
  const words = texts.history;
  const chart = trackChart(context);
  const table = positionTable(context);
  const panes = [
    { pane: chart.root, tab: tab(words.chart, "chart", 0) },
    { pane: table.root, tab: tab(words.table, "table", 1) },
  ];
  for (const { pane, tab: own } of panes) {
    setAttribute(pane, "role", "tabpanel");
    setAttribute(pane, "aria-labelledby", own.id);
  }
  const tabs = element("div", {
    class: "dock-tabs", role: "tablist", keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const next = document.activeElement === panes[0].tab ? 1 : 0;
      open(next);
      panes[next].tab.focus();
    },
  }, ...panes.map((each) => each.tab));
  const root = element("section", {
    class: "history-dock", "aria-label": words.playback, hidden: true,
  }, playbackBar(context), element("div", { class: "dock-row" }, tabs, chart.choice,
    readout(context)), chart.root, table.root);

  open(0);
  store.watch((state) => [state.route.view, state.history], ({ route, history }) => {
    const isFilled = tracksOf(history).some(({ positions }) => positions.length > 0);
    show(root, route.view === "history" && isFilled);
  });
  document.addEventListener("keydown", (event) => {
    if (root.hidden || event.defaultPrevented || !(event.target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(ownKeys)) return;
    if (hear(event.key, event.target)) event.preventDefault();
  });
  return root;

  /**
   * @param {string} title
   * @param {string} name
   * @param {number} index
   */
  function tab(title, name, index) {
    return element("button", {
      class: "dock-tab", type: "button", role: "tab", id: `tab-${name}`, click: () => open(index),
    }, title);
  }

  /** @param {number} chosen */
  function open(chosen) {
    panes.forEach(({ pane, tab: own }, index) => {
      const isChosen = index === chosen;
      show(pane, isChosen);
      setAttribute(own, "aria-selected", String(isChosen));
      setAttribute(own, "tabindex", isChosen ? 0 : -1);
    });
    show(chart.choice, chosen === 0);
    root?.classList.toggle("has-table", chosen === 1);
    if (chosen === 0) chart.draw();
    else table.draw();
  }

  /**
   * @param {string} key
   * @param {Element} target
   * @returns {boolean} whether the key meant something
   */
  function hear(key, target) {
    switch (key) {
      case " ":
        // A button that has the focus is pressed by the space bar.
        if (target.closest("button, a")) return false;
        actions.history.play(!store.state.playback.isPlaying);
        return true;
      case "ArrowRight": actions.history.step(1); return true;
      case "ArrowLeft": actions.history.step(-1); return true;
      case "Home": actions.history.seek(-Infinity); return true;
      case "End": actions.history.seek(Infinity); return true;
      default: return false;
    }
  }
}
