import { hexBytes, readableText } from "../model/bytes.js";
import { momentText } from "../model/time.js";
import { copyButton } from "./copy-button.js";
import { element, replace, setAttribute, show } from "./dom.js";
import { chip, replyRow } from "./explained-frame.js";
import { explanationView } from "./explanation.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../frames").Frame} Frame */

/** As much of a message as fits on a line. */
const previewMax = 160;

/**
 * One message: a line that opens to its bytes and their meaning.
 * @param {Frame} frame
 * @param {Context} context
 */
export function frameRow(frame, context) {
  const { store, texts, actions } = context;
  const words = texts.frames;
  const time = momentText(frame.time);
  const detail = element("div", { class: "frame-open" });
  const line = element("button", {
    class: "frame-line", type: "button", "aria-expanded": "false",
    click: () => actions.frames.open(isOpened() ? null : frame.id),
  },
  element("span", { class: "frame-time" }, time),
  element("span", { class: "frame-facts quiet" },
    [frame.protocol ?? words.unknown, frame.connection.transport?.toUpperCase(),
      words.bytes(hexBytes(frame.hex).length)].filter(Boolean).join(" · ")),
  element("span", { class: "frame-chips" }, ...chips(frame, texts)),
  element("span", { class: "frame-preview mono quiet", dir: "ltr" }, preview(frame.hex)));
  const root = element("li", { class: "card frame-row", "data-id": frame.id }, line, detail);
  /** @type {import("../frames").FramesState["opened"]} */
  let shown = null;
  return { root, update };

  function isOpened() {
    return store.state.frames?.opened?.id === frame.id;
  }
  function update() {
    const opened = isOpened() ? store.state.frames?.opened ?? null : null;
    setAttribute(line, "aria-expanded", String(opened !== null));
    show(detail, opened !== null);
    if (opened === shown) return;
    const isNew = opened !== null && shown === null;
    shown = opened;
    replace(detail, ...opened ? openedParts(opened, context) : []);
    if (isNew) requestAnimationFrame(() => root.scrollIntoView({ block: "nearest" }));
  }
}

/**
 * @param {NonNullable<import("../frames").FramesState["opened"]>} opened
 * @param {Context} context
 */
function openedParts({ frame, problem }, context) {
  const words = context.texts.frames;
  if (problem) return [element("p", { class: "form-notice", role: "alert" }, problem)];
  if (!frame) return [element("p", { class: "quiet", role: "status" }, words.opening)];
  return [
    element("p", { class: "quiet small" }, frame.connection.peer ?? "",
      copyButton(() => frame.hex, context.texts)),
    ...frame.notes.map((note) => element("p", { class: "hint is-warning" }, note)),
    frame.explanation ? explanationView(frame.explanation, context)
      : element("p", { class: "quiet" }, words.notExplained),
    !frame.explanation && frame.reply && element("section", { class: "frame-result" },
      element("h3", {}, words.answer), replyRow(frame.reply, context)),
  ];
}

/**
 * What became of a message, in short words.
 * @param {Frame} frame
 * @param {import("../texts/index.js").Texts} texts
 */
function chips({ positions, decoded, notes, reply }, { frames: words }) {
  return [
    positions > 0 && chip("good", words.positions(positions)),
    !decoded && chip("problem", words.unread),
    ...decoded ? notes.map((note) => chip("waiting", note)) : [],
    reply && chip("plain", words.answered),
  ];
}

/**
 * The beginning of a message as a person reads it best.
 * @param {string} hex
 */
function preview(hex) {
  const start = hex.slice(0, 2 * previewMax);
  const text = readableText(start);
  const isText = !/\\x/.test(text.slice(0, 48));
  return isText ? text : (start.match(/../g) ?? []).join(" ");
}
