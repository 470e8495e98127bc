import { momentText, span } from "../model/time.js";
import { confirmButton } from "./confirm.js";
import { element, icon, replace, setAttribute, setText, show } from "./dom.js";
import { pair } from "./facts.js";

/** @typedef {ReturnType<typeof import("../model/diagnosis.js").diagnoseAll>[number]} Item */

/**
 * A connection with its diagnosis.
 * @param {import("./context.js").Context} context
 */
export function connectionCard({ store, texts, actions }) {
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
  /** @type {import("../types").Connection | null} */
  let shown = null;
  const confirm = confirmButton(words.confirm, () => words.confirmQuestion, texts, async () => {
    if (shown) await actions.confirmConnection(shown);
  });
  const root = element("li", { class: "card is-connection" },
    element("div", { class: "card-main" },
      element("p", { class: "card-title finding" }, mark, title), advice, why),
    element("dl", { class: "card-grid" },
      pair(words.identifier, identifier), pair(words.peer, peer), pair(words.protocol, protocol),
      pair(words.messages, messages), pair(words.lastMessage, last), pair(words.since, since)),
    element("div", { class: "form-row" }, confirm, link));

  /** @param {Item} item */
  function update({ connection, diagnosis }) {
    const { now } = store.state;
    shown = connection;
    show(confirm, diagnosis.finding === "unconfirmed");
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
    const reason = connection.refusal ?? connection.why;
    setText(why, reason ? words.why(reason) : "");
    show(why, Boolean(reason));
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
