// The English texts of what a device sent.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const frames = {
  /** @param {string} name */
  title: (name) => `Messages of ${name}`,
  lead: "What it sent, as it came, the newest first. Open one to see what each byte means.",
  link: "Messages",
  source: "Source",
  sourceLink: "Message that it came in",
  back: "Back to the device",
  show: "Show",
  choices: {
    all: "All messages", positions: "With a position", problems: "With a problem",
    answered: "Answered",
  },
  loading: "Reading messages…",
  none: "It has sent nothing yet.",
  noneOfChoice: "No such message.",
  noneYet: "No such message among those looked through so far.",
  older: "Older messages",
  newest: "To the newest",
  /** @param {number} count */
  bytes: (count) => plural(count, "byte", "bytes"),
  /** @param {number} count */
  positions: (count) => plural(count, "position", "positions"),
  answered: "answered",
  unread: "not read",
  unknown: "no protocol",
  gone: "The device sent no such message, or it is no longer kept.",
  notExplained: "It is too long to be explained here.",
  opening: "Reading its bytes…",
  answer: "What the server answered",
};
