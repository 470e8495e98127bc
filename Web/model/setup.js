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
 * The model that somebody entered, by its name, or by maker and name; only letters and digits
 * count, as for the server.
 * @param {readonly TrackerModel[]} models
 * @param {string} entered
 */
export function modelEntered(models, entered) {
  const wanted = plain(entered);
  if (wanted === "") return undefined;
  const named = models.filter(({ name }) => plain(name) === wanted);
  return named.length === 1 ? named[0] : models.find((model) => plain(modelName(model)) === wanted);
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The address that opens a phone's messages with a text filled in.
 * @param {string} phone
 * @param {string} message
 */
export function messageLink(phone, message) {
  return `sms:${digits(phone)}?body=${encodeURIComponent(message)}`;
}

/**
 * What a QR code holds so that the phone that scans it has the message ready; the text alone if it
 * is not known to whom it goes.
 * @param {string | null | undefined} phone
 * @param {string} message
 */
export function messageCode(phone, message) {
  const number = digits(phone ?? "");
  return number === "" ? message : `SMSTO:${number}:${message}`;
}

/** @param {string} phone */
function digits(phone) {
  return phone.replace(/[^+\d]/g, "");
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
