import { ownIdentifier } from "../model/fleet.js";
import { possibleParents } from "../model/people.js";
import { checkList } from "./check-list.js";
import { confirmButton } from "./confirm.js";
import { element, icon, replace } from "./dom.js";
import { choiceControl, record, textControl } from "./fields.js";
import { form } from "./form.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../people").Group} Group */

/**
 * One group: its name, where it stands, and what is in it.
 * @param {Context} context
 */
export function groupView(context) {
  const { store, texts } = context;
  const words = texts.groups;
  const body = element("div", { class: "page-part" });
  const members = memberList(context);
  let shown = "";
  store.watch((state) => [state.route, state.people.groups], (state) => {
    const { route, people: { groups } } = state;
    const id = route.view === "groups" ? route.chosen : null;
    const group = groups?.find((each) => each.id === id);
    // What is being typed stays when the list is read again.
    const key = `${id} ${groups === null ? "loading" : JSON.stringify(group ?? null)}`;
    if (key === shown) return;
    const isOther = shown.split(" ")[0] !== String(id);
    shown = key;
    if (id === null) replace(body);
    else if (groups === null) replace(body, element("p", { class: "quiet" }, words.loading));
    else if (id !== "new" && !group) {
      replace(body, backLink(context), element("p", { class: "quiet" }, words.gone));
    } else {
      const title = element("h1", { tabindex: -1, dir: "auto" }, group?.name ?? words.add);
      replace(body, backLink(context), title, groupForm(id, group ?? null, context),
        group && members.root, group && removal(group, context));
      if (isOther) title.focus();
    }
  });
  return body;
}

/** @param {Context} context */
function backLink({ texts }) {
  return element("a", { class: "back", href: "#/groups" }, icon("chevron"), texts.groups.back);
}

/**
 * @param {number | "new"} id
 * @param {Group | null} group
 * @param {Context} context
 */
function groupForm(id, group, { store, texts, actions }) {
  const words = texts.groups;
  const parents = possibleParents(store.state.people.groups ?? [], id);
  const fields = record({
    name: textControl(words.name, { required: true, autocomplete: "off", maxlength: 128 }),
    groupId: choiceControl(words.parent, [["0", words.top],
      ...parents.map((row) => /** @type {[string, string]} */ (
        [String(row.group.id), `${"\u00a0\u00a0".repeat(row.depth)}${row.group.name}`]))]),
  });
  fields.write(group ?? { groupId: 0 });
  const labels = group ? { idle: words.save, busy: words.saving }
    : { idle: words.create, busy: words.creating };
  return form(labels, [element("div", { class: "form-card form-columns" }, ...fields.parts)],
    async () => {
      const { name, groupId } = fields.read();
      await actions.groups.save(id, { name, groupId: Number(groupId) });
    });
}

/** @param {Context} context */
function memberList({ store, texts, actions }) {
  const words = texts.groups;
  const chosen = () => {
    const { route } = store.state;
    return route.view === "groups" && typeof route.chosen === "number" ? route.chosen : 0;
  };
  const list = checkList(words.members, texts.people.noDevices, texts, (ids, areIn) =>
    actions.groups.putDevices(chosen(), ids, areIn), "h2");
  store.watch((state) => [state.people, state.route], ({ people }) => {
    const id = chosen();
    if (id === 0) return;
    const names = new Map((people.groups ?? []).map((group) => [group.id, group.name]));
    const devices = people.devices ?? [];
    list.update(devices.map((device) => {
      const other = device.groupId === id ? undefined : names.get(device.groupId ?? 0);
      return {
        id: device.id, name: device.name || device.uniqueId,
        detail: [ownIdentifier(device), other ? words.elsewhere(other) : ""].filter(Boolean)
          .join(" · "),
      };
    }), new Set(devices.filter((device) => device.groupId === id).map((device) => device.id)));
  });
  const root = element("section", { class: "form-card" }, list.root,
    element("p", { class: "quiet small" }, words.membersHelp));
  return { root };
}

/**
 * @param {Group} group
 * @param {Context} context
 */
function removal(group, { texts, actions }) {
  const words = texts.groups;
  return confirmButton(words.remove, () => words.removeSure(group.name), texts,
    () => actions.groups.remove(group.id));
}
