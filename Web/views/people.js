import { mayManage, named, roleOf } from "../model/people.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";
import { personView } from "./person.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../people").User} User */

/** More than a person reads; the search finds the rest. */
const rowsMax = 200;

/**
 * Who may sign in; one of them, if chosen.
 * @param {Context} context
 */
export function peopleView(context) {
  const { store, texts } = context;
  const list = listView(context);
  const person = personView(context);
  const root = element("section", { class: "page is-form", "aria-label": texts.people.title },
    list, person);
  store.watch((state) => [state.route, state.user], ({ route, user }) => {
    const isShown = route.view === "people" && mayManage(user);
    show(root, isShown);
    show(list, isShown && route.chosen === null);
    show(person, isShown && route.chosen !== null);
  });
  return root;
}

/** @param {Context} context */
function listView(context) {
  const { store, texts } = context;
  const words = texts.people;
  const list = element("ul", { class: "cards" });
  const note = element("p", { class: "quiet", role: "status" });
  const search = element("input", {
    class: "search-input", type: "search", spellcheck: "false", autocomplete: "off",
    placeholder: words.search, "aria-label": words.search, input: render,
  });
  const cards = new KeyedChildren(list, (/** @type {User} */ user) => user.id,
    () => personCard(context));
  store.watch((state) => [state.people.users, state.user, state.route.view], render);
  return element("div", { class: "page-part" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { tabindex: -1 }, words.title),
        element("p", { class: "quiet" }, words.lead)),
      element("a", { class: "button is-primary", href: "#/people/new" }, icon("plus"), words.add)),
    element("div", { class: "search desk-search" }, icon("search"), search), list, note);

  function render() {
    const { users } = store.state.people;
    const found = named(users ?? [], search.value, ({ email }) => email);
    cards.render(found.slice(0, rowsMax));
    setText(note, users === null ? words.loading : found.length === 0 ? words.nothingFound
      : found.length > rowsMax ? texts.list.more(found.length - rowsMax) : "");
    show(note, note.textContent !== "");
  }
}

/** @param {Context} context */
function personCard({ store, texts }) {
  const words = texts.people;
  const name = element("span", { dir: "auto" });
  const you = element("span", { class: "quiet" }, ` (${words.you})`);
  const email = element("p", { class: "card-facts quiet" });
  const role = element("span", { class: "chip" });
  const open = element("a", { class: "button is-small" }, words.edit);
  return {
    root: element("li", { class: "card is-person" },
      element("div", { class: "card-main" },
        element("p", { class: "card-title" }, name, you), email), role, open),
    /** @param {User} user */
    update(user) {
      setText(name, user.name);
      show(you, user.id === store.state.user?.id);
      setText(email, user.email);
      const kind = roleOf(user, store.state.now);
      setText(role, words.roles[kind]);
      role.className = `chip${kind === "administrator" ? " is-good" : ""}${
        kind === "disabled" || kind === "expired" ? " is-problem" : ""}`;
      open.href = `#/people/${user.id}`;
      setAttribute(open, "aria-label", words.editOf(user.name));
    },
  };
}
