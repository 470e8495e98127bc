import { groupTree } from "../model/people.js";
import { confirmButton } from "./confirm.js";
import { deviceOptions } from "./device-options.js";
import { element, setText, show } from "./dom.js";
import {
  checkControl, choiceControl, momentControl, record, textControl,
} from "./fields.js";
import { form } from "./form.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").Device} Device */

/**
 * The form in which a device is changed, or removed.
 * @param {Device} device
 * @param {Context} context
 * @param {() => void} onSaved
 */
export function deviceForm(device, context, onSaved) {
  const { store, texts, actions } = context;
  const words = texts.deviceEdit;
  const fields = fieldsOf(device, store.state, words);
  const ends = record({
    expirationTime: momentControl(words.expirationTime, words.expirationHelp),
    disabled: checkControl(words.disabled, words.disabledHelp),
  });
  const options = deviceOptions(device, context);
  const problem = element("p", { class: "form-notice", role: "alert" });
  fields.write({ ...device, category: device.category ?? "", groupId: device.groupId ?? 0 });
  ends.write(device);
  show(problem, false);
  return element("div", { class: "device-form" },
    form({ idle: words.save, busy: words.saving }, [
      ...fields.parts, ...ends.parts, options.root, problem,
    ], save),
    confirmButton(words.remove, () => words.removeSure(device.name || device.uniqueId), texts,
      () => actions.device.remove(device.id)));

  async function save() {
    const read = options.read();
    setText(problem, read.problem === null ? "" : words.moreProblem(read.problem));
    show(problem, read.problem !== null);
    if (read.problem !== null) return;
    const values = fields.read();
    const isSaved = await actions.device.save(device.id, {
      ...values, ...ends.read(), category: values.category || null,
      groupId: Number(values.groupId),
      attributes: read.attributes,
    });
    if (isSaved) onSaved();
  }
}

/**
 * @param {Device} device
 * @param {import("../types").State} state
 * @param {import("../texts/index.js").Texts["deviceEdit"]} words
 */
function fieldsOf(device, { people }, words) {
  const { categories } = words;
  const category = device.category ?? "";
  // A kind that another program has entered stays what it is.
  const kinds = category === "" || Object.hasOwn(categories, category)
    ? Object.entries(categories) : [[category, category], ...Object.entries(categories)];
  const groups = groupTree(people.groups ?? []).map(({ group, depth }) =>
    [String(group.id), `${"\u00a0\u00a0".repeat(depth)}${group.name}`]);
  const groupId = String(device.groupId ?? 0);
  // Neither does it leave a group that the viewer does not know.
  if (groupId !== "0" && !groups.some(([id]) => id === groupId)) groups.push([groupId, groupId]);
  return record({
    name: textControl(words.name, { required: true, autocomplete: "off", maxlength: 128 }),
    uniqueId: textControl(words.uniqueId, {
      required: true, autocomplete: "off", spellcheck: "false", class: "mono", maxlength: 128,
    }, words.uniqueIdHelp),
    category: choiceControl(words.category,
      /** @type {[string, string][]} */ ([["", words.categoryNone], ...kinds])),
    groupId: choiceControl(words.group,
      /** @type {[string, string][]} */ ([["0", words.groupNone], ...groups])),
    phone: textControl(words.phone, { type: "tel", autocomplete: "off", maxlength: 128 }),
    contact: textControl(words.contact, { autocomplete: "off", maxlength: 512 }),
  });
}
