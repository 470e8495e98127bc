import { isTileTemplate } from "../model/layers.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { markerLegend } from "./marker-legend.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../map").LayerChoices} LayerChoices */

/**
 * What the map shows: a button on the map, and the choices below it.
 * @param {Context} context
 */
export function layersMenu(context) {
  const { store, texts } = context;
  const words = texts.layers;
  const parts = element("div", { class: "layers-parts", id: "map-layers", role: "group",
    "aria-label": words.title, hidden: true },
  element("h2", { class: "layers-title" }, words.title),
  check(context, "names", words.names), check(context, "clusters", words.clusters),
  reach(context, "trails", words.trails), reach(context, "accuracy", words.accuracy),
  tiles(context), markerLegend(texts));
  const button = element("button", {
    class: "button is-icon map-layers-button", type: "button", title: words.title,
    "aria-label": words.title, "aria-expanded": "false", "aria-controls": "map-layers",
    click: () => turn(parts.hidden),
  }, icon("layers"));
  const root = element("div", {
    class: "map-layers",
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || parts.hidden) return;
      event.preventDefault();
      turn(false);
      button.focus();
    },
  }, button, parts);
  document.addEventListener("pointerdown", ({ target }) => {
    if (!parts.hidden && target instanceof Node && !root.contains(target)) turn(false);
  });
  store.watch((state) => [state.route.view], ({ route }) => show(root, route.view === "map"));
  return root;

  /** @param {boolean} isOpen */
  function turn(isOpen) {
    show(parts, isOpen);
    setAttribute(button, "aria-expanded", String(isOpen));
    if (isOpen) parts.querySelector("input")?.focus();
  }
}

/**
 * @param {Context} context
 * @param {"names" | "clusters"} name
 * @param {string} text
 */
function check({ store, actions }, name, text) {
  /** @type {HTMLInputElement} */
  const input = element("input", {
    type: "checkbox", name: `layer-${name}`,
    change: () => actions.map.choose({ [name]: input.checked }),
  });
  store.watch((state) => [state.layers], ({ layers }) => { input.checked = layers[name]; });
  return element("label", { class: "layers-check" }, input, element("span", {}, text));
}

/**
 * @param {Context} context
 * @param {"trails" | "accuracy"} name
 * @param {string} text
 */
function reach({ store, texts, actions }, name, text) {
  const { reaches } = texts.layers;
  /** @type {HTMLSelectElement} */
  const input = element("select", {
    class: "select", name: `layer-${name}`,
    change: () => actions.map.choose(
      { [name]: /** @type {import("../map").Reach} */ (input.value) }),
  }, ...Object.entries(reaches).map(([value, title]) => element("option", { value }, title)));
  store.watch((state) => [state.layers], ({ layers }) => { input.value = layers[name]; });
  return element("label", { class: "layers-reach" }, element("span", {}, text), input);
}

/** @param {Context} context */
function tiles({ store, texts, actions }) {
  const words = texts.layers;
  /** @type {HTMLSelectElement} */
  const choice = element("select", {
    class: "select", name: "layer-tiles",
    change: () => {
      const value = /** @type {LayerChoices["tiles"]} */ (choice.value);
      if (value !== "own" || store.state.layers.ownTiles !== "") {
        actions.map.choose({ tiles: value });
      }
      show(own, value === "own");
      if (value === "own") address.focus();
    },
  }, ...Object.entries(words.tileChoices).map(([value, title]) =>
    element("option", { value }, title)));
  const problem = element("p", { class: "layers-problem small", role: "alert" });
  const address = element("input", {
    type: "text", name: "layer-own-tiles", spellcheck: "false", autocomplete: "off",
    inputmode: "url", maxlength: 512, "aria-label": words.ownTiles,
    placeholder: "https://…/{z}/{x}/{y}.png",
  });
  const own = element("form", {
    class: "layers-own",
    submit: (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const template = address.value.trim();
      setText(problem, isTileTemplate(template) ? "" : words.ownTilesProblem);
      if (isTileTemplate(template)) actions.map.choose({ tiles: "own", ownTiles: template });
    },
  }, address, element("button", { class: "button is-small", type: "submit" }, words.apply),
  problem);
  store.watch((state) => [state.layers], ({ layers }) => {
    choice.value = layers.tiles;
    address.value = layers.ownTiles;
    show(own, layers.tiles === "own");
  });
  store.watch((state) => [state.layers, state.tiles], (state) => {
    const isSilent = state.layers.tiles === "own" && state.tiles === "unreachable";
    setText(problem, isSilent ? words.ownTilesSilent : "");
  });
  return element("div", { class: "layers-tiles" },
    element("label", { class: "layers-reach" }, element("span", {}, words.tiles), choice), own);
}
