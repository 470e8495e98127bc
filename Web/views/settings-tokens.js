import { momentText } from "../model/time.js";
import { copyButton } from "./copy-button.js";
import { element, setText, show } from "./dom.js";
import { choiceControl, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";
import { KeyedChildren } from "./keyed.js";
import { wayIn } from "./way-in.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../people").Token} Token */

const days = { week: 7, month: 30, year: 365 };

/**
 * Tokens for programs: make one, and end one that is no longer needed.
 * @param {Context} context
 */
export function tokensSection(context) {
  const { store, texts, actions } = context;
  const words = texts.tokens;
  const name = textControl(words.name, { autocomplete: "off", maxlength: 64 }, words.nameHelp);
  const scope = choiceControl(words.scope, Object.entries(words.scopes));
  const life = choiceControl(words.life, Object.entries(words.lives));
  const token = element("code", { class: "mono" });
  const made = element("div", { class: "hint token", role: "status" },
    element("span", {}, words.made), token, copyButton(() => token.textContent ?? "", texts));
  const list = element("ul", { class: "rows" });
  const none = element("p", { class: "quiet" }, words.none);
  const rows = new KeyedChildren(list, (/** @type {Token} */ each) => each.id,
    () => tokenRow(context));
  store.watch((state) => [state.people.token, state.people.tokens], ({ people }) => {
    setText(token, people.token ?? "");
    show(made, people.token !== null);
    rows.render([...people.tokens ?? []].sort((left, right) => right.id - left.id));
    show(none, people.tokens?.length === 0);
  });
  return formCard(words.title, element("p", { class: "quiet" }, words.lead),
    form({ idle: words.make, busy: words.making }, [name.root, scope.root, life.root],
      async () => {
        await actions.account.makeToken(days[/** @type {keyof typeof days} */ (life.read())],
          name.read() ?? "", scope.read() === "read" ? "read" : "all");
        name.write(null);
      }),
    made, element("h3", {}, words.own), none, list);
}

/** @param {Context} context */
function tokenRow({ texts, actions }) {
  const words = texts.tokens;
  const row = wayIn(words.revoke, (id) => actions.account.endToken(id));
  return {
    root: row.root,
    /** @param {Token} token */
    update({ id, name, scope, createdAt, expiresAt }) {
      const made = words.of(momentText(createdAt));
      row.show(id, name || made,
        [name ? made : "", words.scopes[scope], words.until(momentText(expiresAt))],
        words.revokeOf(momentText(createdAt)));
    },
  };
}
