import { fitsCode, qrCode } from "../model/qr.js";
import { element, icon, replace, setAttribute, show } from "./dom.js";

/** The white around a code, in modules, without which readers do not find it. */
const quietZone = 4;
const namespace = "http://www.w3.org/2000/svg";

/**
 * A button that shows a text as a QR code, and the place where it shows; nothing if the text is too
 * long for one.
 * @param {() => string} text
 * @param {string} title what the code is
 * @param {import("../texts/index.js").Texts} texts
 */
export function qrButton(text, title, texts) {
  const words = texts.deviceSetup;
  const place = element("div", { class: "qr", hidden: true });
  const button = element("button", {
    class: "button is-icon", type: "button", "aria-expanded": "false",
    "aria-label": `${words.qr}: ${title}`, title: words.qr,
    click: () => {
      const isOpen = place.hidden;
      const code = isOpen ? qrCode(text()) : null;
      replace(place, code && qrImage(code, `${words.qr}: ${title}`),
        code && element("p", { class: "quiet small" }, words.qrHelp));
      show(place, isOpen && code !== null);
      place.scrollIntoView({ block: "nearest" });
      setAttribute(button, "aria-expanded", String(!place.hidden));
      setAttribute(button, "title", place.hidden ? words.qr : words.qrHide);
    },
  }, icon("qr"));
  const fragment = document.createDocumentFragment();
  if (fitsCode(text())) fragment.append(button, place);
  return fragment;
}

/**
 * Dark on white in every scheme, because readers expect it so.
 * @param {import("../model/qr.js").Modules} code
 * @param {string} label
 */
function qrImage(code, label) {
  const size = code.length + 2 * quietZone;
  const path = code.flatMap((row, y) => row.flatMap((isDark, x) =>
    (isDark ? `M${x + quietZone} ${y + quietZone}h1v1h-1z` : []))).join("");
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  for (const [data, fill] of [[`M0 0h${size}v${size}H0z`, "#fff"], [path, "#000"]]) {
    const shape = document.createElementNS(namespace, "path");
    shape.setAttribute("d", data);
    shape.setAttribute("fill", fill);
    svg.append(shape);
  }
  return svg;
}
