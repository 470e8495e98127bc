import { mayEdit, mayManage } from "../model/people.js";
import { element, icon, setText, show } from "./dom.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").State} State */

/**
 * Who is signed in, and the pages that are not for every minute.
 * @param {Context} context
 */
export function accountMenu({ store, texts, actions }) {
  const words = texts.nav;
  const name = element("span", { class: "account-name", dir: "auto" });
  const role = element("span", { class: "account-role quiet" });
  /** @type {{link: HTMLElement, isFor: (state: State) => boolean}[]} */
  const items = [
    { link: item("settings"), isFor: () => true },
    { link: item("people"), isFor: ({ user }) => mayManage(user) },
    { link: item("groups"), isFor: ({ user, server }) => mayEdit(user, server) },
    { link: item("server"), isFor: ({ user }) => user?.administrator === true },
    { link: item("explain"), isFor: () => true },
  ];
  const menu = element("details", { class: "account" },
    element("summary", { "aria-label": words.account }, icon("person")),
    element("div", { class: "menu" }, name, role,
      element("nav", { class: "menu-items", "aria-label": words.account },
        ...items.map(({ link }) => link)),
      element("button", { class: "button", type: "button", click: () => void actions.logOut() },
        words.signOut)));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (menu.open && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  store.watch((state) => [state.user, state.server], (state) => {
    menu.open = false;
    setText(name, state.user?.name || state.user?.email || "");
    setText(role, state.user?.administrator ? words.administrator : state.user?.email ?? "");
    for (const { link, isFor } of items) show(link, state.user !== null && isFor(state));
  });
  return menu;

  /** @param {"settings" | "people" | "groups" | "server" | "explain"} view */
  function item(view) {
    return element("a", {
      class: "menu-item", href: `#/${view}`, click: () => { menu.open = false; },
    }, icon(view), words[view]);
  }
}
