import { categoryShapes } from "../model/categories.js";

const namespace = "http://www.w3.org/2000/svg";

/**
 * The picture of a kind of device, hidden from screen readers.
 * @param {string} kind a name of categoryShapes
 * @param {string} className
 */
export function categoryIcon(kind, className) {
  const { fill, line } = categoryShapes[kind];
  const svg = part("svg", { class: className, viewBox: "0 0 24 24", "aria-hidden": "true" });
  if (fill) svg.append(part("path", { d: fill, fill: "currentColor", "fill-rule": "evenodd" }));
  if (line) {
    svg.append(part("path", {
      d: line, fill: "none", stroke: "currentColor", "stroke-width": "1.9",
      "stroke-linecap": "round", "stroke-linejoin": "round",
    }));
  }
  return svg;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function part(name, attributes) {
  const result = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) result.setAttribute(key, value);
  return result;
}
