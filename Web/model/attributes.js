import { distanceText, durationText, number, speedText, temperatureText } from "./units.js";

/** @typedef {import("../types").VocabularyWord} VocabularyWord */
/** @typedef {import("../types").AttributeValue} AttributeValue */
/** @typedef {{name: string, title: string, value: string, isAlarm: boolean}} AttributeRow */

const fractionDigits = 2;

/** What an operator looks for comes first; the vocabulary's own order follows. */
const important = [
  "alarm", "ignition", "motion", "batteryLevel", "battery", "charge", "power", "fuelLevel", "fuel",
  "odometer", "totalDistance", "hours",
];

/**
 * The word of the vocabulary that an attribute belongs to, with the number that it carries.
 * @param {ReadonlyMap<string, VocabularyWord>} vocabulary
 * @param {string} name
 * @returns {{word: VocabularyWord | undefined, number: string}}
 */
export function wordOf(vocabulary, name) {
  const exact = vocabulary.get(name);
  if (exact) return { word: exact, number: "" };
  const parts = /^(.*?)(\d+)$/.exec(name);
  if (!parts) return { word: undefined, number: "" };
  return { word: vocabulary.get(`${parts[1]}*`), number: parts[2] };
}

/**
 * Everything that a position said besides its place, for people: what matters most first, then in
 * the order of the vocabulary, then what only the protocol knows.
 * @param {Record<string, AttributeValue>} attributes
 * @param {ReadonlyMap<string, VocabularyWord>} vocabulary
 * @param {import("./units.js").UnitChoice} choice
 * @param {{yes: string, no: string, vocabulary: Record<string, string>}} texts
 * @returns {AttributeRow[]}
 */
export function attributeRows(attributes, vocabulary, choice, texts) {
  const order = new Map([...vocabulary.keys()].map((name, index) => [name, index]));
  /** @param {string} name */
  const rank = (name) => {
    const place = important.indexOf(name);
    if (place >= 0) return place - important.length;
    const { word } = wordOf(vocabulary, name);
    return (word ? order.get(word.name) : undefined) ?? order.size;
  };
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== "")
    .sort(([left], [right]) => rank(left) - rank(right)
      || left.localeCompare(right, undefined, { numeric: true }))
    .map(([name, value]) => {
      const { word, number: count } = wordOf(vocabulary, name);
      const words = word && (texts.vocabulary[word.name] ?? word.title);
      const title = words ? `${sentence(words)} ${count}`.trim() : name;
      const isAlarm = name === "alarm";
      return { name, title, value: valueText(value, word?.unit ?? "", choice, texts), isAlarm };
    });
}

/**
 * @param {AttributeValue} value
 * @param {string} unit
 * @param {import("./units.js").UnitChoice} choice
 * @param {{yes: string, no: string}} texts
 */
export function valueText(value, unit, choice, texts) {
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value !== "number") return readable(value);
  switch (unit) {
    case "m": return distanceText(value, choice);
    case "kn": return speedText(value, choice);
    case "km/h": return speedText(value / 1.852, choice);
    case "°C": return temperatureText(value, choice);
    case "ms": return durationText(value);
    case "%": return `${number(value, fractionDigits)} %`;
    default: return unit ? `${number(value, fractionDigits)} ${unit}` : plain(value);
  }
}

/**
 * Numbers without a unit may be codes: no thousands separators.
 * @param {number} value
 */
function plain(value) {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(4)));
}

/**
 * Values that are not simple (a server newer than this page) still show as something.
 * @param {unknown} value
 */
function readable(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** @param {string} text */
function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
