import { element, icon, replace, setText, show } from "./dom.js";
import { field, form } from "./form.js";

/** @typedef {import("./context.js").Context} Context */

const passwordLengthMin = { administrator: 10, user: 8 };

/**
 * Everything before the map: waiting for the server, first start, login.
 * @param {Context} context
 */
export function entranceView(context) {
  const { store, texts, actions } = context;
  const card = element("div", { class: "entrance-card" });
  const root = element("main", { class: "entrance" },
    element("div", { class: "entrance-brand" }, icon("brand", "brand-mark"), texts.product), card);
  const notice = element("p", { class: "form-notice", role: "alert" });
  const retry = element("button", {
    class: "button is-primary", type: "button", click: actions.retry,
  }, texts.entrance.retry);
  const starting = element("p", { class: "quiet" }, texts.entrance.starting);

  store.watch((state) => [state.phase, state.setupCode], (state) => {
    show(root, state.phase !== "ready");
    switch (state.phase) {
      case "setup": replace(card, ...setupForm(context, state.setupCode, notice)); break;
      case "login": showLogin(); break;
      case "unreachable": replace(card, notice, retry); break;
      default: replace(card, starting);
    }
  });
  store.watch((state) => [state.entranceNotice], (state) => {
    setText(notice, state.entranceNotice ?? "");
    show(notice, state.entranceNotice !== null);
  });
  return root;

  function showLogin() {
    replace(card, ...loginForm(context, notice, turnTo(showRegister)));
  }
  function showRegister() {
    replace(card, ...registerForm(context, notice, turnTo(showLogin)));
  }
  /** @param {() => void} next */
  function turnTo(next) {
    return () => {
      store.set({ entranceNotice: null });
      next();
    };
  }
}

/**
 * @param {Context} context
 * @param {HTMLElement} notice
 * @param {() => void} onRegister
 */
function loginForm({ store, texts, actions }, notice, onRegister) {
  const words = texts.login;
  const email = field(words.email, { type: "email", autocomplete: "username", autofocus: true });
  const password = field(words.password, { type: "password", autocomplete: "current-password" });
  return [
    element("h1", {}, words.title),
    form({ idle: words.submit, busy: words.busy }, [email.root, password.root, notice],
      () => actions.logIn(email.input.value, password.input.value)),
    ...store.state.server?.registration ? [turn(texts.register.open, onRegister)] : [],
  ];
}

/**
 * @param {Context} context
 * @param {HTMLElement} notice
 * @param {() => void} onBack
 */
function registerForm({ texts, actions }, notice, onBack) {
  const words = texts.register;
  const name = field(words.name, { type: "text", autocomplete: "name", autofocus: true });
  const email = field(words.email, { type: "email", autocomplete: "username" });
  const password = field(words.password, {
    type: "password", autocomplete: "new-password", minlength: passwordLengthMin.user,
  }, words.help);
  return [
    element("h1", {}, words.title),
    element("p", { class: "quiet" }, words.lead),
    form({ idle: words.submit, busy: words.busy },
      [name.root, email.root, password.root, notice], () => actions.register({
        name: name.input.value.trim(), email: email.input.value, password: password.input.value,
      })),
    turn(words.back, onBack),
  ];
}

/**
 * @param {string} text
 * @param {() => void} click
 */
function turn(text, click) {
  return element("button", { class: "button entrance-turn", type: "button", click }, text);
}

/**
 * @param {Context} context
 * @param {string} setupCode empty if the person did not come by the link
 * @param {HTMLElement} notice
 */
function setupForm({ texts, actions }, setupCode, notice) {
  const words = texts.setup;
  const isKnown = setupCode !== "";
  const code = field(words.code, {
    type: "text", autocomplete: "one-time-code", spellcheck: "false", class: "mono",
    autofocus: !isKnown, value: setupCode,
  }, isKnown ? words.codeFromLink : words.codeHelp);
  const name = field(words.name, { type: "text", autocomplete: "name", autofocus: isKnown });
  const email = field(words.email, { type: "email", autocomplete: "username" });
  const password = field(words.password, {
    type: "password", autocomplete: "new-password", minlength: passwordLengthMin.administrator,
  }, words.passwordHelp);
  const parts = [code.root, name.root, email.root, password.root, notice];
  return [
    element("h1", {}, words.title),
    element("p", { class: "quiet" }, words.lead),
    form({ idle: words.submit, busy: words.busy }, parts, () => actions.setUp({
      code: code.input.value.trim(), name: name.input.value.trim(),
      email: email.input.value, password: password.input.value,
    })),
  ];
}
