import { latitudeOf, longitudeOf } from "./mercator.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("./fleet-scene.js").Group} Group */

/**
 * Something on the map that the keyboard reaches: a device, or a group of them.
 * @typedef {object} Spot
 * @property {string} key the same as long as it is the same device or group
 * @property {number[]} ids of its devices
 * @property {number} x pixels from the left edge of the map
 * @property {number} y
 * @property {string} text
 */

/** Spots in bands of this height are read from left to right. */
const bandPixels = 48;

/**
 * What is drawn where nothing covers the map, in the order of reading.
 * @param {import("./fleet-scene.js").FleetScene} fleet
 * @param {State} state
 * @param {import("../texts/index.js").Texts} texts
 * @param {(place: {x: number, y: number}, id: number | null) => {x: number, y: number}} screen
 *   where a place of the flat world, or the device that is there, is on the screen
 * @param {{width: number, height: number}} view
 * @returns {Spot[]}
 */
export function spotsOf({ clusters, singles }, { devices }, texts, screen, view) {
  const spots = [];
  for (const group of clusters) {
    spots.push({
      key: group.key, ids: group.items.map(({ id }) => id), ...screen(group, null),
      text: groupText(group, devices, texts),
    });
  }
  for (const { mover, device, look } of singles) {
    const text = texts.panel.announce(device.name || device.uniqueId, texts.status[device.status]);
    spots.push({
      key: `device ${mover.id}`, ids: [mover.id], ...screen(mover, mover.id),
      text: look.hasAlarm ? `${text}, ${texts.map.keys.alarm}` : text,
    });
  }
  return spots
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= view.width && y <= view.height)
    .sort((one, other) => Math.floor(one.y / bandPixels) - Math.floor(other.y / bandPixels)
      || one.x - other.x);
}

/**
 * What a group says of itself.
 * @param {Group} group
 * @param {State["devices"]} devices
 * @param {import("../texts/index.js").Texts} texts
 */
function groupText({ items }, devices, texts) {
  const online = items.filter(({ id }) => devices.get(id)?.status === "online").length;
  const text = texts.map.keys.group(items.length, online);
  const hasAlarm = items.some(({ position }) => Boolean(position.attributes.alarm));
  return hasAlarm ? `${text}, ${texts.map.keys.alarm}` : text;
}

/**
 * The part of the world that surrounds places of the flat world.
 * @param {{x: number, y: number}[]} places
 * @returns {[[west: number, south: number], [east: number, north: number]]}
 */
export function surrounding(places) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [north, south] = [Math.min(north, y), Math.max(south, y)];
  }
  return [[longitudeOf(west), latitudeOf(south)], [longitudeOf(east), latitudeOf(north)]];
}
