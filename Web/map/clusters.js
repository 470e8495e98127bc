import { worldPixels } from "./mercator.js";

/**
 * Devices that are drawn as one, because their markers would cover each other.
 * @template {{x: number, y: number}} Item
 * @typedef {object} Cluster
 * @property {string} key the same as long as it stands in the same cell
 * @property {number} x
 * @property {number} y
 * @property {Item[]} items
 */

/** Cells have the width of two markers. */
const cellPixels = 64;
/** Groups that come nearer than this are one. */
const nearPixels = 46;
/** Fewer than this are drawn one by one. */
const least = 3;
/** From this zoom on everything is drawn one by one. */
export const clusterZoomMax = 16;

/**
 * Groups what is close to each other at a zoom. Cells stand fast in the world, so that a map that
 * is moved keeps its groups.
 * @template {{x: number, y: number}} Item
 * @param {Item[]} items
 * @param {number} zoom a whole number
 * @returns {{singles: Item[], clusters: Cluster<Item>[]}}
 */
export function clustered(items, zoom) {
  if (zoom >= clusterZoomMax) return { singles: items, clusters: [] };
  const cell = cellPixels / worldPixels(zoom);
  const across = Math.ceil(1 / cell) + 2;
  const cells = inCells(items, cell, across);
  joinNear(cells, nearPixels / worldPixels(zoom), across);
  const singles = [];
  const clusters = [];
  for (const { key, x, y, items: members } of cells.values()) {
    if (members.length < least) singles.push(...members);
    else clusters.push({ key: `${zoom}:${key}`, x, y, items: members });
  }
  return { singles, clusters };
}

/**
 * @template {{x: number, y: number}} Item
 * @typedef {{key: number, x: number, y: number, items: Item[]}} Cell with the middle of its items
 */

/**
 * @template {{x: number, y: number}} Item
 * @param {Item[]} items
 * @param {number} cell
 * @param {number} across
 */
function inCells(items, cell, across) {
  /** @type {Map<number, Cell<Item>>} */
  const cells = new Map();
  for (const item of items) {
    const key = Math.floor(item.y / cell) * across + Math.floor(item.x / cell);
    const found = cells.get(key);
    if (!found) {
      cells.set(key, { key, x: item.x, y: item.y, items: [item] });
      continue;
    }
    found.items.push(item);
    found.x += (item.x - found.x) / found.items.length;
    found.y += (item.y - found.y) / found.items.length;
  }
  return cells;
}

/**
 * A group takes in its smaller neighbours whose middles are near.
 * @template {{x: number, y: number}} Item
 * @param {Map<number, Cell<Item>>} cells
 * @param {number} near
 * @param {number} across
 */
function joinNear(cells, near, across) {
  const around = [-across - 1, -across, -across + 1, -1, 1, across - 1, across, across + 1];
  // Of two that are alike the one with the lower key takes the other, whoever moved last.
  const order = [...cells.values()]
    .sort((one, other) => other.items.length - one.items.length || one.key - other.key);
  for (const cell of order) {
    if (cells.get(cell.key) !== cell) continue;
    for (const step of around) {
      const other = cells.get(cell.key + step);
      if (!other || Math.hypot(other.x - cell.x, other.y - cell.y) > near) continue;
      const share = other.items.length / (cell.items.length + other.items.length);
      cell.x += (other.x - cell.x) * share;
      cell.y += (other.y - cell.y) * share;
      cell.items = [...cell.items, ...other.items];
      cells.delete(other.key);
    }
  }
}

/**
 * How many, in at most four characters.
 * @param {number} count
 */
export function countText(count) {
  if (count < 1_000) return String(count);
  return count < 9_950 ? `${(count / 1_000).toFixed(1)}k` : `${Math.round(count / 1_000)}k`;
}
