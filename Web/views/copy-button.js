import { element, icon, setAttribute } from "./dom.js";

const thanksDuration = 1_500;

/**
 * A button that copies a text, where the browser lets pages do that.
 * @param {() => string} text
 * @param {import("../texts/index.js").Texts} texts
 */
export function copyButton(text, texts) {
  const button = element("button", {
    class: "button is-icon", type: "button", "aria-label": texts.copy, title: texts.copy,
    hidden: !navigator.clipboard,
    click: async () => {
      try {
        await navigator.clipboard.writeText(text());
      } catch {
        return; // The person did not allow it; the text can still be selected.
      }
      acknowledge(true);
      window.setTimeout(() => acknowledge(false), thanksDuration);
    },
  }, icon("copy"));
  return button;

  /** @param {boolean} isCopied */
  function acknowledge(isCopied) {
    button.classList.toggle("is-done", isCopied);
    setAttribute(button, "aria-label", isCopied ? texts.copied : texts.copy);
    button.replaceChildren(icon(isCopied ? "check" : "copy"));
  }
}
