import { element } from "./dom.js";

/**
 * A titled part of a page.
 * @param {string} title
 * @param {...import("./dom.js").Child} parts
 */
export function formCard(title, ...parts) {
  return element("section", { class: "form-card" }, element("h2", {}, title), ...parts);
}
