/** @typedef {import("../types").AttributeValue} AttributeValue */

/** @typedef {import("../options").DeviceOption} DeviceOption */

/** Stands in the set-up texts of every device, whatever it speaks. */
const passwordOption = /** @type {DeviceOption} */ (
  { key: "devicePassword", kind: "text", most: 64, usual: "", meaning: "" });
/** What devices say of themselves; the server keeps it, and nobody enters it. */
const reported = ["versionFw", "versionHw"];

/**
 * The options that have fields of their own: those of the protocol, and the password.
 * @param {DeviceOption[]} options
 */
export function withPassword(options) {
  return options.some(({ key }) => key === passwordOption.key)
    ? options : [...options, passwordOption];
}

/**
 * A sentence of the server in parts, every second of which is to be read letter by letter.
 * @param {string} markdown
 */
export function codeParts(markdown) {
  return markdown.split("`");
}

/**
 * The further options as lines to edit, such as speedLimit = 50.
 * @param {Record<string, AttributeValue>} attributes
 * @param {readonly string[]} named those that have fields of their own
 */
export function optionLines(attributes, named) {
  return Object.entries(attributes)
    .filter(([name]) => !named.includes(name) && !reported.includes(name))
    .map(([name, value]) => `${name} = ${valueLine(value)}`)
    .join("\n");
}

/**
 * The options that lines mean, or the first line that means none.
 * @param {string} text
 * @returns {{options: Record<string, AttributeValue>, problem: string | null}}
 */
export function readOptions(text) {
  /** @type {Record<string, AttributeValue>} */
  const options = {};
  for (const line of text.split("\n").map((each) => each.trim()).filter(Boolean)) {
    const parts = /^([^\s=]+)\s*=\s*(.*)$/.exec(line);
    if (!parts) return { options, problem: line };
    options[parts[1]] = valueOf(parts[2]);
  }
  return { options, problem: null };
}

/**
 * A text that would read as a number keeps its quotes.
 * @param {unknown} value
 */
function valueLine(value) {
  if (typeof value !== "string") return JSON.stringify(value);
  return valueOf(value) === value && value !== "" ? value : JSON.stringify(value);
}

/**
 * Numbers, true, false and quoted texts are what they look like; everything else is text.
 * @param {string} text
 * @returns {AttributeValue}
 */
function valueOf(text) {
  if (!/^(-?\d|"|true$|false$)/.test(text)) return text;
  try {
    const value = JSON.parse(text);
    // Long identifiers would lose their last digits.
    if (typeof value === "number" && String(value) !== text) return text;
    return value;
  } catch {
    return text;
  }
}
