import { element, icon, replace, setText, show } from "./dom.js";

/** @typedef {import("./context.js").Context} Context */

const passwordLengthMin = 10;

/**
 * Everything before the map: waiting for the server, first start, login.
 * @param {Context} context
 */
export function entranceView({ store, texts, actions }) {
  const card = element("div", { class: "entrance-card" });
  const root = element("main", { class: "entrance", id: "entrance" },
    element("div", { class: "entrance-brand" }, icon("brand", "brand-mark"), texts.product), card);
  const notice = element("p", { class: "form-notice", role: "alert" });

  store.watch((state) => [state.phase, state.setupCode], (state) => {
    show(root, state.phase !== "ready");
    switch (state.phase) {
      case "setup": replace(card, ...setupForm(state.setupCode)); break;
      case "login": replace(card, ...loginForm()); break;
      case "unreachable": replace(card, notice, retryButton()); break;
      default: replace(card, element("p", { class: "quiet" }, texts.entrance.starting));
    }
  });
  store.watch((state) => [state.entranceNotice], (state) => {
    setText(notice, state.entranceNotice ?? "");
    show(notice, state.entranceNotice !== null);
  });
  return root;

  function loginForm() {
    const words = texts.login;
    const email = field(words.email, { type: "email", autocomplete: "username", autofocus: true });
    const password = field(words.password, { type: "password", autocomplete: "current-password" });
    const submit = submitButton(words.submit);
    return [
      element("h1", {}, words.title),
      form(submit, words.busy, [email.root, password.root],
        () => actions.logIn(email.input.value, password.input.value)),
    ];
  }

  /** @param {string} code */
  function setupForm(code) {
    const words = texts.setup;
    const codeField = field(words.code, {
      type: "text", autocomplete: "one-time-code", spellcheck: "false", class: "mono",
      autofocus: code === "",
    }, code ? words.codeFromLink : words.codeHelp);
    codeField.input.value = code;
    const name = field(words.name, { type: "text", autocomplete: "name", autofocus: code !== "" });
    const email = field(words.email, { type: "email", autocomplete: "username" });
    const password = field(words.password, {
      type: "password", autocomplete: "new-password", minlength: passwordLengthMin,
    }, words.passwordHelp);
    const submit = submitButton(words.submit);
    return [
      element("h1", {}, words.title),
      element("p", { class: "quiet" }, words.lead),
      form(submit, words.busy, [codeField.root, name.root, email.root, password.root],
        () => actions.setUp({
          code: codeField.input.value.trim(), name: name.input.value.trim(),
          email: email.input.value, password: password.input.value,
        })),
    ];
  }

  function retryButton() {
    return element("button", { class: "button is-primary", type: "button", click: actions.retry },
      texts.entrance.retry);
  }

  /**
   * @param {HTMLButtonElement} submit
   * @param {string} busyText
   * @param {HTMLElement[]} fields
   * @param {() => Promise<void>} send
   */
  function form(submit, busyText, fields, send) {
    const idleText = submit.textContent ?? "";
    return element("form", {
      class: "form",
      submit: async (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        if (submit.disabled) return;
        submit.disabled = true;
        setText(submit, busyText);
        await send();
        submit.disabled = false;
        setText(submit, idleText);
      },
    }, ...fields, notice, submit);
  }
}

/** @param {string} text */
function submitButton(text) {
  return element("button", { class: "button is-primary", type: "submit" }, text);
}

let fieldCount = 0;

/**
 * A labelled input with its help text.
 * @param {string} label
 * @param {import("./dom.js").Properties} properties
 * @param {string} [help]
 */
function field(label, properties, help) {
  fieldCount += 1;
  const id = `field-${fieldCount}`;
  const helpId = help ? `${id}-help` : null;
  const { autofocus = false, ...rest } = properties;
  const input = element("input", { id, required: true, "aria-describedby": helpId, ...rest });
  if (autofocus) requestAnimationFrame(() => input.focus());
  const root = element("div", { class: "field" },
    element("label", { for: id }, label), input,
    helpId && element("p", { class: "field-help", id: helpId }, help));
  return { root, input };
}
