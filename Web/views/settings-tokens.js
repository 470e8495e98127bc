import { copyButton } from "./copy-button.js";
import { element, setText, show } from "./dom.js";
import { choiceControl, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";

const days = { week: 7, month: 30, year: 365 };

/**
 * Tokens for programs: make one, and revoke one that is no longer needed.
 * @param {import("./context.js").Context} context
 */
export function tokensSection({ store, texts, actions }) {
  const words = texts.tokens;
  const life = choiceControl(words.life, Object.entries(words.lives));
  const token = element("code", { class: "mono" });
  const made = element("div", { class: "hint token", role: "status" },
    element("span", {}, words.made), token, copyButton(() => token.textContent ?? "", texts));
  const old = textControl(words.token,
    { required: true, autocomplete: "off", spellcheck: "false", class: "mono" });
  store.watch((state) => [state.people.token], ({ people }) => {
    setText(token, people.token ?? "");
    show(made, people.token !== null);
  });
  store.watch((state) => [state.route.view, state.user?.id], () => old.write(null));
  return formCard(words.title, element("p", { class: "quiet" }, words.lead),
    form({ idle: words.make, busy: words.making }, [life.root],
      () => actions.account.makeToken(days[/** @type {keyof typeof days} */ (life.read())])),
    made,
    form({ idle: words.revoke, busy: words.revoking }, [old.root], async () => {
      if (await actions.account.revokeToken(old.read() ?? "")) old.write(null);
    }));
}
