import { simulationCommand, trackerTarget } from "../model/target.js";
import { copyButton } from "./copy-button.js";
import { element, setText } from "./dom.js";

/**
 * For whoever has no tracker at hand: a command that plays some.
 * @param {Pick<import("./context.js").Context, "store" | "texts">} context
 */
export function simulatedTracker({ store, texts }) {
  const words = texts.empty;
  const command = element("code", { class: "mono" });
  store.watch((state) => [state.server], ({ server }) => {
    setText(command, simulationCommand(trackerTarget(server, location.hostname)));
  });
  return element("details", { class: "simulated" },
    element("summary", {}, words.simulate),
    element("p", { class: "quiet small" }, words.simulateHelp),
    element("div", { class: "setup-line" }, command,
      copyButton(() => command.textContent ?? "", texts)),
    element("p", { class: "quiet small" }, words.simulateNext));
}
