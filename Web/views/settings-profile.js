import { element, setAttribute, setText, show } from "./dom.js";
import { record, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";

/**
 * Name and addresses of the one who is signed in.
 * @param {import("./context.js").Context} context
 */
export function profileSection({ store, texts, actions }) {
  const words = texts.settings;
  const email = textControl(words.email,
    { type: "email", required: true, autocomplete: "username", maxlength: 255 });
  const fields = record({
    name: textControl(words.name, { required: true, autocomplete: "name", maxlength: 255 }),
    email,
    phone: textControl(words.phone, { type: "tel", autocomplete: "tel", maxlength: 128 }),
  });
  const fixed = element("p", { class: "hint" });
  store.watch((state) => [state.user, state.route.view === "settings"], ({ user }) => {
    if (!user) return;
    fields.write(user);
    const isFixed = user.fixedEmail === true && !user.administrator;
    setAttribute(email.input, "readonly", isFixed);
    setText(fixed, words.emailFixed);
    show(fixed, isFixed);
  });
  return formCard(words.profile,
    form({ idle: words.save, busy: words.saving }, [...fields.parts, fixed],
      async () => { await actions.account.save(fields.read()); }));
}
