import { knownTrackers } from "../model/refusals.js";
import { span } from "../model/time.js";
import { element, icon, replace, show, statusShape } from "./dom.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * The devices and arrivals that somebody looks for, whether or not they are connected.
 * @param {Context} context
 */
export function knownSection({ store, texts }) {
  const words = texts.known;
  const list = element("ul", { class: "cards" });
  const root = element("section", { class: "desk-section", hidden: true },
    element("h2", {}, words.title), list);

  store.watch((state) => [state.deskSearch, state.devices, state.arrivals, state.refusals,
    state.route],
    (state) => {
      if (state.route.view !== "connections") return;
      const { devices, arrivals } = knownTrackers(state.deskSearch, state);
      show(root, devices.length + arrivals.length > 0);
      /** @param {string} time */
      const age = (time) => texts.ago(span(state.now - Date.parse(time)));
      /** @param {import("../types").Device} device */
      const deviceWords = (device) => {
        if (device.disabled) return words.deviceDisabled;
        const refused = state.refusals?.find((each) => each.identifier === device.uniqueId);
        const last = Date.parse(device.lastUpdate ?? "");
        if (refused && !(last > Date.parse(refused.time))) {
          return words.deviceRefused(age(refused.time));
        }
        return device.lastUpdate ? words.deviceHeard(age(device.lastUpdate)) : words.deviceNever;
      };
      replace(list,
        ...devices.map((device) => row(statusShape(device.status), device.name || device.uniqueId,
          deviceWords(device),
          device.uniqueId, `#/devices/${device.id}`, words.show)),
        ...arrivals.map((arrival) => row(icon("arrivals"), arrival.identifier,
          words.arrival(age(arrival.lastSeen)), `${arrival.protocol} · ${arrival.peer}`,
          "#/arrivals", words.adopt)));
    });
  return root;
}

/**
 * @param {Node} picture
 * @param {string} title
 * @param {string} facts
 * @param {string} detail
 * @param {string} href
 * @param {string} action
 */
function row(picture, title, facts, detail, href, action) {
  return element("li", { class: "card is-known" },
    element("div", { class: "card-main" },
      element("p", { class: "card-title finding" },
        element("span", { class: "finding-mark" }, picture), element("span", {}, title)),
      element("p", { class: "card-advice" }, facts, " · ",
        element("span", { class: "mono" }, detail))),
    element("a", { class: "button is-small", href }, action));
}
