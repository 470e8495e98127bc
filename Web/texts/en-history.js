// The English texts of histories.

export const history = {
  title: "History",
  open: "History",
  back: "Back to the map",
  /** @param {string} name */
  backTo: (name) => `Back to ${name}`,
  range: "Time",
  from: "From",
  to: "To",
  show: "Show",
  today: "Today",
  yesterday: "Yesterday",
  week: "7 days",
  earlier: "Earlier",
  later: "Later",
  devices: "Devices",
  addDevice: "Add a device",
  /** @param {number} count */
  enough: (count) => `${count} devices are as many as one can tell apart here.`,
  noMatch: "No device matches.",
  /** @param {string} name */
  removeDevice: (name) => `Remove ${name}`,
  unknownDevice: "This device does not exist, or you may not see it.",
  loading: "Reading the history…",
  failed: "The history could not be read. Check the connection to the server.",
  retry: "Try again",
  nothing: "Nothing was recorded in this time.",
  neverHeard: "Nothing was ever heard from this device.",
  /** @param {string} day */
  showLast: (day) => `Show ${day}, when it last had a position`,
  noPlaces: "It sent messages, but none with a position. The chart and the table have them.",
  /** @param {string} count */
  reduced: (count) => `Simplified to ${count} positions. Choose a shorter time to `
    + "see every one.",
  distance: "Distance",
  moving: "Under way",
  maxSpeed: "Fastest",
  positions: "Positions",
  /** @param {number} count */
  stops: (count) => (count === 1 ? "1 stop" : `${count} stops`),
  /** @param {string} length @param {string} start */
  stopAt: (length, start) => `${start}, ${length}`,
  /** @param {number} count */
  moreStops: (count) => `${count} more on the map and in the table.`,
  save: "Save as",
  /** @param {string} form @param {string} name */
  saveAs: (form, name) => `Save the history of ${name} as ${form}`,

  speeds: "Colours by speed",
  gap: "no data",
  playback: "Playback",
  play: "Play",
  pause: "Pause",
  previous: "Previous position",
  next: "Next position",
  scrub: "Moment",
  rate: "Speed of playback",
  follow: "Follow",
  keys: "Space plays, arrow keys go from position to position",
  kinds: {
    before: "no data yet", moving: "", gap: "no data", after: "no later data",
  },
  /** @param {string} length */
  stopped: (length) => `stopped for ${length}`,
  chart: "Chart",
  table: "Table",
  shown: "Shown",
  speed: "Speed",
  altitude: "Altitude",
  noValues: "No values in this time. Choose something else to show.",
  /** @param {string} title @param {string} least @param {string} greatest */
  chartOf: (title, least, greatest) => `${title}: from ${least} to ${greatest}. `
    + "The table has every value.",
  columns: {
    time: "Time", device: "Device", speed: "Speed", course: "Heading", altitude: "Altitude",
    place: "Coordinates", attributes: "Attributes",
  },
  /** @param {string} time */
  detail: (time) => `Everything in the message of ${time}`,
  noFix: "no position of its own",
};
