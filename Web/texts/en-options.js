// The English texts of what is entered about a device because its messages do not say it.

export const deviceOptions = {
  loading: "Reading what can be entered…",
  protocol: "Protocol",
  protocolHelp: "The one that it spoke last, or that its model speaks. It chooses the fields below.",
  noProtocol: "Not known yet",
  /** @type {Record<string, string>} */
  titles: { "decoder.timezone": "Time zone of its clock", devicePassword: "Device password" },
  /** @type {Record<string, string>} where the server's own words are not enough */
  meanings: {
    devicePassword: "Stands in its commands and set-up texts.",
  },
  zoneHelp: "An offset such as +02:00, or a region such as Europe/Madrid with its summer time.",
  /** @param {string} value */
  usual: (value) => `As usual (${value})`,
  /** @param {string} value */
  usualSentence: (value) => `If empty: ${value}.`,
  more: "Further options",
  moreHelp: "One in each line, such as speedLimit = 50.",
};
