// The English texts of Connections.

export const connections = {
  title: "Connections",
  lead: "Who talks to the tracker port, and why a tracker is not on the map.",
  search: "Identifier, address or protocol",
  open: "Connected now",
  none: "Nobody is connected.",
  loading: "Reading connections…",
  peer: "From",
  since: "Connected for",
  protocol: "Protocol",
  identifier: "Identifier",
  messages: "Messages",
  lastMessage: "Last message",
  undecided: "not recognised",
  unnamed: "not said yet",
  /** @param {string} words */
  why: (words) => `Server: ${words}`,
  /** @param {string} name */
  showDevice: (name) => `Show ${name}`,
  /** @type {Record<import("../model/diagnosis.js").Finding, {title: string, advice: string}>} */
  findings: {
    silent: {
      title: "Connected, but nothing readable yet",
      advice: "Some trackers wait before they speak. If this lasts, it may expect TLS, or be no "
        + "tracker at all.",
    },
    unrecognised: {
      title: "Its language is not recognised",
      advice: "What it sent is kept. Port scanners and web browsers look like this too; for a "
        + "real tracker, check which protocol is chosen in its settings.",
    },
    anonymous: {
      title: "It has not said who it is",
      advice: "The protocol is clear, the identifier is missing. It comes with the login "
        + "message; restarting the tracker makes it log in again.",
    },
    arrival: {
      title: "Waiting to be adopted",
      advice: "It reports well, but belongs to nobody. Adopt it to see it on the map.",
    },
    refused: {
      title: "The server does not take its messages",
      advice: "They are neither stored nor answered; the reason is below.",
    },
    disabled: {
      title: "The device is disabled",
      advice: "Its messages are neither stored nor answered. Enable the device to see it on the "
        + "map.",
    },
    unconfirmed: {
      title: "It says to be a device that another connection is",
      advice: "Its messages are stored as unconfirmed: they do not move the live position, and it "
        + "gets no commands. Three reports that continue the device's track confirm it, or you do.",
    },
    noPosition: {
      title: "It has sent no position yet",
      advice: "It is connected and known. The first fix may take minutes: take it outside, with "
        + "the sky in view.",
    },
    noFix: {
      title: "It has no satellite fix",
      advice: "The map shows the last place it reported. Take it outside; check its antenna.",
    },
    oldFix: {
      title: "Its position is old",
      advice: "It sends messages, but without new fixes. It may be asleep, indoors, or sending "
        + "stored records.",
    },
    quiet: {
      title: "Connected, but quiet",
      advice: "No message for a while. Many trackers sleep while they stand; others lost their "
        + "network without saying so.",
    },
    onMap: { title: "On the map", advice: "" },
  },
  adopt: "Go to arrivals",
  confirm: "This is the device",
  confirmQuestion: "Take this connection for the device, and let go of the other?",
  confirmed: "The connection is taken for the device.",
  /** @param {string} reason */
  notConfirmed: (reason) => `It could not be confirmed. ${reason}`,
};

export { checklist, known, refusals } from "./en-refusals.js";
export { explain } from "./en-explain.js";
