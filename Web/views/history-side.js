import { routeFragment } from "../model/route.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { deviceAdder } from "./history-adder.js";
import { historyCard } from "./history-card.js";
import { rangeForm } from "./history-range.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../history").DeviceHistory} DeviceHistory */

/**
 * What is looked at: the time, the devices, and what each of them did.
 * @param {Context} context
 */
export function historySide(context) {
  const { store, texts } = context;
  const back = element("span", {});
  const backLink = element("a", { class: "history-back" }, icon("back"), back);
  const title = element("h2", { tabindex: -1, id: "history-title" }, texts.history.title);
  const cards = element("div", { class: "history-cards" });
  const rows = new KeyedChildren(cards, (/** @type {DeviceHistory} */ each) => each.deviceId,
    (first) => historyCard(first.deviceId, context));
  const root = element("section", {
    class: "history-side", "aria-labelledby": "history-title", hidden: true,
  }, element("div", { class: "history-head" }, backLink, title), rangeForm(context),
  element("h3", {}, texts.history.devices), cards, deviceAdder(context));

  store.watch((state) => [state.route, state.devices], ({ route, devices }) => {
    const wasHidden = root.hidden;
    show(root, route.view === "history");
    if (route.view !== "history") return;
    const deviceId = route.question.deviceIds[0];
    const device = devices.get(deviceId);
    setAttribute(backLink, "href",
      routeFragment({ view: "map", deviceId: device ? deviceId : null }));
    setText(back, device ? texts.history.backTo(device.name || device.uniqueId)
      : texts.history.back);
    if (wasHidden) title.focus({ preventScroll: true });
  });
  store.watch(
    (state) => [state.history, state.devices, state.positions.size, state.loaded, state.user],
    ({ history }) => rows.render(history?.devices ?? []));
  return root;
}
