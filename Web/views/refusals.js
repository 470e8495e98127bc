import { isSought, levelOf, needsWords, refusalKey } from "../model/refusals.js";
import { readableText } from "../model/bytes.js";
import { momentText, span } from "../model/time.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { pair } from "./facts.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").RefusalEntry} RefusalEntry */
/** @typedef {{entry: RefusalEntry, key: string, name: string}} Item */

/** More than a person reads; the search finds the rest. */
const rowsMax = 100;
/** Characters of the first bytes that show in the list. */
const startMax = 48;

/**
 * Who called and was not taken: when, from where, why, and what to do.
 * @param {Context} context
 */
export function refusalsSection(context) {
  const { store, texts } = context;
  const words = texts.refusals;
  const list = element("ul", { class: "cards" });
  const count = element("span", { class: "section-count" });
  const none = element("p", { class: "quiet" }, words.none);
  const more = element("p", { class: "quiet" });
  const root = element("section", { class: "desk-section", id: "refused" },
    element("h2", {}, words.title, " ", count),
    element("p", { class: "quiet small" }, words.lead), none, list, more);
  const cards = new KeyedChildren(list, (/** @type {Item} */ item) => item.key,
    () => refusalCard(context));

  store.watch(
    (state) => [state.refusals, state.route, state.devices, state.deskSearch,
      Math.floor(state.now / 5_000)],
    (state) => {
      if (state.route.view !== "connections") return;
      const names = new Map([...state.devices.values()].map((each) => [each.uniqueId, each.name]));
      const items = (state.refusals ?? [])
        .map((entry) => (
          { entry, key: refusalKey(entry), name: names.get(entry.identifier ?? "") ?? "" }))
        .filter(({ entry, name }) => isSought(state.deskSearch, entry, name));
      cards.render(items.slice(0, rowsMax));
      show(root, items.length > 0 || state.deskSearch.trim() === "");
      setText(count, String(items.length));
      show(count, items.length > 0);
      show(none, state.refusals?.length === 0);
      show(more, items.length > rowsMax);
      setText(more, texts.list.more(items.length - rowsMax));
    });
  return root;
}

/** @param {Context} context */
function refusalCard({ store, texts }) {
  const words = texts.refusals;
  const mark = element("span", { class: "finding-mark" });
  const title = element("span", {});
  const advice = element("p", { class: "card-advice" });
  const why = element("p", { class: "card-why" });
  const start = element("p", { class: "card-why" });
  const when = element("dd", {});
  const peer = element("dd", { class: "mono" });
  const protocol = element("dd", {});
  const identifier = element("dd", {});
  const link = element("a", { class: "button is-small" }, icon("explain"), words.explain);
  const root = element("li", { class: "card is-connection is-refusal" },
    element("div", { class: "card-main" },
      element("p", { class: "card-title finding" }, mark, title), advice, why, start),
    element("dl", { class: "card-grid" },
      pair(words.from, peer), pair(words.protocol, protocol),
      pair(words.identifier, identifier), pair(words.when, when)),
    link);

  /** @param {Item} item */
  function update({ entry, name }) {
    const kind = Object.hasOwn(words.kinds, entry.kind) ? words.kinds[entry.kind] : words.other;
    const level = levelOf(entry);
    if (root.dataset.level !== level) {
      mark.replaceChildren(icon(level === "problem" ? "level-problem" : "level-harmless"));
      root.dataset.level = level;
    }
    setText(title, name ? `${name} · ${kind.title}` : kind.title);
    setText(advice, kind.advice);
    setText(why, words.why(entry.why));
    show(why, needsWords(entry, words.kinds));
    showStart(entry);
    const age = texts.ago(span(store.state.now - Date.parse(entry.time)));
    setText(when, entry.count > 1 ? `${age} · ${words.times(entry.count)}` : age);
    setAttribute(when, "title", momentText(entry.time));
    setText(peer, `${entry.transport.toUpperCase()} ${entry.peer}`);
    setText(protocol, entry.protocol ?? words.unknown);
    setText(identifier, entry.identifier ?? words.unnamed);
    identifier.className = entry.identifier ? "mono" : "quiet";
    protocol.className = entry.protocol ? "" : "quiet";
  }

  /** @param {RefusalEntry} entry */
  function showStart({ firstBytes, transport, peer: from }) {
    show(start, firstBytes !== "");
    show(link, firstBytes !== "");
    if (firstBytes === "") return;
    const text = readableText(firstBytes);
    setText(start, words.firstBytes(
      text.length > startMax ? `${text.slice(0, startMax)}…` : text));
    setAttribute(link, "href", `#/explain/${transport}/${firstBytes}`);
    setAttribute(link, "aria-label", words.explainOf(from));
  }
  return { root, update };
}
