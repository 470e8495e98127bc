import { trackerTarget } from "../model/target.js";
import { copyButton } from "./copy-button.js";
import { element, icon, setText, show } from "./dom.js";

/**
 * Where trackers are to be pointed, each part with a button to copy it.
 * @param {Pick<import("./context.js").Context, "store" | "texts">} context
 */
export function serverAddress({ store, texts }) {
  const words = texts.empty;
  const host = element("dd", { class: "mono" });
  const port = element("dd", { class: "mono" });
  const loopback = element("p", { class: "hint" }, icon("info"), words.loopback);
  store.watch((state) => [state.server], (state) => {
    const target = trackerTarget(state.server, location.hostname);
    setText(host, target.host);
    setText(port, String(target.port));
    show(loopback, target.isLoopback);
  });
  return [
    element("dl", { class: "settings" },
      setting(words.address, host, copyButton(() => host.textContent ?? "", texts)),
      setting(words.port, port, copyButton(() => port.textContent ?? "", texts)),
      setting(words.transport, element("dd", {}, words.transports))),
    loopback,
  ];
}

/**
 * @param {string} title
 * @param {HTMLElement} value
 * @param {HTMLElement} [button]
 */
function setting(title, value, button) {
  return element("div", { class: "setting" }, element("dt", {}, title), value, button);
}
