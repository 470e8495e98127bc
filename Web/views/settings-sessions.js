import { programOf } from "../model/people.js";
import { momentText, span } from "../model/time.js";
import { element, setAttribute, setText, show } from "./dom.js";
import { formCard } from "./form-card.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../people").OpenSession} OpenSession */

/**
 * The browsers and programs that are signed in, and a way to end each.
 * @param {Context} context
 */
export function sessionsSection(context) {
  const { store, texts } = context;
  const words = texts.sessions;
  const list = element("ul", { class: "rows" });
  const note = element("p", { class: "quiet" });
  const rows = new KeyedChildren(list, (/** @type {OpenSession} */ session) => session.id,
    () => sessionRow(context));
  store.watch((state) => [state.people.sessions], ({ people: { sessions } }) => {
    const own = [...sessions ?? []].sort((left, right) =>
      Number(right.current) - Number(left.current)
      || Date.parse(right.lastUsedAt) - Date.parse(left.lastUsedAt));
    rows.render(own);
    setText(note, sessions === null ? words.loading : words.none);
    show(note, own.length === 0);
  });
  return formCard(words.title, note, list);
}

/** @param {Context} context */
function sessionRow({ store, texts, actions }) {
  const words = texts.sessions;
  let id = 0;
  const title = element("p", { class: "card-title" });
  const facts = element("p", { class: "card-facts quiet" });
  const end = element("button", {
    class: "button is-small", type: "button",
    click: async () => {
      end.disabled = true;
      await actions.account.endSession(id);
      end.disabled = false;
    },
  }, words.end);
  const current = element("span", { class: "chip is-good" }, words.current);
  return {
    root: element("li", { class: "row" }, element("div", {}, title, facts), current, end),
    /** @param {OpenSession} session */
    update(session) {
      id = session.id;
      const { name, system } = programOf(session.agent);
      const program = words.program(name || words.unknown, system);
      setText(title, program);
      setAttribute(title, "title", session.agent);
      setText(facts, [session.address, words.since(momentText(session.createdAt)),
        words.used(texts.ago(span(store.state.now - Date.parse(session.lastUsedAt)))),
      ].join(" · "));
      show(current, session.current);
      show(end, !session.current);
      setAttribute(end, "aria-label", words.endOf(program, session.address));
    },
  };
}
