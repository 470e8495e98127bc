import { named } from "../model/people.js";
import { element, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {{id: number, name: string, detail: string}} Item */

/** More than a person reads at once; the search finds the rest. */
const rowsMax = 200;
/** From so many items on there is something to search. */
const searchedMin = 8;

/**
 * A list with a tick for each item, that can be searched and ticked as a whole.
 * @param {string} title
 * @param {string} empty what to say if there is nothing to tick
 * @param {import("../texts/index.js").Texts} texts
 * @param {(ids: number[], isTicked: boolean) => Promise<void>} change
 * @param {"h2" | "h3"} [heading] by where it stands on the page
 */
export function checkList(title, empty, texts, change, heading = "h3") {
  const words = texts.checkList;
  /** @type {Item[]} */
  let items = [];
  /** @type {ReadonlySet<number>} */
  let ticked = new Set();
  const count = element("span", { class: "section-count" });
  const search = element("input", {
    class: "search-input", type: "search", spellcheck: "false", autocomplete: "off",
    placeholder: words.search, "aria-label": `${words.search}: ${title}`, input: render,
  });
  const all = massButton(words.all, words.allOf(title), true);
  const none = massButton(words.none, words.noneOf(title), false);
  const list = element("ul", { class: "check-rows" });
  const note = element("p", { class: "quiet small", role: "status" });
  const tools = element("div", { class: "check-tools" }, search, all, none);
  const root = element("div", { class: "check-list", role: "group", "aria-label": title },
    element(heading, { class: "check-title" }, title, " ", count), tools, list, note);
  const rows = new KeyedChildren(list, (/** @type {Item} */ item) => item.id, row);
  return {
    root,
    /** @param {Item[]} nextItems @param {ReadonlySet<number>} nextTicked */
    update(nextItems, nextTicked) {
      items = nextItems;
      ticked = nextTicked;
      render();
    },
  };

  function found() {
    return named(items, search.value, ({ detail }) => detail);
  }

  function render() {
    const matching = found();
    rows.render(matching.slice(0, rowsMax));
    const hidden = matching.length - rowsMax;
    setText(count, words.count(items.filter(({ id }) => ticked.has(id)).length, items.length));
    setText(note, items.length === 0 ? empty : matching.length === 0 ? words.nothingFound
      : hidden > 0 ? texts.list.more(hidden) : "");
    show(note, note.textContent !== "");
    show(tools, items.length > 1);
    show(search, items.length >= searchedMin);
  }

  /** @param {string} text @param {string} label @param {boolean} isTicked */
  function massButton(text, label, isTicked) {
    const button = element("button", {
      class: "button is-small", type: "button", "aria-label": label,
      click: async () => {
        const ids = found().map(({ id }) => id).filter((id) => ticked.has(id) !== isTicked);
        if (ids.length === 0) return;
        button.disabled = true;
        await change(ids, isTicked);
        button.disabled = false;
      },
    }, text);
    return button;
  }

  /** @param {Item} first */
  function row(first) {
    const name = element("span", { dir: "auto" });
    const detail = element("span", { class: "quiet small" });
    const input = element("input", {
      type: "checkbox",
      change: async () => {
        input.disabled = true;
        await change([first.id], input.checked);
        input.disabled = false;
        input.focus();
        // What was refused is not so; the answer is drawn with the next frame.
        requestAnimationFrame(() => { input.checked = ticked.has(first.id); });
      },
    });
    return {
      root: element("li", {}, element("label", { class: "check-row" }, input, name, detail)),
      /** @param {Item} item */
      update(item) {
        setText(name, item.name);
        setText(detail, item.detail);
        if (!input.disabled) input.checked = ticked.has(item.id);
      },
    };
  }
}
