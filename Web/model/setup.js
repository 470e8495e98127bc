/** @typedef {import("../setup").TrackerModel} TrackerModel */

/**
 * What people choose and what is entered: maker and name.
 * @param {TrackerModel} model
 */
export function modelName(model) {
  return `${model.maker} ${model.name}`;
}

/**
 * The models in the order of a list to choose from: those that speak the protocol first.
 * @param {readonly TrackerModel[]} models
 * @param {string} [protocol]
 */
export function inOrder(models, protocol) {
  /** @param {TrackerModel} model */
  const speaks = (model) => model.protocols.some(({ name }) => name === protocol);
  return [...models].sort((a, b) => Number(speaks(b)) - Number(speaks(a))
    || modelName(a).localeCompare(modelName(b)));
}

/**
 * The address that opens a phone's messages with a text filled in.
 * @param {string} phone
 * @param {string} message
 */
export function messageLink(phone, message) {
  const number = phone.replace(/[^+\d]/g, "");
  return `sms:${number}?body=${encodeURIComponent(message)}`;
}

/**
 * Versions of one kind that were followed by another, the newest first.
 * @param {readonly import("../setup").DeviceVersion[]} versions
 * @param {"firmware" | "hardware"} kind
 */
export function versionsOf(versions, kind) {
  return versions.filter((each) => each.kind === kind)
    .sort((a, b) => Date.parse(b.firstSeen) - Date.parse(a.firstSeen));
}
