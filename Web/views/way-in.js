import { element, setAttribute, setText } from "./dom.js";

/**
 * The row of something that lets somebody in, such as a session or a token, and the button that
 * ends it.
 * @param {string} ending what the button says
 * @param {(id: number) => Promise<void>} end
 * @param {...HTMLElement} marks before the button
 */
export function wayIn(ending, end, ...marks) {
  let id = 0;
  const title = element("p", { class: "card-title" });
  const facts = element("p", { class: "card-facts quiet" });
  const button = element("button", {
    class: "button is-small", type: "button",
    click: async () => {
      button.disabled = true;
      await end(id);
      button.disabled = false;
    },
  }, ending);
  return {
    root: element("li", { class: "row" }, element("div", {}, title, facts), ...marks, button),
    title, button,
    /**
     * @param {number} number of what the row is about
     * @param {string} name
     * @param {string[]} details
     * @param {string} label what the button says to a screen reader
     */
    show(number, name, details, label) {
      id = number;
      setText(title, name);
      setText(facts, details.filter(Boolean).join(" · "));
      setAttribute(button, "aria-label", label);
    },
  };
}
