import { hexBytes } from "../model/bytes.js";
import { byteView } from "./byte-view.js";
import { copyButton } from "./copy-button.js";
import { element, icon } from "./dom.js";
import { frameCard } from "./explained-frame.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../explanation").Explanation} Explanation */
/** @typedef {import("../explanation").Certificate} Certificate */

/** More than a person reads at once. */
const framesMax = 40;
const refusalsMax = 60;

/**
 * Everything that can be said about bytes.
 * @param {Explanation} answer
 * @param {Context} context
 */
export function explanationView(answer, context) {
  const { texts } = context;
  const words = texts.explain;
  const hidden = answer.frames.length - framesMax;
  return element("div", { class: "explanation-parts" },
    verdict(answer, context),
    ...answer.frames.slice(0, framesMax).map((frame, index) => frameCard(frame, index, context)),
    hidden > 0 && element("p", { class: "quiet" }, words.more(hidden)),
    ...answer.skipped.slice(0, framesMax).map((run) => skippedCard(run, answer, context)));
}

/**
 * The certificate in words.
 * @param {Explanation} answer
 * @param {Context} context
 */
function verdict({ protocol, identifier, certificate, frames }, { texts }) {
  const words = texts.explain;
  const title = !protocol ? words.notFound
    : certificate ? words.found(protocol) : words.named(protocol);
  const isGood = protocol !== null && frames.length > 0;
  return element("section", { class: "card verdict", "data-level": isGood ? "good" : "problem" },
    element("div", { class: "card-main" },
      element("h2", { class: "finding" },
        element("span", { class: "finding-mark" }, icon(`level-${isGood ? "good" : "problem"}`)),
        title),
      certificate && element("p", { class: "card-advice" }, 
        protocol ? certificate.summary : sentence(certificate.summary)),
      frames.length === 0 && protocol && element("p", { class: "card-advice" }, words.noFrame)),
    element("dl", { class: "card-grid" },
      ...pairs([
        [words.identifier, identifier ?? ""],
        [words.strength, protocol && certificate ? words.strengths[certificate.score] ?? "" : ""],
        [words.waiting, certificate?.waiting.join(", ") ?? ""],
      ])),
    protocol && certificate && refusalList(certificate, texts));
}

/** @param {[string, string][]} facts of which the empty ones are left out */
function pairs(facts) {
  return facts.filter(([, value]) => value !== "").map(([title, value]) =>
    element("div", { class: "pair" }, element("dt", {}, title), element("dd", {}, value)));
}

/**
 * Why other protocols did not fit, for those who want to know.
 * @param {Certificate} certificate
 * @param {import("../texts/index.js").Texts} texts
 */
function refusalList({ refusals }, texts) {
  const words = texts.explain;
  if (refusals.length === 0) return null;
  return element("details", { class: "refusal-list" },
    element("summary", {}, words.refusals(refusals.length)),
    element("ul", {}, ...refusals.slice(0, refusalsMax).map((each) => element("li", {},
      element("b", {}, each.protocol), ` · ${words.columns.bytes.toLowerCase()} ${each.offset}: `,
      words.expected(each.expected)))));
}

/**
 * Bytes that belong to no message. Without a protocol, they show where each one stopped to fit.
 * @param {{offset: number, hex: string}} run
 * @param {Explanation} answer
 * @param {Context} context
 */
function skippedCard(run, { protocol, certificate }, { texts }) {
  const words = texts.explain;
  const bytes = hexBytes(run.hex);
  const refusals = protocol ? [] : (certificate?.refusals ?? []).slice(0, refusalsMax);
  const fields = refusals.map(({ protocol: name, offset, expected }) => {
    const place = offset - run.offset;
    const found = place < bytes.length ? bytes[place].toString(16).padStart(2, "0") : "";
    return {
      name, offset: place, length: 1, hex: found, value: found || "–",
      meaning: words.expected(expected),
    };
  });
  return element("section", { class: "card frame-card" },
    element("div", { class: "frame-head" },
      element("h2", {}, words.skipped),
      element("span", { class: "quiet" }, words.range(run.offset, bytes.length)),
      copyButton(() => run.hex, texts)),
    fields.length > 0 && element("p", { class: "quiet small" }, words.refusalsNone),
    byteView({ bytes, fields, title: words.skipped, columns: words.refusalColumns,
      unclaimed: null }, texts));
}

/** @param {string} text */
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
