import { programOf } from "../model/people.js";
import { momentText, span } from "../model/time.js";
import { element, setAttribute, setText, show } from "./dom.js";
import { formCard } from "./form-card.js";
import { KeyedChildren } from "./keyed.js";
import { wayIn } from "./way-in.js";

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
  const current = element("span", { class: "chip is-good" }, words.current);
  const row = wayIn(words.end, (id) => actions.account.endSession(id), current);
  return {
    root: row.root,
    /** @param {OpenSession} session */
    update(session) {
      const { name, system } = programOf(session.agent);
      const program = words.program(name || words.unknown, system);
      row.show(session.id, program, [
        session.address, words.since(momentText(session.createdAt)),
        words.used(texts.ago(span(store.state.now - Date.parse(session.lastUsedAt)))),
      ], words.endOf(program, session.address));
      setAttribute(row.title, "title", session.agent);
      show(current, session.current);
      show(row.button, !session.current);
    },
  };
}
