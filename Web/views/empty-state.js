import { trackerTarget } from "../model/target.js";
import { copyButton } from "./copy-button.js";
import { element, icon, setText, show } from "./dom.js";
import { simulatedTracker } from "./simulated-tracker.js";

/**
 * What to do when there is no device yet: where to point a tracker.
 * @param {import("./context.js").Context} context
 */
export function emptyState({ store, texts }) {
  const words = texts.empty;
  const host = element("dd", { class: "mono" });
  const port = element("dd", { class: "mono" });
  const loopback = element("p", { class: "hint" }, icon("info"), words.loopback);
  const waiting = element("p", { class: "waiting" },
    element("span", { class: "pulse" }), words.waiting);
  const arrivedText = element("span", {});
  const arrived = element("div", { class: "arrived" }, arrivedText,
    element("a", { class: "button is-primary", href: "#/arrivals" }, words.review));
  const guide = element("div", {},
    element("p", { class: "quiet" }, words.lead),
    element("dl", { class: "settings" },
      setting(words.address, host, copyButton(() => host.textContent ?? "", texts)),
      setting(words.port, port, copyButton(() => port.textContent ?? "", texts)),
      setting(words.transport, element("dd", {}, words.transports))),
    loopback, waiting, arrived, simulatedTracker({ store, texts }),
    element("p", { class: "quiet small" }, words.help, " ",
      element("a", { href: "#/connections" }, words.connections)));
  const plain = element("p", { class: "quiet" }, words.plain);

  store.watch((state) => [state.server, state.user, state.arrivals], (state) => {
    const target = trackerTarget(state.server, location.hostname);
    setText(host, target.host);
    setText(port, String(target.port));
    show(loopback, target.isLoopback);
    show(guide, state.user?.administrator === true);
    show(plain, state.user?.administrator !== true);
    const count = state.arrivals?.length ?? 0;
    show(waiting, count === 0);
    show(arrived, count > 0);
    setText(arrivedText, words.arrived(count));
  });
  return element("div", { class: "empty-state" }, icon("beacon", "empty-picture"),
    element("h2", {}, words.title), guide, plain);
}

/**
 * @param {string} title
 * @param {HTMLElement} value
 * @param {HTMLElement} [button]
 */
function setting(title, value, button) {
  return element("div", { class: "setting" }, element("dt", {}, title), value, button);
}
