import { groupTree, mayEdit } from "../model/people.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { groupView } from "./group.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {ReturnType<typeof groupTree>[number]} Row */

/**
 * The groups as a tree; one of them, if chosen.
 * @param {Context} context
 */
export function groupsView(context) {
  const { store, texts } = context;
  const list = listView(context);
  const group = groupView(context);
  const root = element("section", { class: "page is-form", "aria-label": texts.groups.title },
    list, group);
  store.watch((state) => [state.route, state.user, state.server], ({ route, user, server }) => {
    const isShown = route.view === "groups" && mayEdit(user, server);
    show(root, isShown);
    show(list, isShown && route.chosen === null);
    show(group, isShown && route.chosen !== null);
  });
  return root;
}

/** @param {Context} context */
function listView(context) {
  const { store, texts } = context;
  const words = texts.groups;
  const list = element("ul", { class: "cards" });
  const loading = element("p", { class: "quiet" }, words.loading);
  const none = element("div", { class: "nothing" }, icon("groups", "empty-picture"),
    element("p", {}, words.none), element("p", { class: "quiet" }, words.noneHelp));
  const rows = new KeyedChildren(list, (/** @type {Row} */ row) => row.group.id,
    () => groupCard(context));
  store.watch((state) => [state.people.groups, state.people.devices], ({ people }) => {
    rows.render(groupTree(people.groups ?? []));
    show(loading, people.groups === null);
    show(none, people.groups?.length === 0);
  });
  return element("div", { class: "page-part" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { tabindex: -1 }, words.title),
        element("p", { class: "quiet" }, words.lead)),
      element("a", { class: "button is-primary", href: "#/groups/new" }, icon("plus"), words.add)),
    loading, none, list);
}

/** @param {Context} context */
function groupCard({ store, texts }) {
  const words = texts.groups;
  const name = element("p", { class: "card-title", dir: "auto" });
  const count = element("p", { class: "card-facts quiet" });
  const open = element("a", { class: "button is-small" }, words.open);
  const root = element("li", { class: "card" },
    element("div", { class: "card-main" }, name, count), open);
  return {
    root,
    /** @param {Row} row */
    update({ group, depth }) {
      const devices = store.state.people.devices ?? [];
      setText(name, group.name);
      setText(count, words.devices(devices.filter((each) => each.groupId === group.id).length));
      root.style.setProperty("--depth", String(depth));
      open.href = `#/groups/${group.id}`;
      setAttribute(open, "aria-label", words.openOf(group.name));
    },
  };
}
