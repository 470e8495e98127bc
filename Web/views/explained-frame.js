import { attributeRows } from "../model/attributes.js";
import { hexBytes, inByteOrder, readableText } from "../model/bytes.js";
import { momentText } from "../model/time.js";
import { altitudeText, compassPoint, distanceText, speedText, unitChoice } from "../model/units.js";
import { byteView } from "./byte-view.js";
import { copyButton } from "./copy-button.js";
import { element } from "./dom.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../explanation").ExplainedFrame} ExplainedFrame */
/** @typedef {import("../explanation").ExplainedPosition} ExplainedPosition */

/** More than a person reads at once. */
const positionsMax = 20;

/**
 * One message: its bytes, their fields, and what came of them.
 * @param {ExplainedFrame} frame
 * @param {number} index
 * @param {Context} context
 */
export function frameCard(frame, index, context) {
  const { texts } = context;
  const words = texts.explain;
  const bytes = hexBytes(frame.hex);
  const title = words.frame(index + 1);
  const hidden = frame.positions.length - positionsMax;
  return element("section", { class: "card frame-card" },
    element("div", { class: "frame-head" },
      element("h2", {}, title),
      element("span", { class: "quiet" }, words.range(frame.offset, bytes.length)),
      ...states(frame, texts), copyButton(() => frame.hex, texts)),
    byteView({ bytes, fields: inByteOrder(frame.fields), title, columns: words.columns,
      unclaimed: frame.unclaimed }, texts),
    element("div", { class: "frame-results" },
      element("section", { class: "frame-result" },
        element("h3", {}, words.positions),
        frame.positions.length === 0 && element("p", { class: "quiet" }, words.noPositions),
        ...frame.positions.slice(0, positionsMax).map((each) => position(each, context)),
        hidden > 0 && element("p", { class: "quiet" }, words.more(hidden))),
      element("section", { class: "frame-result" },
        element("h3", {}, words.replies),
        frame.replies.length === 0 && element("p", { class: "quiet" }, words.noReplies),
        ...frame.replies.map((reply) => replyRow(reply, context)))));
}

/**
 * Whether all is well with a message, in short words.
 * @param {ExplainedFrame} frame
 * @param {import("../texts/index.js").Texts} texts
 */
function states({ error, checksumFailed, unclaimed }, texts) {
  const words = texts.explain;
  const left = unclaimed.reduce((sum, each) => sum + each.length, 0);
  const chips = [];
  if (error) chips.push(chip("problem", words.error(error)));
  if (checksumFailed) chips.push(chip("problem", words.checksumFailed));
  if (left > 0) chips.push(chip("waiting", words.unclaimed(left)));
  if (chips.length === 0) chips.push(chip("good", words.readWhole));
  return chips;
}

/**
 * @param {string} level
 * @param {string} text
 */
export function chip(level, text) {
  return element("span", { class: `chip is-${level}` }, text);
}

/**
 * @param {ExplainedPosition} it
 * @param {Context} context
 */
function position(it, { store, texts }) {
  const { vocabulary, user } = store.state;
  const words = texts.explain;
  const choice = unitChoice(user);
  const hasPlace = it.latitude !== undefined && it.longitude !== undefined;
  /** @type {[string, string][]} */
  const facts = [[words.fixTime, it.fixTime ? momentText(it.fixTime) : ""]];
  if (it.deviceTime && it.deviceTime !== it.fixTime) {
    facts.push([words.deviceTime, momentText(it.deviceTime)]);
  }
  facts.push([words.place, hasPlace
    ? `${it.latitude?.toFixed(6)}, ${it.longitude?.toFixed(6)}` : words.noPlace]);
  if (hasPlace) facts.push(...movement(it, choice, texts));
  for (const row of attributeRows(it.attributes, vocabulary, choice, texts)) {
    facts.push([row.title, row.value]);
  }
  return element("dl", { class: "facts" },
    ...facts.filter(([, value]) => value !== "").map(([title, value]) =>
      element("div", { class: "fact" }, element("dt", {}, title), element("dd", {}, value))));
}

/**
 * @param {ExplainedPosition} it
 * @param {import("../model/units.js").UnitChoice} choice
 * @param {import("../texts/index.js").Texts} texts
 * @returns {[string, string][]}
 */
function movement(it, choice, texts) {
  const { explain, panel } = texts;
  const course = it.course ?? 0;
  return [
    [explain.valid, it.valid ? texts.yes : texts.no],
    [panel.speed, it.speed === undefined ? "" : speedText(it.speed, choice)],
    [panel.course, panel.courseValue(course, texts.compass(compassPoint(course)))],
    [panel.altitude, it.altitude === undefined ? "" : altitudeText(it.altitude, choice)],
    [panel.accuracy, it.accuracy ? distanceText(it.accuracy, choice) : ""],
  ];
}

/**
 * @param {string} hex
 * @param {Context} context
 */
export function replyRow(hex, { texts }) {
  const digits = (hex.match(/../g) ?? []).join(" ");
  const isText = hexBytes(hex).every((byte) => byte === 13 || byte === 10
    || (byte >= 0x20 && byte < 0x7f));
  return element("div", { class: "reply" },
    element("div", {},
      isText && element("p", { class: "mono" }, readableText(hex)),
      element("p", { class: isText ? "mono quiet small" : "mono" }, digits)),
    copyButton(() => hex, texts));
}
