import { element, icon } from "./dom.js";

/** The pictures of the states, as the map draws them. */
const pictures = /** @type {const} */ ({
  moving: "heading", online: "status-online", stale: "status-stale", offline: "status-offline",
  unknown: "status-unknown",
});

/**
 * What the shapes on the map mean.
 * @param {import("../texts/index.js").Texts} texts
 */
export function markerLegend(texts) {
  const words = texts.layers;
  return element("ul", { class: "marker-legend", "aria-label": words.legend },
    ...Object.entries(pictures).map(([state, picture]) => element("li", {},
      icon(picture, `status-shape is-${state === "moving" || state === "stale" ? "online" : state}`),
      words.states[/** @type {keyof typeof pictures} */ (state)])));
}
