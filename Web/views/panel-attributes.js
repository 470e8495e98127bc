import { attributeRows } from "../model/attributes.js";
import { unitChoice } from "../model/units.js";
import { selectedDevice } from "./device-panel.js";
import { element, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("../model/attributes.js").AttributeRow} AttributeRow */

/**
 * Every attribute of the last position with its name for people, its value and its unit.
 * @param {import("./context.js").Context} context
 */
export function attributesSection({ store, texts }) {
  const list = element("dl", { class: "facts" });
  const none = element("p", { class: "quiet" }, texts.panel.noAttributes);
  const root = element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, texts.panel.attributes)),
    list, none);
  const rows = new KeyedChildren(list, (/** @type {AttributeRow} */ row) => row.name, attributeRow);

  store.watch((state) => [state.route, state.positions, state.vocabulary, state.user], (state) => {
    const device = selectedDevice(state);
    const position = device && state.positions.get(device.id);
    show(root, position !== undefined);
    const shown = position
      ? attributeRows(position.attributes, state.vocabulary, unitChoice(state.user), texts) : [];
    rows.render(shown);
    show(none, shown.length === 0);
  });
  return root;
}

/** @param {AttributeRow} first */
function attributeRow(first) {
  const title = element("dt", { title: first.name });
  const value = element("dd", {});
  const root = element("div", { class: "fact" }, title, value);
  return {
    root,
    /** @param {AttributeRow} row */
    update(row) {
      setText(title, row.title);
      setText(value, row.value);
      root.classList.toggle("is-alarm", row.isAlarm);
    },
  };
}
