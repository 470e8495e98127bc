import { firstBytesMax, hexText, readInput, readableText } from "../model/bytes.js";
import { element, icon, replace, setText, show } from "./dom.js";
import { explanationView } from "./explanation.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * What bytes mean: a field to paste them into, and below it everything that can be said.
 * @param {Context} context
 */
export function explainView(context) {
  const { store, texts } = context;
  const words = texts.explain;
  const result = element("div", { class: "explanation", "aria-live": "polite" });
  const problem = element("p", { class: "form-notice", role: "alert" });
  const cut = element("p", { class: "hint" }, icon("info"), words.cut);
  const root = element("section", { class: "page is-wide", "aria-labelledby": "explain-title" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { id: "explain-title" }, words.title),
        element("p", { class: "quiet" }, words.lead))),
    explainForm(context), problem, cut, result);

  store.watch((state) => [state.route], ({ route }) => {
    show(root, route.view === "explain");
    show(cut, route.view === "explain" && route.given?.hex.length === 2 * firstBytesMax);
  });
  store.watch((state) => [state.explanation, state.vocabulary],
    ({ explanation: { answer, problem: failure } }) => {
      show(problem, failure !== null);
      setText(problem, failure ?? "");
      replace(result, answer && explanationView(answer, context));
    });
  return root;
}

/** @param {Context} context */
function explainForm({ store, texts, actions }) {
  const words = texts.explain;
  const input = element("textarea", {
    class: "explain-input mono", id: "explain-input", rows: 4, spellcheck: "false",
    autocomplete: "off", "aria-describedby": "explain-help explain-read", input: update,
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) root.requestSubmit();
    },
  });
  const form = select(words.readAs, Object.entries(words.forms), update);
  const protocol = select(words.protocol, [["", words.anyProtocol]]);
  const transport = select(words.transport, [["tcp", "TCP"], ["udp", "UDP"]]);
  const read = element("p", { class: "field-help", id: "explain-read" });
  const submit = element("button", { class: "button is-primary", type: "submit" }, words.submit);
  const root = element("form", {
    class: "explain-form",
    submit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      if (submit.disabled) return;
      submit.disabled = true;
      setText(submit, words.busy);
      await actions.explain({
        hex: hexText(reading().bytes), transport: transport.input.value === "udp" ? "udp" : "tcp",
        ...protocol.input.value && { protocol: protocol.input.value },
      });
      setText(submit, words.submit);
      update();
    },
  },
  element("div", { class: "field" },
    element("label", { for: "explain-input" }, words.input), input,
    element("p", { class: "field-help", id: "explain-help" }, words.inputHelp)),
  element("div", { class: "explain-choices" }, form.root, protocol.root, transport.root, submit),
  read);

  function reading() {
    const { value } = form.input;
    return readInput(input.value, value === "hex" || value === "text" ? value : "auto");
  }
  function update() {
    const { bytes, form: chosen, problem } = reading();
    submit.disabled = problem !== null || bytes.length === 0;
    setText(read, problem ? words.problems[problem]
      : bytes.length > 0 ? words.understood(bytes.length, chosen) : "");
    show(read, read.textContent !== "");
    read.classList.toggle("is-problem", problem !== null);
  }

  store.watch((state) => [state.route], ({ route }) => {
    if (route.view !== "explain" || !route.given) return;
    input.value = inputText(route.given.hex);
    form.input.value = "auto";
    protocol.input.value = "";
    transport.input.value = route.given.transport;
    update();
  });
  store.watch((state) => [state.protocols], ({ protocols }) => {
    const { value } = protocol.input;
    replace(protocol.input, option("", words.anyProtocol),
      ...protocols.map((name) => option(name, name)));
    protocol.input.value = protocols.includes(value) ? value : "";
  });
  store.watch((state) => [state.phase], ({ phase }) => {
    if (phase === "login") input.value = "";
    update();
  });
  return root;
}

/**
 * Given bytes as a person reads them best: text if they are text, else hexadecimal.
 * @param {string} hex
 */
function inputText(hex) {
  const text = readableText(hex);
  const { bytes, form } = readInput(text, "auto");
  const isText = form === "text" && !/\\x/.test(text) && hexText(bytes) === hex;
  return isText ? text : (hex.match(/../g) ?? []).join(" ");
}

/**
 * @param {string} label
 * @param {[string, string][]} choices values and their texts
 * @param {() => void} [change]
 */
function select(label, choices, change) {
  const input = element("select", { class: "select", ...change && { change } },
    ...choices.map(([value, text]) => option(value, text)));
  return { root: element("label", { class: "field" }, element("span", {}, label), input), input };
}

/**
 * @param {string} value
 * @param {string} text
 */
function option(value, text) {
  return element("option", { value }, text);
}
