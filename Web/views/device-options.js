import { codeParts, optionLines, readOptions, withPassword } from "../model/options.js";
import { element, replace, setText, show } from "./dom.js";
import { areaControl, checkControl, choiceControl, textControl } from "./fields.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../options").DeviceOption} DeviceOption */
/** @typedef {import("../options").Attributes} Attributes */
/** @typedef {import("./fields.js").Control<any>} Control */

/**
 * What a device's messages do not say, as fields: those that its protocol looks at with what they
 * mean, and lines for all others.
 * @param {import("../types").Device} device
 * @param {Context} context
 */
export function deviceOptions(device, context) {
  const { store, texts, actions } = context;
  const words = texts.deviceOptions;
  let attributes = /** @type {Attributes} */ (device.attributes ?? {});
  /** @type {Map<string, Control>} */
  let controls = new Map();
  const protocol = choiceControl(words.protocol, [["", words.noProtocol]], words.protocolHelp);
  protocol.root.addEventListener("change", () => void load(protocol.read() || null));
  const fields = element("div", { class: "form" });
  const more = areaControl(words.more, words.moreHelp, { spellcheck: "false", class: "mono" });
  const note = element("p", { class: "quiet small", role: "status" }, words.loading);
  const body = element("div", { class: "form" }, protocol.root, fields, more.root);
  show(body, false);
  let isFilled = false;
  void load(null);
  return {
    root: element("details", { class: "device-options" },
      element("summary", {}, texts.deviceEdit.options), note, body),
    read,
  };

  /**
   * What was entered, or the line that means nothing.
   * @returns {{attributes: Attributes, problem: string | null}}
   */
  function read() {
    if (!isFilled) return { attributes, problem: null };
    const { options, problem } = readOptions(more.read());
    if (problem !== null) return { attributes, problem };
    for (const [key, control] of controls) {
      const value = control.read();
      if (value !== null) options[key] = value;
    }
    return { attributes: options, problem: null };
  }

  /** @param {string | null} name */
  async function load(name) {
    const answer = await actions.device.readOptions(device.id, name);
    const { attributes: entered, problem } = read();
    setText(note, problem === null ? "" : texts.deviceEdit.moreProblem(problem));
    show(note, problem !== null);
    show(body, true);
    if (problem !== null) return;
    attributes = entered;
    isFilled = true;
    const chosen = answer?.protocol ?? "";
    const names = [...new Set([chosen, ...store.state.protocols])].filter(Boolean);
    protocol.offer([["", words.noProtocol], ...names.map((each) =>
      /** @type {[string, string]} */ ([each, each]))]);
    protocol.write(chosen);
    const options = withPassword(answer?.options ?? []);
    controls = new Map(options.map((option) => [option.key, optionControl(option, texts)]));
    for (const [key, control] of controls) control.write(attributes[key]);
    replace(fields, ...[...controls.values()].map(({ root }) => root));
    more.write(optionLines(attributes, [...controls.keys()]));
  }
}

/**
 * The field of one option; what it gives is null if nothing was entered.
 * @param {DeviceOption} option
 * @param {import("../texts/index.js").Texts} texts
 * @returns {Control}
 */
function optionControl(option, texts) {
  const words = texts.deviceOptions;
  const { key, kind, usual, most } = option;
  const title = words.titles[key] ?? key;
  const help = helpOf(option, words);
  if (kind === "flag") {
    const { root, read, write } = checkControl(title, help);
    return {
      root, read: () => (read() ? true : null),
      write: (value) => write(value === true || value === "true"),
    };
  }
  if (kind === "words") {
    const choices = (option.words ?? []).map((word) =>
      /** @type {[string, string]} */ ([word, word]));
    const { root, read, write } = choiceControl(title, [["", words.usual(usual)], ...choices], help);
    return { root, read: () => read() || null, write: (value) => write(value ?? "") };
  }
  const isLimited = kind === "code" || kind === "text";
  return textControl(title, {
    spellcheck: "false", autocomplete: "off", maxlength: isLimited && most ? most : 255,
    ...kind === "number" && { inputmode: "numeric" }, ...kind === "zone" && { placeholder: "+02:00" },
  }, help);
}

/**
 * What an option does, in the viewer's language where that is known.
 * @param {DeviceOption} option
 * @param {import("../texts/index.js").Texts["deviceOptions"]} words
 */
function helpOf({ key, kind, usual, meaning }, words) {
  const own = words.meanings[key];
  const sentence = own ?? meaning;
  const parts = codeParts(sentence).map((part, index) =>
    (index % 2 === 1 ? element("code", {}, part) : part));
  return element("span", {},
    element("span", own === undefined && sentence ? { lang: "en" } : {}, ...parts), " ",
    kind === "zone" ? `${words.zoneHelp} ` : "",
    kind === "words" || kind === "flag" || !usual ? "" : words.usualSentence(usual));
}
