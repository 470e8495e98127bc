import { legendTexts, topSpeed } from "../map/track-features.js";
import { tracksOf } from "../model/replay.js";
import { unitChoice } from "../model/units.js";
import { element, replace, show } from "./dom.js";

/**
 * What the colours and the dashes of the ways mean.
 * @param {import("./context.js").Context} context
 */
export function speedLegend({ store, texts }) {
  const words = texts.history;
  const scale = element("div", { class: "legend-texts" });
  const root = element("div", {
    class: "speed-legend", role: "img", "aria-label": words.speeds, hidden: true,
  }, element("div", { class: "legend-colors" }), scale,
  element("div", { class: "legend-gap" }, words.gap));
  store.watch((state) => [state.history, state.user, state.route.view], (state) => {
    const tracks = tracksOf(state.history).filter(({ placed }) => placed.length > 0);
    show(root, state.route.view === "history" && tracks.length > 0);
    replace(scale, ...legendTexts(topSpeed(tracks), unitChoice(state.user))
      .map((text) => element("span", {}, text)));
  });
  return root;
}
