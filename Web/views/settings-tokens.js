import { momentText } from "../model/time.js";
import { copyButton } from "./copy-button.js";
import { element, setAttribute, setText, show } from "./dom.js";
import { choiceControl, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";
import { KeyedChildren } from "./keyed.js";

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
  let id = 0;
  const title = element("p", { class: "card-title" });
  const facts = element("p", { class: "card-facts quiet" });
  const end = element("button", {
    class: "button is-small", type: "button",
    click: async () => {
      end.disabled = true;
      await actions.account.endToken(id);
      end.disabled = false;
    },
  }, words.revoke);
  return {
    root: element("li", { class: "row" }, element("div", {}, title, facts), end),
    /** @param {Token} token */
    update(token) {
      id = token.id;
      const moment = momentText(token.createdAt);
      setText(title, token.name || words.of(moment));
      setText(facts, [token.name && words.of(moment), words.scopes[token.scope],
        words.until(momentText(token.expiresAt))].filter(Boolean).join(" · "));
      setAttribute(end, "aria-label", words.revokeOf(moment));
    },
  };
}
