import { momentOf } from "./range.js";

/** @typedef {import("../types").Route} Route */

/** More ways than this on one map nobody tells apart. */
export const historyDevicesMax = 6;

/**
 * What the fragment of the page's address asks for.
 * @param {string} fragment with or without #
 * @returns {Route}
 */
export function parseRoute(fragment) {
  const path = fragment.replace(/^#/, "");
  if (path === "/add") return { view: "add" };
  if (path === "/arrivals") return { view: "arrivals" };
  if (path === "/connections") return { view: "connections" };
  const history = /^\/history\/(\d{1,15}(?:,\d{1,15})*)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path);
  if (history) return historyRoute(history[1], history[2], history[3]);
  if (path === "/settings") return { view: "settings" };
  if (path === "/server") return { view: "server" };
  const list = /^\/(people|groups)(?:\/(new|\d{1,15}))?$/.exec(path);
  if (list) {
    const chosen = !list[2] ? null : list[2] === "new" ? "new" : Number(list[2]);
    return { view: list[1] === "people" ? "people" : "groups", chosen };
  }
  const question = /^\/explain(?:\/(tcp|udp)\/((?:[0-9a-f]{2}){1,512}))?$/i.exec(path);
  if (question) return { view: "explain", given: givenBytes(question[1], question[2]) };
  const frames = /^\/devices\/(\d{1,15})\/frames(?:\/(\d{1,15}))?$/.exec(path);
  if (frames) {
    const frameId = frames[2] === undefined ? null : Number(frames[2]);
    return { view: "frames", deviceId: Number(frames[1]), frameId };
  }
  const device = /^\/devices\/(\d{1,15})$/.exec(path);
  return { view: "map", deviceId: device ? Number(device[1]) : null };
}

/**
 * The fragment of a route.
 * @param {Route} route
 */
export function routeFragment(route) {
  if (route.view === "explain" && route.given) {
    return `#/explain/${route.given.transport}/${route.given.hex}`;
  }
  if (route.view === "history") {
    const { deviceIds, from, to } = route.question;
    const times = [from, to].filter((each) => each !== null);
    return ["#/history", deviceIds.join(","), ...times].join("/");
  }
  if ((route.view === "people" || route.view === "groups") && route.chosen !== null) {
    return `#/${route.view}/${route.chosen}`;
  }
  if (route.view === "frames") {
    const frame = route.frameId === null ? "" : `/${route.frameId}`;
    return `#/devices/${route.deviceId}/frames${frame}`;
  }
  if (route.view !== "map") return `#/${route.view}`;
  return route.deviceId === null ? "#/" : `#/devices/${route.deviceId}`;
}

/**
 * @param {string} ids
 * @param {string | undefined} from
 * @param {string | undefined} to
 * @returns {Route}
 */
function historyRoute(ids, from, to) {
  const deviceIds = [...new Set(ids.split(",").map(Number))].slice(0, historyDevicesMax);
  const [start, end] = [from, to].map((text) =>
    (text !== undefined && momentOf(text) !== null ? text : null));
  return { view: "history", question: { deviceIds, from: start, to: start === null ? null : end } };
}

/**
 * @param {string | undefined} transport
 * @param {string | undefined} hex
 * @returns {import("../explanation").GivenBytes | null}
 */
function givenBytes(transport, hex) {
  if (!hex) return null;
  return { hex: hex.toLowerCase(), transport: transport?.toLowerCase() === "udp" ? "udp" : "tcp" };
}

/**
 * The one-time code in a fragment such as #setup=CODE; null if there is none.
 * @param {string} fragment
 */
export function setupCode(fragment) {
  const match = /^#setup=([^&]+)$/.exec(fragment);
  if (!match) return null;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return match[1];
  }
}
