/** @typedef {import("../types").Device} Device */

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * The devices that match: those that match by their names first, and then as people count ("Van 2"
 * before "Van 10").
 * @param {Iterable<Device>} devices
 * @param {string} search words that must all occur, in any case and without regard to accents
 * @param {import("../types").StatusFilter} filter
 */
export function matching(devices, search, filter) {
  const words = folded(search).split(/\s+/).filter(Boolean);
  /** @param {string} text */
  const holdsAll = (text) => words.every((word) => text.includes(word));
  const byName = [];
  const byOther = [];
  for (const device of devices) {
    if (filter !== "all" && device.status !== filter) continue;
    if (words.length === 0 || holdsAll(folded(device.name))) byName.push(device);
    else if (holdsAll(folded(searchable(device)))) byOther.push(device);
  }
  return [...byName.sort(inOrder), ...byOther.sort(inOrder)];
}

/**
 * @param {Device} left
 * @param {Device} right
 */
function inOrder(left, right) {
  return collator.compare(left.name, right.name) || left.id - right.id;
}

/** @param {Device} device */
function searchable(device) {
  return [device.name, device.uniqueId, device.phone, device.model, device.contact, device.category]
    .filter(Boolean).join("\n");
}

/**
 * A text without case and accents.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}
