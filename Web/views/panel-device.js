import { mayEdit } from "../model/people.js";
import { selectedDevice } from "./device-panel.js";
import { element, icon, replace, setAttribute, show } from "./dom.js";
import { factList } from "./facts.js";
import { deviceForm } from "./panel-edit.js";

/**
 * What people wrote down about the device, and the form that changes it.
 * @param {import("./context.js").Context} context
 */
export function deviceSection(context) {
  const { store, texts } = context;
  const words = texts.panel;
  const facts = factList({
    phone: words.phone, contact: words.contact, category: words.category,
    group: texts.deviceEdit.group,
  });
  const editor = element("div", {});
  const edit = element("button", {
    class: "button is-small", type: "button", "aria-expanded": "false",
    click: () => (editor.hidden ? open() : close()),
  }, icon("edit"), texts.deviceEdit.edit);
  const root = element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, words.device), edit),
    facts.root, editor);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || editor.hidden || event.defaultPrevented) return;
    event.preventDefault();
    close();
  });
  close();

  let shownId = /** @type {number | null} */ (null);
  store.watch(
    (state) => [state.route, state.devices, state.user, state.server, state.people.groups],
    (state) => {
      const device = selectedDevice(state);
      const isEditable = mayEdit(state.user, state.server);
      if (device?.id !== shownId || !isEditable) close();
      shownId = device?.id ?? null;
      if (!device) return;
      const { phone, contact, category } = device;
      const group = state.people.groups?.find((each) => each.id === device.groupId)?.name;
      show(root, isEditable || Boolean(phone || contact || category || group));
      show(edit, isEditable);
      facts.set("phone", phone);
      facts.set("contact", contact);
      facts.set("category", category && (texts.deviceEdit.categories[category] ?? category));
      facts.set("group", group);
    });
  return root;

  function open() {
    const device = selectedDevice(store.state);
    if (!device) return;
    replace(editor, deviceForm(device, context, close));
    turn(true);
    editor.querySelector("input")?.focus();
  }
  function close() {
    const hadFocus = editor.contains(document.activeElement);
    replace(editor);
    turn(false);
    if (hadFocus) edit.focus();
  }
  /** @param {boolean} isOpen */
  function turn(isOpen) {
    show(editor, isOpen);
    show(facts.root, !isOpen);
    setAttribute(edit, "aria-expanded", String(isOpen));
    edit.lastChild?.replaceWith(isOpen ? texts.deviceEdit.close : texts.deviceEdit.edit);
  }
}
