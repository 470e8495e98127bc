// Every English text of the page. Another language is another file of the same shape, listed in
// index.js; functions take what the sentence needs and decide about plurals themselves.

import { adding } from "./en-adding.js";
import * as account from "./en-account.js";
import * as desk from "./en-desk.js";
import * as device from "./en-device.js";
import { frames } from "./en-frames.js";
import * as history from "./en-history.js";
import { layers, places } from "./en-map.js";
import { media } from "./en-media.js";
import { deviceOptions } from "./en-options.js";
import * as people from "./en-people.js";
import { register } from "./en-register.js";
import * as setUp from "./en-setup.js";

/** @type {Record<string, string>} */
const spanUnits = { second: "s", minute: "min", hour: "h", day: "d" };
const compassPoints = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export default {
  language: "en",
  product: "Whereabouts",
  yes: "Yes",
  no: "No",
  none: "–",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  dismiss: "Dismiss",
  /** @param {string} reason the server's own words, or nothing */
  failed: (reason) => reason || "The server did not answer this. Please try again.",

  /** @type {Record<string, string>} words for attributes, where the server's own are not enough */
  vocabulary: {},

  /** @param {import("../model/time.js").Span} span */
  span: (span) => `${span.amount} ${spanUnits[span.unit]}`,
  /** @param {import("../model/time.js").Span} span */
  ago: (span) =>
    (span.unit === "second" && span.amount < 2 ? "just now"
      : `${span.amount} ${spanUnits[span.unit]} ago`),
  /** @param {number} point */
  compass: (point) => compassPoints[point],

  skip: { toList: "Skip to the devices", toMap: "Skip to the map" },

  entrance: {
    starting: "Connecting to the server…",
    unreachable: "The server cannot be reached. Check that it runs and that this computer is "
      + "online.",
    retry: "Try again",
    refused: "Email or password is not right.",
    /** @param {number} status */
    failed: (status) => `The server refused this (status ${status}).`,
    ended: "Your session has ended. Please sign in again.",
  },

  login: {
    title: "Sign in",
    email: "Email",
    password: "Password",
    submit: "Sign in",
    busy: "Signing in…",
  },

  setup: {
    title: "Create the administrator",
    lead: "This server is new. The first account administers it.",
    code: "Setup code",
    codeHelp: "The server printed it when it started, together with a link to this page. "
      + "It works once, for 30 minutes; a restart of the server prints a new one.",
    codeFromLink: "The one-time code from your link is filled in.",
    name: "Your name",
    email: "Email",
    password: "Password",
    passwordHelp: "At least 10 characters. A few unrelated words are good.",
    submit: "Create account",
    busy: "Creating…",
  },

  nav: {
    label: "Main",
    map: "Map",
    add: "Add a tracker",
    arrivals: "Arrivals",
    connections: "Connections",
    explain: "Explain bytes",
    frames: "Messages",
    history: "History",
    settings: "Settings",
    people: "People",
    groups: "Groups",
    server: "Server settings",
    /** @param {number} count */
    waiting: (count) => `${count} waiting`,
    account: "Account",
    signOut: "Sign out",
    announcement: "Announcement",
    administrator: "Administrator",
    notForYou: "That page is not for your account. Here is your map.",
    deviceGone: "That device is no more, or it is not for you to see.",
  },

  link: {
    connecting: "Connecting…",
    live: "Live",
    /** @param {string} age */
    lost: (age) => `Last update ${age}, reconnecting`,
    neverHeard: "No connection, trying again",
    announceLive: "Connected. The map is live.",
    announceLost: "Connection lost. Showing the last known state.",
  },

  status: { online: "Online", offline: "Offline", unknown: "Unknown" },

  list: {
    label: "Devices",
    filter: "Show",
    all: "All",
    nothingFound: "No device matches.",
    clear: "Clear search",
    loading: "Reading devices…",
    never: "never heard",
    noPosition: "no position yet",
    stands: "standing",
    /** @param {string} age */
    oldPosition: (age) => `position ${age} old`,
    /** @param {number} count */
    more: (count) => `${count} more. Search to narrow the list.`,
    /** @param {number} count */
    found: (count) => plural(count, "device", "devices"),
    /** @param {number} count */
    arrivalsWaiting: (count) =>
      `${plural(count, "new tracker is", "new trackers are")} waiting to be adopted`,
    review: "Review",
    sheet: "Resize the list",
  },

  empty: {
    title: "Point a tracker here",
    lead: "Set these three in the tracker, by its app, its computer program or by SMS. "
      + "Its protocol is recognised by itself.",
    address: "Server address",
    port: "Port",
    transport: "Transport",
    transports: "TCP or UDP",
    loopback: "This address works on this computer only. A tracker on the mobile network needs "
      + "the public address of this server.",
    waiting: "Waiting for the first message…",
    /** @param {number} count */
    arrived: (count) =>
      (count === 1 ? "A tracker has arrived. Adopt it to see it on the map."
        : `${count} trackers have arrived. Adopt them to see them on the map.`),
    review: "Go to arrivals",
    help: "Nothing happens? Connections shows who is connected and what is missing.",
    connections: "Open connections",
    way: "The way to the map",
    steps: {
      report: "A tracker reports to this server", adopt: "You adopt it",
      position: "It sends its first position",
    },
    arrivedOnMap: "Your first tracker is on the map.",
    plain: "You have no devices yet. An administrator can give you some.",
  },

  panel: {
    label: "Device details",
    sheet: "Resize the details",
    lastHeard: "Last message",
    neverHeard: "Never heard from it",
    position: "Position",
    noPosition: "It has not sent a position yet.",
    notValid: "No satellite fix: this is the last place it reported.",
    follow: "Follow",
    coordinates: "Coordinates",
    speed: "Speed",
    course: "Heading",
    /** @param {number} degrees @param {string} point */
    courseValue: (degrees, point) => `${Math.round(degrees)}° ${point}`,
    altitude: "Altitude",
    accuracy: "Accuracy",
    address: "Address",
    fixAge: "Age of the fix",
    route: "How it came in",
    protocol: "Protocol",
    transport: "Transport",
    peer: "From",
    noConnection: "Not connected now",
    fixTime: "Fix taken",
    deviceTime: "Sent by the device",
    serverTime: "Received here",
    delay: "On its way for",
    /** @param {string} zone */
    zone: (zone) => `Times in ${zone}`,
    attributes: "Everything it said",
    noAttributes: "Nothing besides its position.",
    identifier: "Identifier",
    device: "Device",
    model: "Model",
    category: "Category",
    phone: "Phone",
    contact: "Contact",
    /** @param {string} name @param {string} status */
    announce: (name, status) => `${name} is ${status.toLowerCase()}`,
  },

  arrivals: {
    title: "Arrivals",
    lead: "Trackers that report here but belong to nobody yet. Adopting one keeps everything it "
      + "has sent so far.",
    none: "No new trackers.",
    noneHelp: "A tracker that reports for the first time appears here by itself.",
    loading: "Reading arrivals…",
    name: "Name",
    /** @param {string} identifier */
    nameFor: (identifier) => `Name for ${identifier}`,
    /** @param {string} identifier */
    modelFor: (identifier) => `Model of ${identifier}`,
    adopt: "Adopt",
    adopting: "Adopting…",
    adoptAll: "Adopt all",
    first: "First seen",
    last: "Last seen",
    /** @param {number} count */
    messages: (count) => plural(count, "message", "messages"),
    /** @param {number} count */
    adopted: (count) => `${plural(count, "tracker", "trackers")} adopted.`,
    /** @param {number} count @param {string} reason */
    notAdopted: (count, reason) =>
      `${plural(count, "tracker was", "trackers were")} not adopted. ${reason}`.trim(),
    /** @param {number} count */
    announce: (count) => `${plural(count, "new tracker is", "new trackers are")} waiting.`,
  },

  ...account,
  adding,
  ...desk,
  ...device,
  deviceOptions,
  frames,
  ...history,
  layers,
  places,
  media,
  ...people,
  register,
  ...setUp,

  map: {
    label: "Map",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show all devices",
    unavailable: "This browser cannot draw the map (WebGL is missing). Everything else works.",
    notInstalled: "The map library is missing on the server. Run scripts/fetch-web-assets there.",
    tilesUnreachable: "Map images cannot be reached. Showing a grid of degrees.",
    keys: {
      label: "Devices and groups on the map",
      help: "Arrow keys go from one to the next, Enter opens it.",
      none: "No device in this part of the map",
      /** @param {number} count @param {number} online */
      group: (count, online) => `Group of ${count} devices, ${online} online`,
      alarm: "alarm",
      /** @param {number} place @param {number} all */
      place: (place, all) => `${place} of ${all}`,
    },
  },
};
