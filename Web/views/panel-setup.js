import { trackerTarget } from "../model/target.js";
import { selectedDevice } from "./device-panel.js";
import { element, replace, setText, show } from "./dom.js";
import { field } from "./form.js";
import { modelListId } from "./model-list.js";
import { setupMessage } from "./setup-message.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Which model the device is, and the messages that set it up.
 * @param {Context} context
 */
export function setupSection(context) {
  const { store, texts, actions } = context;
  const words = texts.deviceSetup;
  const model = modelForm(context);
  const values = valueFields(words, () => ask());
  const problem = element("p", { class: "form-notice", role: "status" });
  const loopback = element("p", { class: "hint is-warning" }, words.loopback);
  const groups = element("div", { class: "setup-groups" });
  const messages = element("details", {
    class: "setup-messages", toggle: () => { if (messages.open) ask(); },
  }, element("summary", {}, words.open),
  element("div", { class: "setup-content" }, loopback, values.root, problem, groups));
  const root = element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, words.title)),
    model.root, messages);

  let shownId = /** @type {number | null} */ (null);
  store.watch((state) => [state.route, state.devices, state.setup, state.server], (state) => {
    const device = selectedDevice(state);
    if (!device) return;
    if (device.id !== shownId) messages.open = false;
    shownId = device.id;
    model.update(device);
    show(messages, Boolean(device.model));
    show(loopback, trackerTarget(state.server, window.location.hostname).isLoopback);
    const current = state.setup?.deviceId === device.id ? state.setup : null;
    setText(problem, current?.problem ?? (current && !current.setup ? words.loading : ""));
    show(problem, problem.textContent !== "");
  });
  // Apart from the rest: a device that reports must not take a selection or a focus away.
  store.watch((state) => [state.setup, selectedDevice(state)?.phone], (state) => {
    const phone = selectedDevice(state)?.phone;
    replace(groups, ...(state.setup?.setup?.groups ?? []).map((group) =>
      groupView(group, phone, texts)));
  });
  // The model has changed while its messages were open.
  store.watch((state) => [state.devices], () => {
    if (messages.open && store.state.setup === null) ask();
  });
  return root;

  function ask() {
    const device = selectedDevice(store.state);
    if (device) void actions.readSetup(device.id, values.read());
  }
}

/** @param {Context} context */
function modelForm({ texts, actions }) {
  const words = texts.deviceSetup;
  let deviceId = 0;
  let entered = "";
  const input = element("input", {
    type: "text", list: modelListId, "aria-label": words.model, placeholder: words.model,
    spellcheck: "false", maxlength: 128,
  });
  const save = element("button", { class: "button is-small", type: "submit" }, words.enter);
  const root = element("form", {
    class: "setup-model",
    submit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      save.disabled = true;
      setText(save, words.entering);
      await actions.enterModel(deviceId, input.value.trim());
      save.disabled = false;
      setText(save, words.enter);
    },
  }, input, save);
  return {
    root,
    /** @param {import("../types").Device} device */
    update(device) {
      const model = device.model ?? "";
      // What somebody is typing stays when the device only said something.
      if (device.id !== deviceId || model !== entered) input.value = model;
      deviceId = device.id;
      entered = model;
    },
  };
}

/**
 * @param {import("../texts/index.js").Texts["deviceSetup"]} words
 * @param {() => void} onChange
 */
function valueFields(words, onChange) {
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
 * @param {import("../setup").Setup["groups"][number]} group
 * @param {string | null | undefined} phone
 * @param {import("../texts/index.js").Texts} texts
 */
function groupView(group, phone, texts) {
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
