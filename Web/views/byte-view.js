import { byteCharacter, fieldsOfBytes, hexText, rangeText } from "../model/bytes.js";
import { element, setAttribute, setText } from "./dom.js";

/** @typedef {import("../explanation").Field} Field */
/** @typedef {import("../texts/index.js").Texts} Texts */
/**
 * @typedef {object} Subject
 * @property {number[]} bytes
 * @property {Field[]} fields
 * @property {string} title
 * @property {{name: string, bytes: string, value: string, meaning: string}} columns
 * @property {{offset: number, length: number}[] | null} unclaimed what a decoder did not read; null
 *   if none has read the bytes
 */

const columnsWide = 16;
const columnsNarrow = 8;
/** More than a person reads at once. */
const bytesMax = 2_048;
const rowsMax = 1_000;

/**
 * Bytes as a grid, and their fields as a table; pointing at one lights what belongs to it in the
 * other. In the grid arrow keys move byte by byte, in the table field by field.
 * @param {Subject} subject
 * @param {Texts} texts
 */
export function byteView(subject, texts) {
  const words = texts.explain;
  const bytes = subject.bytes.slice(0, bytesMax);
  const fields = subject.fields.slice(0, rowsMax);
  const owners = fieldsOfBytes(bytes.length, fields);
  /** @param {number} at */
  const isUnclaimed = (at) => (subject.unclaimed ?? [])
    .some(({ offset, length }) => at >= offset && at < offset + length);
  const isNarrow = window.matchMedia("(max-width: 720px)").matches;
  const columns = isNarrow ? columnsNarrow : columnsWide;
  const grid = byteGrid(bytes, columns, (at) => byteLook(owners[at], isUnclaimed(at)));
  const table = fields.length > 0 ? fieldTable(subject, fields) : null;
  const note = element("p", { class: "byte-note quiet small" }, words.pointAt);
  setAttribute(grid.root, "aria-label", words.bytesOf(subject.title));

  /** @param {number} at */
  const lightByte = (at) => {
    const own = owners[at];
    const lit = own.length > 0
      ? own.flatMap((index) => placesOf(fields[index], bytes.length)) : [at];
    const names = own.map((index) => fields[index].name).join(", ");
    light(new Set(lit), new Set(own));
    const text = words.byte(at, hexText([bytes[at]]),
      names || (!subject.unclaimed ? "" : isUnclaimed(at) ? words.nobodys : words.separator));
    setText(note, text);
    setAttribute(grid.byte(at), "aria-label", text);
  };
  /** @param {number} index */
  const lightField = (index) => {
    const { name, value, meaning } = fields[index];
    light(new Set(placesOf(fields[index], bytes.length)), new Set([index]));
    setText(note, [name, value, meaning].filter(Boolean).join(" · "));
  };
  /** @param {ReadonlySet<number>} places @param {ReadonlySet<number>} rows */
  const light = (places, rows) => {
    grid.light(places);
    table?.light(rows);
  };

  pointing(grid.root, "at", lightByte);
  walking(grid.root, grid.cells, columns);
  if (table) {
    pointing(table.root, "index", lightField);
    walking(table.root, table.rows, 1);
  }
  const hidden = subject.bytes.length - bytes.length;
  return element("div", { class: "byte-view" },
    element("div", { class: "byte-side" }, grid.root, note,
      hidden > 0 && element("p", { class: "quiet small" }, words.more(hidden))),
    table?.root);
}

/**
 * How a byte looks: neighbouring fields take turns, so that one sees where they meet.
 * @param {number[]} own the fields of the byte
 * @param {boolean} isUnclaimed
 */
function byteLook(own, isUnclaimed) {
  if (own.length === 0) return isUnclaimed ? "byte is-nobodys" : "byte is-between";
  return `byte is-field-${own[0] % 2}`;
}

/**
 * @param {number[]} bytes
 * @param {number} columns
 * @param {(at: number) => string} look
 */
function byteGrid(bytes, columns, look) {
  const cells = bytes.map((byte, at) => element("span", {
    class: look(at), "data-at": at, tabindex: at === 0 ? 0 : -1, role: "button",
    "aria-label": hexText([byte]),
  }, hexText([byte])));
  const characters = bytes.map((byte, at) => element("span",
    { class: "byte-character", "data-at": at, "aria-hidden": "true" }, byteCharacter(byte)));
  const root = element("div", { class: "byte-grid mono", role: "group" });
  root.style.setProperty("--byte-columns", String(columns));
  for (let start = 0; start < bytes.length; start += columns) {
    root.append(element("div", { class: "byte-line" },
      element("span", { class: "byte-offset", "aria-hidden": "true" }, String(start)),
      element("span", { class: "byte-cells" }, ...cells.slice(start, start + columns)),
      element("span", { class: "byte-characters" }, ...characters.slice(start, start + columns))));
  }
  return {
    root, cells,
    /** @param {number} at */
    byte: (at) => cells[at],
    /** @param {ReadonlySet<number>} places */
    light(places) {
      cells.forEach((cell, at) => {
        cell.classList.toggle("is-lit", places.has(at));
        characters[at].classList.toggle("is-lit", places.has(at));
      });
    },
  };
}

/**
 * @param {Subject} subject
 * @param {Field[]} fields
 */
function fieldTable({ columns }, fields) {
  const rows = fields.map((field, index) => element("tr", {
    class: "field-row", "data-index": index, tabindex: index === 0 ? 0 : -1,
  },
  element("td", { class: "field-name" },
    element("span", { class: `field-swatch is-field-${index % 2}` }), field.name),
  element("td", { class: "field-bytes mono", title: field.hex }, rangeText(field)),
  element("td", { class: "field-value mono" }, field.value),
  element("td", { class: "field-meaning" }, field.meaning ?? "")));
  const root = element("table", { class: "field-table" },
    element("thead", {}, element("tr", {},
      ...[columns.name, columns.bytes, columns.value, columns.meaning].map((title) =>
        element("th", { scope: "col" }, title)))),
    element("tbody", {}, ...rows));
  return {
    root, rows,
    /** @param {ReadonlySet<number>} lit */
    light(lit) {
      rows.forEach((row, index) => row.classList.toggle("is-lit", lit.has(index)));
    },
  };
}

/**
 * Tells which part the pointer or the focus is at.
 * @param {HTMLElement} root
 * @param {"at" | "index"} key the data that numbers the parts
 * @param {(number: number) => void} tell
 */
function pointing(root, key, tell) {
  /** @param {Event} event */
  const hear = (event) => {
    if (!(event.target instanceof Element)) return;
    const part = event.target.closest(`[data-${key}]`);
    if (part instanceof HTMLElement) tell(Number(part.dataset[key]));
  };
  for (const type of ["pointerover", "focusin", "click"]) root.addEventListener(type, hear);
}

/**
 * One part is in the tab order; arrow keys, Home and End move.
 * @param {HTMLElement} root
 * @param {HTMLElement[]} parts
 * @param {number} columns
 */
function walking(root, parts, columns) {
  /** @type {Record<string, number>} */
  const steps = { ArrowUp: -columns, ArrowDown: columns };
  if (columns > 1) Object.assign(steps, { ArrowLeft: -1, ArrowRight: 1 });
  root.addEventListener("keydown", (event) => {
    const now = parts.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (now < 0) return;
    const next = event.key === "Home" ? 0 : event.key === "End" ? parts.length - 1
      : Object.hasOwn(steps, event.key) ? now + steps[event.key] : null;
    if (next === null) return;
    event.preventDefault();
    if (next >= 0 && next < parts.length) parts[next].focus();
  });
  root.addEventListener("focusin", (event) => {
    const part = parts.find((each) => each === event.target);
    if (!part) return;
    for (const other of parts) setAttribute(other, "tabindex", other === part ? 0 : -1);
  });
}

/**
 * @param {Field} field
 * @param {number} count
 */
function placesOf({ offset, length }, count) {
  const end = Math.min(offset + length, count);
  return Array.from({ length: Math.max(end - offset, 0) }, (_, index) => offset + index);
}
