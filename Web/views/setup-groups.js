import { element } from "./dom.js";
import { field } from "./form.js";
import { setupMessage } from "./setup-message.js";

/**
 * What set-up messages need to know besides the server.
 * @param {import("../texts/index.js").Texts["deviceSetup"]} words
 * @param {() => void} onChange
 */
export function valueFields(words, onChange) {
  const apn = field(words.values.apn, { type: "text", required: false, change: onChange });
  const user = field(words.values.apnUser, { type: "text", required: false, change: onChange });
  const password = field(words.values.apnPassword,
    { type: "text", required: false, autocomplete: "off", change: onChange });
  const interval = field(words.values.interval,
    { type: "text", inputmode: "numeric", value: "60", required: false, change: onChange });
  return {
    root: element("div", { class: "setup-values" },
      apn.root, user.root, password.root, interval.root),
    read: () => ({
      apn: apn.input.value.trim(), apnUser: user.input.value.trim(),
      apnPassword: password.input.value.trim(), interval: interval.input.value.trim(),
    }),
  };
}

/**
 * Messages that belong together.
 * @param {import("../setup").Setup["groups"][number]} group
 * @param {string | null | undefined} phone
 * @param {import("../texts/index.js").Texts} texts
 */
export function groupView(group, phone, texts) {
  const words = texts.deviceSetup;
  return element("div", { class: "setup-group" },
    element("h4", {}, group.title,
      !group.certain && element("span", { class: "badge", title: words.perhapsHelp },
        words.perhaps)),
    group.remark !== "" && element("p", { class: "quiet small" }, group.remark),
    group.password !== null
      && element("p", { class: "quiet small" }, words.password(group.password)),
    element("ul", { class: "setup-list" },
      ...group.texts.map((message) => setupMessage(message, phone, texts))));
}
