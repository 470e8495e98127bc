import { element, setText } from "./dom.js";

let fieldCount = 0;

/**
 * A labelled input with its help text.
 * @param {string} label
 * @param {import("./dom.js").Properties} properties of the input; autofocus moves the focus there
 * @param {string | Node} [help]
 */
export function field(label, properties, help) {
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

/**
 * A form that is sent once at a time and says on its button that it is being sent.
 * @param {{idle: string, busy: string}} texts of the button
 * @param {HTMLElement[]} parts above the button
 * @param {() => Promise<void>} send
 */
export function form(texts, parts, send) {
  const submit = element("button", { class: "button is-primary", type: "submit" }, texts.idle);
  return element("form", {
    class: "form",
    submit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      if (submit.disabled) return;
      submit.disabled = true;
      setText(submit, texts.busy);
      await send();
      submit.disabled = false;
      setText(submit, texts.idle);
    },
  }, ...parts, submit);
}
