// The English texts of Explain.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const explain = {
  title: "Explain bytes",
  lead: "What a tracker's bytes mean, to the last of them. Nothing is stored.",
  input: "Bytes",
  inputHelp: "Hexadecimal digits, or text as the tracker sends it. In text, line breaks count as "
    + "CR LF, and \\r, \\n and \\x1B are understood.",
  readAs: "Read as",
  forms: { auto: "Automatic", hex: "Hexadecimal", text: "Text" },
  protocol: "Protocol",
  anyProtocol: "Recognise it",
  transport: "Transport",
  submit: "Explain",
  busy: "Explaining…",
  /** @param {number} count @param {"hex" | "text"} form */
  understood: (count, form) => `${plural(count, "byte", "bytes")}, read as ${
    form === "hex" ? "hexadecimal" : "text"}`,
  cut: "These are the first bytes that the server kept; the last message may be cut off.",
  problems: {
    oddDigits: "A digit is missing: every byte has two.",
    notHex: "Only digits 0 to 9 and A to F are hexadecimal.",
    tooLong: "That is more than can be explained at once.",
  },
  /** @param {string} words */
  failed: (words) => `The server could not explain this. ${words}`.trim(),
  unreachable: "The server cannot be reached. Try again.",

  /** @param {string} protocol */
  found: (protocol) => `This is ${protocol}`,
  /** @param {string} protocol */
  named: (protocol) => `Read as ${protocol}`,
  notFound: "No protocol was recognised",
  noFrame: "The bytes hold no whole message.",
  strength: "Strength of the proof",
  strengths: ["none", "weak", "good", "certain"],
  identifier: "Device",
  waiting: "Could become, with more bytes",
  /** @param {number} count */
  refusals: (count) => `Why ${plural(count, "other protocol", "other protocols")} did not fit`,
  refusalsNone: "Where each protocol stopped to fit, the closest first.",
  /** @param {string} words */
  expected: (words) => `expected ${words}`,
  /** @param {number} number */
  frame: (number) => `Message ${number}`,
  /** @param {number} offset @param {number} count */
  range: (offset, count) => `${plural(count, "byte", "bytes")} from byte ${offset}`,
  readWhole: "Read to the last byte",
  /** @param {number} count */
  unclaimed: (count) => `${plural(count, "byte", "bytes")} unexplained`,
  /** @param {string} words */
  error: (words) => `Cannot be read: ${words}`,
  checksumFailed: "The checksum does not hold",
  skipped: "Bytes that belong to no message",
  /** @param {string} name */
  bytesOf: (name) => `${name}, byte by byte; arrow keys move`,
  fields: "Fields",
  columns: { name: "Field", bytes: "Bytes", value: "Value", meaning: "Meaning" },
  refusalColumns: { name: "Protocol", bytes: "At byte", value: "What it found",
    meaning: "What it expected" },
  /** @param {number} offset @param {string} hex @param {string} names */
  byte: (offset, hex, names) => `Byte ${offset}, ${hex}${names ? `: ${names}` : ""}`,
  pointAt: "Point at a byte or at a field to see what belongs together.",
  nobodys: "belongs to no field",
  separator: "separator",
  /** @param {number} count */
  more: (count) => `${count} more are not shown.`,
  positions: "Positions",
  noPositions: "It carries no position.",
  replies: "The server answers",
  noReplies: "It is not answered.",
  fixTime: "Fix taken",
  deviceTime: "Sent by the device",
  place: "Place",
  noPlace: "no place of its own",
  valid: "Satellite fix",
};
