import { element, replace, setText } from "./dom.js";

/**
 * A button for what cannot be undone: it asks once more, with the harmless answer in focus.
 * @param {string} label
 * @param {() => string} question
 * @param {import("../texts/index.js").Texts} texts
 * @param {() => Promise<void>} action
 */
export function confirmButton(label, question, texts, action) {
  const ask = element("button", { class: "button is-danger", type: "button", click: open }, label);
  const text = element("p", {});
  const yes = element("button", {
    class: "button is-danger", type: "button",
    click: async () => {
      yes.disabled = true;
      await action();
      yes.disabled = false;
      close();
    },
  }, texts.confirm.yes);
  const no = element("button", { class: "button", type: "button", click: close }, texts.confirm.no);
  const root = element("div", {
    class: "confirm",
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || ask.isConnected) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    },
  }, ask);
  return root;

  function open() {
    setText(text, question());
    replace(root, text, element("div", { class: "form-row" }, yes, no));
    no.focus();
  }
  function close() {
    const hadFocus = root.contains(document.activeElement);
    replace(root, ask);
    if (hadFocus) ask.focus();
  }
}
