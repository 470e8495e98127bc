import { sceneAt, shownMoment, tracksOf } from "../model/replay.js";
import { span } from "../model/time.js";
import { speedText, unitChoice } from "../model/units.js";
import { element, setText } from "./dom.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("../history").Track} Track */

/**
 * What each device did at the moment that is shown.
 * @param {import("./context.js").Context} context
 */
export function readout({ store, texts }) {
  const words = texts.history;
  const root = element("div", { class: "readout small" });
  const rows = new KeyedChildren(root, (/** @type {Track} */ track) => track.deviceId, () => {
    const swatch = element("span", { class: "series-swatch" });
    const text = element("span", {});
    return {
      root: element("span", { class: "readout-item" }, swatch, text),
      /** @param {Track} track */
      update(track) {
        const { history, devices } = store.state;
        const index = history?.devices.findIndex((each) => each.deviceId === track.deviceId) ?? 0;
        swatch.dataset.series = String(index + 1);
        const device = devices.get(track.deviceId);
        const name = (history?.devices.length ?? 0) > 1
          ? `${device?.name || device?.uniqueId || track.deviceId}: ` : "";
        setText(text, name + doing(track));
      },
    };
  });
  store.watch((state) => [state.playback, state.history, state.devices, state.user], (state) =>
    rows.render(tracksOf(state.history)));
  return root;

  /** @param {Track} track */
  function doing(track) {
    const at = shownMoment(store.state.playback);
    const scene = at === null ? null : sceneAt(track, at);
    if (!scene) return words.kinds.gap;
    if (scene.stop) return words.stopped(texts.span(span(scene.stop.to - scene.stop.from)));
    if (scene.kind !== "moving" && scene.kind !== "stop") return words.kinds[scene.kind];
    return speedText(track.positions[scene.index].speed, unitChoice(store.state.user));
  }
}
