import { diagnoseAll } from "../model/diagnosis.js";
import { momentText, span } from "../model/time.js";
import { element, icon, replace, setAttribute, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {ReturnType<typeof diagnoseAll>[number]} Item */

/** More than a person reads; problems come first. */
const rowsMax = 300;

/**
 * Who is connected, and in plain words why a tracker is not on the map.
 * @param {Context} context
 */
export function connectionsView(context) {
  const { store, texts } = context;
  const words = texts.connections;
  const list = element("ul", { class: "cards" });
  const loading = element("p", { class: "quiet" }, words.loading);
  const none = element("div", { class: "nothing" }, icon("connections", "empty-picture"),
    element("p", {}, words.none), element("p", { class: "quiet" }, words.noneHelp));
  const more = element("p", { class: "quiet" });
  const root = element("section", { class: "page", "aria-labelledby": "connections-title" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { id: "connections-title" }, words.title),
        element("p", { class: "quiet" }, words.lead))),
    loading, none, list, more);
  const cards = new KeyedChildren(list, (/** @type {Item} */ item) => item.connection.id,
    () => connectionCard(context));

  store.watch(
    (state) => [state.connections, state.route, state.devices, state.positions, state.arrivals,
      Math.floor(state.now / 5_000)],
    (state) => {
      show(root, state.route.view === "connections");
      if (state.route.view !== "connections") return;
      const items = diagnoseAll(state.connections ?? [], state);
      cards.render(items.slice(0, rowsMax));
      show(loading, state.connections === null);
      show(none, state.connections?.length === 0);
      show(more, items.length > rowsMax);
      setText(more, texts.list.more(items.length - rowsMax));
    });
  return root;
}

/** @param {Context} context */
function connectionCard({ store, texts }) {
  const words = texts.connections;
  const mark = element("span", { class: "finding-mark" });
  const title = element("span", {});
  const advice = element("p", { class: "card-advice" });
  const why = element("p", { class: "card-why" });
  const identifier = element("dd", { class: "mono" });
  const peer = element("dd", { class: "mono" });
  const protocol = element("dd", {});
  const messages = element("dd", {});
  const last = element("dd", {});
  const since = element("dd", {});
  const link = element("a", { class: "button is-small" });
  const root = element("li", { class: "card is-connection" },
    element("div", { class: "card-main" },
      element("p", { class: "card-title finding" }, mark, title), advice, why),
    element("dl", { class: "card-grid" },
      pair(words.identifier, identifier), pair(words.peer, peer), pair(words.protocol, protocol),
      pair(words.messages, messages), pair(words.lastMessage, last), pair(words.since, since)),
    link);

  /** @param {Item} item */
  function update({ connection, diagnosis }) {
    const { now } = store.state;
    const finding = words.findings[diagnosis.finding];
    if (root.dataset.finding !== diagnosis.finding) {
      replace(mark, icon(`level-${diagnosis.level}`));
      root.dataset.level = diagnosis.level;
      root.dataset.finding = diagnosis.finding;
    }
    setText(title, diagnosis.device
      ? `${diagnosis.device.name} · ${finding.title}` : finding.title);
    setText(advice, finding.advice);
    show(advice, finding.advice !== "");
    setText(why, connection.why ? words.why(connection.why) : "");
    show(why, Boolean(connection.why));
    setText(identifier, connection.identifier ?? words.unnamed);
    setText(peer, `${connection.transport.toUpperCase()} ${connection.peer}`);
    setText(protocol, connection.protocol ?? words.undecided);
    setText(messages, String(connection.frames));
    setText(last, connection.lastFrameAt
      ? texts.ago(span(now - Date.parse(connection.lastFrameAt))) : texts.none);
    setText(since, texts.span(span(now - Date.parse(connection.since))));
    setAttribute(since, "title", momentText(connection.since));
    const { device, finding: kind } = diagnosis;
    show(link, device !== undefined || kind === "arrival");
    link.href = device ? `#/devices/${device.id}` : "#/arrivals";
    setText(link, device ? words.showDevice(device.name) : words.adopt);
  }
  return { root, update };
}

/**
 * @param {string} title
 * @param {HTMLElement} value
 */
function pair(title, value) {
  return element("div", { class: "pair" }, element("dt", {}, title), value);
}
