import { messageLink } from "../model/setup.js";
import { copyButton } from "./copy-button.js";
import { element } from "./dom.js";

/** @typedef {import("../setup").SetupMessage} SetupMessage */

/**
 * One message: what it sets, its text with a button to copy it, a link that opens it on a phone,
 * or what is missing.
 * @param {SetupMessage} message
 * @param {string | null | undefined} phone of the device
 * @param {import("../texts/index.js").Texts} texts
 */
export function setupMessage(message, phone, texts) {
  const words = texts.deviceSetup;
  const transport = message.transport ? ` (${message.transport.toUpperCase()})` : "";
  const title = (words.purposes[message.purpose] ?? message.title) + transport;
  const text = message.message;
  return element("li", { class: "setup-message" },
    element("p", { class: "setup-title" }, title,
      !message.certain && element("span", { class: "badge", title: words.perhapsHelp },
        words.perhaps)),
    text === null
      ? element("p", { class: "quiet small" }, message.problem ?? needs(message, words))
      : element("div", { class: "setup-line" },
        element("code", { class: "mono" }, text),
        copyButton(() => text, texts),
        phone && element("a", {
          class: "button is-small", href: messageLink(phone, text),
        }, words.send)),
    message.remark !== "" && element("p", { class: "quiet small" }, message.remark),
    element("p", { class: "quiet small" }, words.sources(message.sources)));
}

/**
 * @param {SetupMessage} message
 * @param {import("../texts/index.js").Texts["deviceSetup"]} words
 */
function needs(message, words) {
  return words.needs(message.missing.map((name) => words.needed[name] ?? name).join(", "));
}
