import { trackerTarget } from "../model/target.js";
import { element, setText, show } from "./dom.js";

/**
 * What to check on a tracker of which nothing is heard, in the order in which it goes wrong.
 * @param {import("./context.js").Context} context
 */
export function checklist({ store, texts }) {
  const words = texts.checklist;
  const host = element("span", { class: "mono" });
  const port = element("span", { class: "mono" });
  const loopback = element("span", { class: "quiet" }, ` (${words.loopback})`);
  store.watch((state) => [state.server], (state) => {
    const target = trackerTarget(state.server, location.hostname);
    setText(host, target.host);
    setText(port, String(target.port));
    show(loopback, target.isLoopback);
  });
  return element("div", { class: "checklist" },
    element("h3", {}, words.title),
    element("ol", {},
      element("li", {}, element("b", {}, words.address), ": ", host, loopback),
      element("li", {}, element("b", {}, words.port), ": ", port, ` (${words.portHelp})`),
      element("li", {}, element("b", {}, words.sim), ": ", words.simHelp),
      element("li", {}, element("b", {}, words.apn), ": ", words.apnHelp)));
}
