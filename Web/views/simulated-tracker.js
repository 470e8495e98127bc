import { simulationCommand, trackerTarget } from "../model/target.js";
import { copyButton } from "./copy-button.js";
import { element, setText } from "./dom.js";

/**
 * For whoever has no tracker at hand: the server plays one at a click, or a command plays some.
 * @param {import("./context.js").Context} context
 */
export function simulatedTracker({ store, texts, actions }) {
  const words = texts.adding;
  const play = element("button", {
    class: "button", type: "button",
    click: async () => {
      play.disabled = true;
      setText(play, words.playingNow);
      await actions.playTracker();
      play.disabled = false;
      setText(play, words.play);
    },
  }, words.play);
  const command = element("code", { class: "mono" });
  store.watch((state) => [state.server], ({ server }) => {
    setText(command, simulationCommand(trackerTarget(server, location.hostname)));
  });
  return element("div", { class: "simulated" },
    element("p", { class: "quiet small" }, words.simulatedHelp), play,
    element("details", {},
      element("summary", {}, words.ownComputer),
      element("p", { class: "quiet small" }, words.ownComputerHelp),
      element("div", { class: "setup-line" }, command,
        copyButton(() => command.textContent ?? "", texts))));
}
