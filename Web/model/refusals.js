import { folded } from "./search.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("../types").RefusalEntry} RefusalEntry */
/** @typedef {import("../types").Connection} Connection */

/** More than a person compares with one tracker in hand. */
const knownMax = 5;

/** Kinds for which nobody needs to do anything, because no tracker looks like that. */
const harmless = new Set(["web", "scanner"]);

/**
 * How urgent a refusal is, in the words of the diagnosis of connections.
 * @param {RefusalEntry} entry
 * @returns {"waiting" | "problem"}
 */
export function levelOf(entry) {
  return harmless.has(entry.kind) ? "waiting" : "problem";
}

/**
 * Whether the server's own words say more than the text of the kind.
 * @param {RefusalEntry} entry
 * @param {Record<string, unknown>} kinds
 */
export function needsWords(entry, kinds) {
  const ownWords = ["unrecognised", "incomplete", "unreadable", "anonymous", "turnedAway",
    "crowded", "proxyHeader", "web", "encrypted", "scanner"];
  return entry.why !== "" && (ownWords.includes(entry.kind) || !Object.hasOwn(kinds, entry.kind));
}

/**
 * Tells an entry from others as time goes on: who it is, not when.
 * @param {RefusalEntry} entry
 */
export function refusalKey(entry) {
  return JSON.stringify([entry.kind, entry.identifier, entry.protocol, entry.transport, entry.why,
    addressOf(entry.peer)]);
}

/**
 * An address without its port.
 * @param {string} peer
 */
function addressOf(peer) {
  return peer.replace(/:\d+$/, "");
}

/**
 * Whether every word of the search occurs in who a connection or refusal is.
 * @param {string} search
 * @param {{peer: string, transport: string, protocol: string | null, identifier: string | null}} it
 * @param {string} [name] of its device
 */
export function isSought(search, it, name = "") {
  return holds(search, [it.identifier, it.peer, it.protocol, it.transport, name]);
}

/**
 * Devices and arrivals that a search means, by name or identifier: the answer when they are
 * neither connected nor refused.
 * @param {string} search
 * @param {Pick<State, "devices" | "arrivals">} state
 */
export function knownTrackers(search, { devices, arrivals }) {
  if (folded(search).trim() === "") return { devices: [], arrivals: [] };
  return {
    devices: [...devices.values()].filter((each) => holds(search, [each.name, each.uniqueId]))
      .slice(0, knownMax),
    arrivals: (arrivals ?? []).filter((each) => holds(search, [each.identifier, each.peer]))
      .slice(0, knownMax),
  };
}

/**
 * @param {string} search
 * @param {(string | null | undefined)[]} texts
 */
function holds(search, texts) {
  const all = folded(texts.filter(Boolean).join("\n"));
  return folded(search).split(/\s+/).every((word) => all.includes(word));
}
