import { element, icon, setText, show } from "./dom.js";
import { serverAddress } from "./server-address.js";
import { simulatedTracker } from "./simulated-tracker.js";

/**
 * What to do when there is no device yet: where to point a tracker, or how to see one without.
 * @param {import("./context.js").Context} context
 */
export function emptyState(context) {
  const { store, texts } = context;
  const words = texts.empty;
  const waiting = element("p", { class: "waiting" },
    element("span", { class: "pulse" }), words.waiting);
  const arrivedText = element("span", {});
  const arrived = element("div", { class: "arrived" }, arrivedText,
    element("a", { class: "button is-primary", href: "#/arrivals" }, words.review));
  const guide = element("div", {},
    arrived, element("p", { class: "quiet" }, words.lead), ...serverAddress(context),
    element("a", { class: "button", href: "#/add" }, texts.adding.link), waiting,
    element("h3", {}, texts.adding.simulated), simulatedTracker(context),
    element("p", { class: "quiet small" }, words.help, " ",
      element("a", { href: "#/connections" }, words.connections)));
  const plain = element("p", { class: "quiet" }, words.plain);

  store.watch((state) => [state.user, state.arrivals], (state) => {
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
