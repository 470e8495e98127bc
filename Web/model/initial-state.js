import { usualLayers } from "./layers.js";
import { startingLink } from "./link.js";

/**
 * The state before anything was heard.
 * @param {number} now
 * @returns {import("../types").State}
 */
export function initialState(now) {
  return {
    phase: "starting",
    entranceNotice: null,
    setupCode: "",
    server: null,
    user: null,
    ...signedOutState(),
    route: { view: "map", deviceId: null },
    layers: usualLayers,
    tiles: "none",
    now,
  };
}

/** Everything that belongs to one session and must not outlive it. */
export function signedOutState() {
  return {
    devices: new Map(),
    positions: new Map(),
    album: null,
    loaded: false,
    arrivals: null,
    connections: null,
    refusals: null,
    deskSearch: "",
    /** @type {import("../frames").FramesState | null} */
    frames: null,
    explanation: { answer: null, problem: null },
    people: {
      users: null, groups: null, devices: null, permitted: null, sessions: null, tokens: null,
      token: null,
    },
    /** @type {import("../setup").TrackerModel[]} */
    models: [],
    setup: null,
    versions: null,
    /** @type {string[]} */
    protocols: [],
    history: null,
    playback: { at: null, peek: null, isPlaying: false, rate: 60, follow: false },
    vocabulary: new Map(),
    link: startingLink,
    search: "",
    filter: /** @type {const} */ ("all"),
    follow: false,
    pin: null,
    trail: null,
    notice: null,
  };
}
