import { nextStep, steps } from "../model/first-steps.js";
import { element, icon, replace, setAttribute, show } from "./dom.js";

/** @typedef {import("../model/first-steps.js").Step} Step */

/**
 * The way to the first tracker on the map, with what is done and what comes next; it leaves when
 * the way has been gone.
 * @param {import("./context.js").Context} context
 */
export function firstSteps({ store, texts }) {
  const words = texts.empty.steps;
  const items = steps.map((step) => {
    const mark = element("span", { class: "finding-mark" });
    const root = element("li", {}, mark, words[step]);
    return { step, mark, root };
  });
  const root = element("ol", { class: "first-steps", "aria-label": texts.empty.way },
    ...items.map((item) => item.root));
  /** @type {Step | null} */
  let before = null;
  store.watch(
    (state) => [state.devices, state.positions, state.arrivals, state.user, state.loaded],
    (state) => {
      const isFor = state.loaded && state.user?.administrator === true;
      const next = isFor ? nextStep(state) : "done";
      show(root, next !== "done");
      if (isFor && next === "done" && before !== null && before !== "done") {
        store.set({ notice: { kind: "info", text: texts.empty.arrivedOnMap } });
      }
      if (next === before) return;
      before = isFor ? next : null;
      const at = steps.findIndex((step) => step === next);
      items.forEach((item, index) => {
        item.root.classList.toggle("is-done", index < at);
        setAttribute(item.root, "aria-current", index === at ? "step" : null);
        replace(item.mark, icon(index < at ? "level-good" : "level-waiting"));
      });
    });
  return root;
}
