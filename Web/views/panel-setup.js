import { modelEntered } from "../model/setup.js";
import { trackerTarget } from "../model/target.js";
import { selectedDevice } from "./device-panel.js";
import { element, replace, setText, show } from "./dom.js";
import { modelListId } from "./model-list.js";
import { groupView, valueFields } from "./setup-groups.js";

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
  const strange = element("p", { class: "quiet small", role: "status" }, texts.adding.unknownModel);
  const root = element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, words.title)),
    model.root, strange, messages);

  let shownId = /** @type {number | null} */ (null);
  store.watch((state) => [
    state.route, state.devices, state.setup, state.server, state.models,
  ], (state) => {
    const device = selectedDevice(state);
    if (!device) return;
    if (device.id !== shownId) messages.open = false;
    shownId = device.id;
    model.update(device);
    // As long as the list has not been read, the server says it.
    const isStrange = Boolean(device.model) && state.models.length > 0
      && !modelEntered(state.models, device.model ?? "");
    show(strange, isStrange);
    show(messages, Boolean(device.model) && !isStrange);
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
    if (messages.open && !messages.hidden && store.state.setup === null) ask();
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
