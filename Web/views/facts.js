import { element, setText, show } from "./dom.js";

/**
 * A list of named facts of which each has its place; an empty fact is not shown.
 * @template {string} Name
 * @param {Record<Name, string>} titles in the order of appearance
 */
export function factList(titles) {
  /** @type {Map<string, {row: HTMLElement, value: HTMLElement}>} */
  const facts = new Map();
  for (const [name, title] of /** @type {[string, string][]} */ (Object.entries(titles))) {
    const value = element("dd", {});
    const row = element("div", { class: "fact" }, element("dt", {}, title), value);
    facts.set(name, { row, value });
  }
  return {
    root: element("dl", { class: "facts" }, ...[...facts.values()].map(({ row }) => row)),
    /**
     * @param {Name} name
     * @param {string | null | undefined} text
     */
    set(name, text) {
      const fact = facts.get(name);
      if (!fact) return;
      show(fact.row, Boolean(text));
      setText(fact.value, text ?? "");
    },
    /** @param {Name} name */
    row: (name) => facts.get(name)?.row,
  };
}

/**
 * A title above its value, in a list of such.
 * @param {string} title
 * @param {HTMLElement} value
 */
export function pair(title, value) {
  return element("div", { class: "pair" }, element("dt", {}, title), value);
}
