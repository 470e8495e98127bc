// Building and keeping elements. Data only ever becomes text nodes and attributes, never markup:
// the names of devices come from strangers.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | ((event: any) => void)} Property */
/** @typedef {Record<string, Property>} Properties */

const spritePath = "icons/sprite.svg";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties] attributes; a function listens to the event of its name
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const result = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") result.addEventListener(name, value);
    else setAttribute(result, name, value);
  }
  result.append(...present(children));
  return result;
}

/**
 * Sets an attribute; null and false remove it.
 * @param {Element} target
 * @param {string} name
 * @param {string | number | boolean | null} value
 */
export function setAttribute(target, name, value) {
  if (value === null || value === false) {
    target.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (target.getAttribute(name) !== text) target.setAttribute(name, text);
}

/**
 * A picture of the sprite, hidden from screen readers: the text beside it says the same.
 * @param {string} name
 * @param {string} [className]
 */
export function icon(name, className = "icon") {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(namespace, "use");
  use.setAttribute("href", `${spritePath}#${name}`);
  svg.append(use);
  return svg;
}

/**
 * The shape and colour of a state.
 * @param {import("../types").DeviceStatus} status
 */
export function statusShape(status) {
  return icon(`status-${status}`, `status-shape is-${status}`);
}

/**
 * Changes a text only if it is another one, so that selections and screen readers stay calm.
 * @param {Node} target
 * @param {string} text
 */
export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/**
 * @param {Element} target
 * @param {...Child} children
 */
export function replace(target, ...children) {
  target.replaceChildren(...present(children));
}

/**
 * @param {HTMLElement} target
 * @param {boolean} isShown
 */
export function show(target, isShown) {
  if (target.hidden === isShown) target.hidden = !isShown;
}

/** @param {Child[]} children */
function present(children) {
  return /** @type {(Node | string)[]} */ (
    children.filter((child) => child !== null && child !== undefined && child !== false));
}
