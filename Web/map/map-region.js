import { element, icon, replace, setText, show } from "../views/dom.js";
import { followChip } from "../views/follow-chip.js";
import { layersMenu } from "../views/layers-menu.js";
import { speedLegend } from "../views/speed-legend.js";
import { loadMapLibre } from "./loader.js";
import { startMap } from "./map-view.js";

/** @typedef {import("../views/context.js").Context} Context */

/** OpenStreetMap asks that its name leads to its terms. */
const termsName = "OpenStreetMap";
const termsAddress = "https://www.openstreetmap.org/copyright";

/**
 * The place of the map: the canvas, what is said over it, and what stands in for it.
 * @param {Context} context
 */
export function mapRegion(context) {
  const { store, texts } = context;
  const canvas = element("div", { class: "map-canvas" });
  const failure = element("p", { class: "map-failure", hidden: true });
  const tilesNote = element("p", { class: "map-note", hidden: true }, texts.map.tilesUnreachable);
  const attribution = element("p", { class: "map-attribution", hidden: true });
  let fitAll = () => {};
  const fit = element("button", {
    class: "button is-icon map-fit", type: "button", title: texts.map.fit,
    "aria-label": texts.map.fit, click: () => fitAll(),
  }, icon("fit"));
  const layers = layersMenu(context);
  const root = element("div", {
    class: "map-region", id: "map", role: "region", "aria-label": texts.map.label, tabindex: -1,
  }, canvas, fit, layers, followChip(context), speedLegend(context), tilesNote, attribution,
  failure);

  store.watch((state) => [state.tiles, state.server, state.layers], (state) => {
    show(tilesNote, state.tiles === "unreachable");
    const text = state.layers.tiles === "own" ? hostOf(state.layers.ownTiles)
      : state.server?.attributes.mapAttribution ?? "";
    show(attribution, state.tiles === "shown" && text !== "");
    replace(attribution, ...linked(text));
  });

  let isStarted = false;
  store.watch((state) => [state.phase], (state) => {
    if (state.phase !== "ready" || isStarted) return;
    isStarted = true;
    void start();
  });
  return root;

  async function start() {
    const library = await loadMapLibre().catch(() => null);
    try {
      if (library) fitAll = (await startMap(library, canvas, context)).fit;
    } catch {
      // Without WebGL the list, the panel and the other views still work.
      fail(texts.map.unavailable);
    }
    if (!library) fail(texts.map.notInstalled);
  }

  /** @param {string} text */
  function fail(text) {
    setText(failure, text);
    show(failure, true);
    show(canvas, false);
    show(fit, false);
    show(layers, false);
  }
}

/**
 * Whose images are shown, where only their address says it.
 * @param {string} template
 */
function hostOf(template) {
  return new URL(template, location.origin).host;
}

/**
 * The attribution with the name of OpenStreetMap as a link.
 * @param {string} text
 */
function linked(text) {
  const start = text.indexOf(termsName);
  if (start < 0) return [text];
  const link = element("a", { href: termsAddress, target: "_blank", rel: "noreferrer" }, termsName);
  return [text.slice(0, start), link, text.slice(start + termsName.length)];
}
