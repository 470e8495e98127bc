import { element, setText, show } from "./dom.js";
import { formCard } from "./form-card.js";
import { field, form } from "./form.js";

const passwordLengthMin = 8;

/**
 * Another password for the one who is signed in.
 * @param {import("./context.js").Context} context
 */
export function passwordSection({ store, texts, actions }) {
  const words = texts.password;
  const enter = field(words.enter,
    { type: "password", autocomplete: "new-password", minlength: passwordLengthMin }, words.help);
  const repeat = field(words.repeat, { type: "password", autocomplete: "new-password" });
  const problem = element("p", { class: "form-notice", role: "alert" });
  show(problem, false);
  store.watch((state) => [state.route.view, state.user?.id], clear);
  return formCard(words.title,
    form({ idle: words.submit, busy: words.busy },
      [element("p", { class: "quiet small" }, words.ends), enter.root, repeat.root, problem],
      async () => {
        const isSame = enter.input.value === repeat.input.value;
        setText(problem, isSame ? "" : words.differs);
        show(problem, !isSame);
        if (isSame && await actions.account.changePassword(enter.input.value)) clear();
      }));

  function clear() {
    enter.input.value = repeat.input.value = "";
    show(problem, false);
  }
}
