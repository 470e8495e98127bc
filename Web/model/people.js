import { folded } from "./search.js";
import { viewerLocale } from "./viewer.js";

/** @typedef {import("../people").User} User */
/** @typedef {import("../people").Group} Group */
/** @typedef {"administrator" | "manager" | "user" | "readonly" | "disabled" | "expired"} Role */
/** @typedef {import("../types").AttributeValue} AttributeValue */

/** Groups stand in groups no deeper than this; more is taken for a circle. */
const depthMax = 32;

/**
 * What somebody is, in the word that matters most.
 * @param {User} user
 * @param {number} now
 * @returns {Role}
 */
export function roleOf(user, now) {
  if (user.disabled) return "disabled";
  if (user.expirationTime && Date.parse(user.expirationTime) <= now) return "expired";
  if (user.administrator) return "administrator";
  if (user.readonly) return "readonly";
  return (user.userLimit ?? 0) === 0 ? "user" : "manager";
}

/**
 * Whether somebody may look at the list of people.
 * @param {User | null} user
 */
export function mayManage(user) {
  return user !== null && (user.administrator || (user.userLimit ?? 0) !== 0);
}

/**
 * Whether somebody may change devices and groups.
 * @param {User | null} user
 * @param {import("../types").Server | null} server
 */
export function mayEdit(user, server) {
  if (user === null || user.administrator) return user !== null;
  return !user.readonly && !user.deviceReadonly && !server?.readonly && !server?.deviceReadonly;
}

/**
 * Whether a page is for somebody.
 * @param {import("../types").Route["view"]} view
 * @param {User | null} user
 * @param {import("../types").Server | null} server
 */
export function mayView(view, user, server) {
  switch (view) {
    case "arrivals":
    case "connections":
    case "server": return user?.administrator === true;
    case "people": return mayManage(user);
    case "groups": return mayEdit(user, server);
    default: return true;
  }
}

/**
 * A list with one of its items renewed, or added.
 * @template {{id: number}} Item
 * @param {readonly Item[]} items
 * @param {Item} item
 */
export function changed(items, item) {
  return items.some((each) => each.id === item.id)
    ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];
}

/**
 * The items whose names match, as people count.
 * @template {{id: number, name: string}} Item
 * @param {readonly Item[]} items
 * @param {string} search
 * @param {(item: Item) => string} [more] what else may match
 */
export function named(items, search, more = () => "") {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator(viewerLocale(), { numeric: true, sensitivity: "base" });
  return items
    .filter((item) => {
      const text = folded(`${item.name}\n${more(item)}`);
      return words.every((word) => text.includes(word));
    })
    .sort((left, right) => collator.compare(left.name, right.name) || left.id - right.id);
}

/**
 * What a user may see directly.
 * @param {number} userId
 * @param {readonly import("../people").Permission[]} permissions
 * @returns {import("../people").Permitted}
 */
export function permittedOf(userId, permissions) {
  const own = permissions.filter((each) => each.userId === userId);
  return {
    userId,
    devices: new Set(own.flatMap(({ deviceId }) => deviceId ?? [])),
    groups: new Set(own.flatMap(({ groupId }) => groupId ?? [])),
  };
}

/**
 * The groups as a tree read from top to bottom. Those whose parent is not known stand at the top.
 * @param {readonly Group[]} groups
 * @returns {{group: Group, depth: number}[]}
 */
export function groupTree(groups) {
  const sorted = named(groups, "");
  const known = new Set(groups.map(({ id }) => id));
  /** @type {{group: Group, depth: number}[]} */
  const rows = [];
  const placed = new Set();
  /** @param {Group} group @param {number} depth */
  const place = (group, depth) => {
    if (placed.has(group.id) || depth > depthMax) return;
    placed.add(group.id);
    rows.push({ group, depth });
    for (const child of sorted) if (child.groupId === group.id) place(child, depth + 1);
  };
  for (const group of sorted) {
    if (!known.has(group.groupId)) place(group, 0);
  }
  // What is left stands in a circle; it must not be lost.
  for (const group of sorted) place(group, 0);
  return rows;
}

/**
 * The groups in which another one can stand: not in itself, and not in what is below it.
 * @param {readonly Group[]} groups
 * @param {number | "new"} id
 */
export function possibleParents(groups, id) {
  const rows = groupTree(groups);
  const start = rows.findIndex(({ group }) => group.id === id);
  if (start < 0) return rows;
  let end = start + 1;
  while (end < rows.length && rows[end].depth > rows[start].depth) end += 1;
  return [...rows.slice(0, start), ...rows.slice(end)];
}

/**
 * Attributes without those that were taken away.
 * @param {Record<string, AttributeValue | undefined>} attributes
 */
export function withoutNull(attributes) {
  /** @type {Record<string, AttributeValue>} */
  const result = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) result[name] = value;
  }
  return result;
}

/**
 * What a browser or program calls itself, in short; empty parts are not known.
 * @param {string} agent
 */
export function programOf(agent) {
  /** @param {[RegExp, string][]} choices */
  const first = (choices) => choices.find(([pattern]) => pattern.test(agent))?.[1] ?? "";
  const system = first([[/Android/, "Android"], [/iPhone|iPad/, "iOS"], [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"], [/CrOS/, "ChromeOS"], [/Linux/, "Linux"]]);
  const name = first([[/Firefox\//, "Firefox"], [/Edg\//, "Edge"], [/OPR\//, "Opera"],
    [/Chrom(e|ium)\//, "Chrome"], [/Safari\//, "Safari"]]);
  return { name: name || agent.split(/[/ ]/)[0], system };
}
