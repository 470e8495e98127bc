import { fieldMoment, momentOfField } from "../model/time.js";
import { element, replace } from "./dom.js";
import { field } from "./form.js";

/**
 * A part of a form that takes and gives one value.
 * @template Value
 * @typedef {{root: HTMLElement, read: () => Value, write: (value: any) => void}} Control
 */

let controlCount = 0;

/**
 * A line of text; nothing entered is null.
 * @param {string} label
 * @param {import("./dom.js").Properties} [properties] of the input
 * @param {string | Node} [help]
 * @returns {Control<string | null> & {input: HTMLInputElement}}
 */
export function textControl(label, properties = {}, help) {
  const { root, input } = field(label, { type: "text", required: false, ...properties }, help);
  return {
    root, input,
    read: () => input.value.trim() || null,
    write: (value) => { input.value = value ?? ""; },
  };
}

/**
 * A number.
 * @param {string} label
 * @param {import("./dom.js").Properties} [properties] of the input
 * @param {string | Node} [help]
 * @returns {Control<number>}
 */
export function numberControl(label, properties = {}, help) {
  const { root, input } = field(label, { type: "number", step: 1, ...properties }, help);
  return {
    root, read: () => Number(input.value), write: (value) => { input.value = String(value ?? 0); },
  };
}

/**
 * The most there may be of something; nothing entered is any number, which is kept as -1.
 * @param {string} label
 * @param {string | Node} [help]
 * @returns {Control<number>}
 */
export function limitControl(label, help) {
  const { root, input } = field(label,
    { type: "number", step: 1, min: 0, required: false }, help);
  return {
    root, read: () => (input.value === "" ? -1 : Number(input.value)),
    write: (value) => { input.value = value < 0 ? "" : String(value ?? 0); },
  };
}

/**
 * A moment in the viewer's zone, or null.
 * @param {string} label
 * @param {string | Node} [help]
 * @returns {Control<string | null>}
 */
export function momentControl(label, help) {
  const { root, input } = field(label, { type: "datetime-local", required: false }, help);
  return {
    root, read: () => momentOfField(input.value),
    write: (value) => { input.value = fieldMoment(value); },
  };
}

/**
 * Yes or no.
 * @param {string} label
 * @param {string | Node} [help]
 * @returns {Control<boolean>}
 */
export function checkControl(label, help) {
  const id = nextId();
  const input = element("input", {
    type: "checkbox", id, "aria-describedby": help ? `${id}-help` : null,
  });
  return {
    root: element("div", { class: "check" }, input,
      element("label", { for: id }, label),
      help && element("p", { class: "field-help", id: `${id}-help` }, help)),
    read: () => input.checked, write: (value) => { input.checked = value === true; },
  };
}

/**
 * One of some choices.
 * @param {string} label
 * @param {[string, string][]} choices values and their texts
 * @param {string | Node} [help]
 * @returns {Control<string> & {offer: (choices: [string, string][]) => void}}
 */
export function choiceControl(label, choices, help) {
  const id = nextId();
  const input = element("select", {
    class: "select", id, "aria-describedby": help ? `${id}-help` : null,
  });
  offer(choices);
  return {
    root: element("div", { class: "field" }, element("label", { for: id }, label), input,
      help && element("p", { class: "field-help", id: `${id}-help` }, help)),
    read: () => input.value, write: (value) => { input.value = String(value); }, offer,
  };

  /** @param {[string, string][]} offered what is chosen stays so if it is among them */
  function offer(offered) {
    const { value } = input;
    replace(input, ...offered.map(([name, text]) => element("option", { value: name }, text)));
    if (offered.some(([name]) => name === value)) input.value = value;
  }
}

/**
 * Several lines of text.
 * @param {string} label
 * @param {string | Node} [help]
 * @param {import("./dom.js").Properties} [properties] of the field
 * @returns {Control<string> & {input: HTMLTextAreaElement}}
 */
export function areaControl(label, help, properties = {}) {
  const id = nextId();
  const input = element("textarea", {
    id, rows: 3, "aria-describedby": help ? `${id}-help` : null, ...properties,
  });
  return {
    root: element("div", { class: "field" }, element("label", { for: id }, label), input,
      help && element("p", { class: "field-help", id: `${id}-help` }, help)),
    input, read: () => input.value, write: (value) => { input.value = value ?? ""; },
  };
}

/**
 * Controls by the names of a record's members.
 * @param {Record<string, Control<any>>} controls
 */
export function record(controls) {
  return {
    parts: Object.values(controls).map(({ root }) => root),
    /** @returns {Record<string, any>} */
    read: () => Object.fromEntries(
      Object.entries(controls).map(([name, control]) => [name, control.read()])),
    /** @param {Record<string, any>} values */
    write(values) {
      for (const [name, control] of Object.entries(controls)) control.write(values[name]);
    },
  };
}

function nextId() {
  controlCount += 1;
  return `control-${controlCount}`;
}
