import { element, icon } from "./dom.js";

/** The pictures of the states, as the map draws them. */
const pictures = /** @type {const} */ ({
  moving: ["heading", "online"], online: ["status-online", "online"],
  stale: ["status-stale", "online"], offline: ["status-offline", "offline"],
  unknown: ["status-unknown", "unknown"],
});

/**
 * What the shapes on the map mean.
 * @param {import("../texts/index.js").Texts} texts
 */
export function markerLegend(texts) {
  const words = texts.layers;
  return element("ul", { class: "marker-legend", "aria-label": words.legend },
    ...Object.entries(pictures).map(([state, [picture, color]]) => element("li", {},
      icon(picture, `status-shape is-${color}`),
      words.states[/** @type {keyof typeof pictures} */ (state)])));
}
