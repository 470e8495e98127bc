// The English texts of what came to nothing.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** What came to nothing; the kinds are the words of the API. */
export const refusals = {
  title: "Came to nothing lately",
  lead: "Whoever called and was not taken, with the reason. The server remembers the last few "
    + "hundred until it restarts.",
  none: "Nothing was turned away since the server started.",
  from: "From",
  when: "When",
  protocol: "Protocol",
  identifier: "Identifier",
  unknown: "unknown",
  unnamed: "not said",
  /** @param {number} count */
  times: (count) => plural(count, "time", "times"),
  explain: "Explain the bytes",
  /** @param {string} peer */
  explainOf: (peer) => `Explain the bytes from ${peer}`,
  /** @param {string} bytes */
  firstBytes: (bytes) => `Began with ${bytes}`,
  /** @param {string} words */
  why: (words) => `Server: ${words}`,
  other: { title: "Turned away", advice: "The server's own words are below." },
  /** @type {Record<string, {title: string, advice: string}>} */
  kinds: {
    silent: {
      title: "Connected, but sent nothing",
      advice: "A tracker that gets this far has the right address. Restart it; if that does not "
        + "help, check the protocol that is chosen in its settings.",
    },
    web: {
      title: "A web browser or scanner, not a tracker",
      advice: "Nothing to do. If this was you: the page is on the web port, this port is for "
        + "trackers only.",
    },
    encrypted: {
      title: "It wants an encrypted connection",
      advice: "If this is your tracker, switch TLS (SSL) off in its settings: the tracker port "
        + "takes plain connections.",
    },
    scanner: {
      title: "A scanner, not a tracker",
      advice: "Nothing to do: programs that search the internet for open ports look like this.",
    },
    unrecognised: {
      title: "Its language is not recognised",
      advice: "If this is your tracker, check which protocol is chosen in its settings. Explain "
        + "shows which one came closest, and where it went wrong.",
    },
    incomplete: {
      title: "It left in the middle of a message",
      advice: "Usually a weak mobile network: it will try again. If it always stops here, look at "
        + "the bytes.",
    },
    unreadable: {
      title: "Its messages cannot be read",
      advice: "The protocol is clear, but its messages are damaged or of an unknown kind. Explain "
        + "shows the byte where reading stopped.",
    },
    anonymous: {
      title: "It did not say who it is",
      advice: "The identifier comes with the login message: restart the tracker, so that it logs "
        + "in again.",
    },
    turnedAway: {
      title: "The server does not take its messages",
      advice: "The reason is below.",
    },
    crowded: {
      title: "Too many connections",
      advice: "Trackers behind one mobile network may share an address: raise the limit of "
        + "connections in the server's settings.",
    },
    proxyHeader: {
      title: "The proxy did not say for whom",
      advice: "Let the proxy send the PROXY protocol header, or take its address out of the "
        + "server's trusted proxies.",
    },
    disabled: {
      title: "The device is disabled",
      advice: "Its messages are neither stored nor answered. Enable the device to take them again.",
    },
    expired: {
      title: "The device has expired",
      advice: "Its expiration time has passed. Move it to a later day to take its messages again.",
    },
    identifierQuota: {
      title: "Nobody has adopted it, and its quota is used up",
      advice: "Unknown trackers may store only so much. Adopt it under Arrivals: then there is no "
        + "limit.",
    },
    networkQuota: {
      title: "Unknown trackers of its network have used up their quota",
      advice: "Adopt it under Arrivals, or add it as a device: then there is no limit.",
    },
    totalQuota: {
      title: "Unknown trackers have used up their quota",
      advice: "Adopt it under Arrivals, or add it as a device: then there is no limit.",
    },
    tooManyArrivals: {
      title: "The list of arrivals is full",
      advice: "Adopt or delete some arrivals, or add this identifier as a device.",
    },
    tooManyArrivalsFromNetwork: {
      title: "Too many unknown trackers of its network",
      advice: "Adopt or delete some arrivals, or add this identifier as a device.",
    },
    improperIdentifier: {
      title: "Its identifier cannot be used",
      advice: "It is empty, too long or has unprintable characters. Set the identifier in the "
        + "tracker anew.",
    },
    unavailable: {
      title: "The server could not write its file",
      advice: "Check that the disk of the server has room; its log says more.",
    },
  },
};

/** What to check on a tracker of which nothing is heard. */
export const checklist = {
  title: "What to check on the tracker",
  notHere: "Your tracker is not here? What to check on it",
  /** @param {string} search */
  noTrace: (search) => `No trace of “${search}”`,
  noTraceHelp: "It is not connected, was not turned away lately, and is neither a device nor an "
    + "arrival. So it does not reach this server:",
  address: "Server address",
  port: "Port",
  portHelp: "TCP and UDP; a firewall in between must let both through",
  sim: "SIM card",
  simHelp: "has credit and data, its PIN is off, and its network covers the place",
  apn: "APN",
  apnHelp: "the name, user and password that the SIM card's operator gives, often set by SMS",
  loopback: "this works on this computer only: trackers need the server's public address",
};

/** What else is known of what somebody looks for. */
export const known = {
  title: "Known trackers",
  /** @param {string} age */
  deviceHeard: (age) => `A device, last heard ${age}`,
  deviceDisabled: "A disabled device: its messages are neither stored nor answered",
  /** @param {string} age */
  deviceRefused: (age) => `A device that called ${age} and was turned away: see below`,
  deviceNever: "A device that was never heard: compare its identifier with the tracker's",
  /** @param {string} age */
  arrival: (age) => `Waiting to be adopted, last heard ${age}`,
  show: "Show",
  adopt: "Go to arrivals",
};
