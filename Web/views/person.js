import { confirmButton } from "./confirm.js";
import { element, icon, replace } from "./dom.js";
import { checkControl, limitControl, momentControl, record, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";
import { personSees } from "./person-sees.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../people").User} User */

const passwordLengthMin = 8;

/** What a new user may do: have devices, but manage nobody. */
const newUser = { deviceLimit: -1, userLimit: 0 };

/**
 * One user: account, rights, and what the user sees.
 * @param {Context} context
 */
export function personView(context) {
  const { store, texts } = context;
  const words = texts.people;
  const body = element("div", { class: "page-part" });
  const sees = personSees(context);
  let shown = "";
  store.watch((state) => [state.route, state.people.users, state.user], (state) => {
    const { route, people: { users } } = state;
    const id = route.view === "people" ? route.chosen : null;
    const user = users?.find((each) => each.id === id);
    // What is being typed stays when the list is read again.
    const key = `${id} ${users === null ? "loading" : JSON.stringify(user ?? null)}`;
    if (key === shown) return;
    const isOther = shown.split(" ")[0] !== String(id);
    shown = key;
    if (id === null) replace(body);
    else if (users === null) replace(body, element("p", { class: "quiet" }, words.loading));
    else if (id !== "new" && !user) replace(body, backLink(context), missing(words.gone));
    else showPerson(id, user ?? null, isOther);
  });
  return body;

  /**
   * @param {number | "new"} id
   * @param {User | null} user null for a new one
   * @param {boolean} isOther
   */
  function showPerson(id, user, isOther) {
    const title = element("h1", { tabindex: -1, dir: "auto" }, user?.name ?? words.addTitle);
    replace(body, backLink(context), title, personForm(id, user, context),
      user && sees.root, user && removal(user, context));
    if (isOther) title.focus();
  }
}

/** @param {Context} context */
function backLink({ texts }) {
  return element("a", { class: "back", href: "#/people" }, icon("chevron"), texts.people.back);
}

/** @param {string} text */
function missing(text) {
  return element("p", { class: "quiet" }, text);
}

/**
 * @param {number | "new"} id
 * @param {User | null} user
 * @param {Context} context
 */
function personForm(id, user, { store, texts, actions }) {
  const words = texts.people;
  const account = record({
    name: textControl(words.name, { required: true, autocomplete: "off", maxlength: 255 }),
    email: textControl(words.email,
      { type: "email", required: true, autocomplete: "off", maxlength: 255 }),
    phone: textControl(words.phone, { type: "tel", autocomplete: "off", maxlength: 128 }),
  });
  const password = textControl(user ? words.newPassword : words.password, {
    type: "password", autocomplete: "new-password", minlength: passwordLengthMin,
    required: user === null,
  }, user ? words.newPasswordHelp : words.passwordHelp);
  const rights = rightsOf(words);
  const ends = record({
    expirationTime: momentControl(words.expirationTime, words.expirationHelp),
    disabled: checkControl(words.disabled, words.disabledHelp),
  });
  for (const part of [account, rights, ends]) part.write(user ?? newUser);
  // Managers may not change what a user may do; the server would refuse all together.
  const mayAll = store.state.user?.administrator === true;
  const busy = user ? { idle: words.save, busy: words.saving }
    : { idle: words.create, busy: words.creating };
  return form(busy, [
    formCard(words.account, element("div", { class: "form-columns" },
      ...account.parts, password.root)),
    formCard(words.role, ...mayAll ? rights.parts : [], ...ends.parts),
  ], async () => {
    const entered = password.input.value;
    await actions.people.save(id, {
      ...account.read(), ...ends.read(), ...mayAll && rights.read(),
      ...entered !== "" && { password: entered },
    });
  });
}

/** @param {import("../texts/index.js").Texts["people"]} words */
function rightsOf(words) {
  return record({
    administrator: checkControl(words.administrator, words.administratorHelp),
    readonly: checkControl(words.readonly, words.readonlyHelp),
    deviceReadonly: checkControl(words.deviceReadonly),
    limitCommands: checkControl(words.limitCommands),
    fixedEmail: checkControl(words.fixedEmail),
    deviceLimit: limitControl(words.deviceLimit, words.deviceLimitHelp),
    userLimit: limitControl(words.userLimit, words.userLimitHelp),
  });
}

/**
 * @param {User} user
 * @param {Context} context
 */
function removal(user, { store, texts, actions }) {
  if (user.id === store.state.user?.id) return null;
  const words = texts.people;
  return confirmButton(words.remove, () => words.removeSure(user.name), texts,
    () => actions.people.remove(user.id));
}
