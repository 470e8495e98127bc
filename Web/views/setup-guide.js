import { modelEntered } from "../model/setup.js";
import { element, replace, setText, show } from "./dom.js";
import { textControl } from "./fields.js";
import { modelListId } from "./model-list.js";
import { groupView, valueFields } from "./setup-groups.js";

/**
 * The messages that set a tracker up that has not reported yet: choose the model, and they are
 * there.
 * @param {import("./context.js").Context} context
 */
export function setupGuide({ store, texts, actions }) {
  const words = texts.adding;
  const model = textControl(texts.deviceSetup.model, {
    list: modelListId, spellcheck: "false", autocomplete: "off", maxlength: 128,
    input: () => void ask(), change: () => void ask(),
  });
  const values = valueFields(texts.deviceSetup, () => void ask());
  const note = element("p", { class: "quiet", role: "status" });
  const groups = element("div", { class: "setup-groups" });
  let question = 0;
  show(note, false);
  show(values.root, false);
  return element("div", { class: "form setup-guide" }, model.root, values.root, note, groups);

  async function ask() {
    question += 1;
    const number = question;
    const entered = model.read() ?? "";
    const known = modelEntered(store.state.models, entered);
    show(values.root, known !== undefined);
    const answer = known ? await actions.readModelSetup(known.id, values.read()) : null;
    if (number !== question) return;
    const found = answer?.setup?.groups ?? [];
    // While somebody types, nothing is wrong yet.
    const isTyping = !known && document.activeElement === model.input;
    setText(note, entered === "" || isTyping ? "" : !known ? words.unknownModel
      : answer?.problem ?? (found.length === 0 ? words.none : ""));
    show(note, note.textContent !== "");
    if (answer?.problem) return;
    replace(groups, ...found.map((group) => groupView(group, null, texts)));
  }
}
