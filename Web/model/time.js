import { viewerLocale, viewerZone } from "./viewer.js";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** @typedef {{amount: number, unit: "second" | "minute" | "hour" | "day"}} Span */

/**
 * A span of time in its largest whole unit, as people say it: 12 s, 3 min, 5 h, 2 d.
 * @param {number} milliseconds below zero counts as zero: clocks differ
 * @returns {Span}
 */
export function span(milliseconds) {
  const length = Math.max(milliseconds, 0);
  if (length < minute) return { amount: Math.floor(length / second), unit: "second" };
  if (length < hour) return { amount: Math.floor(length / minute), unit: "minute" };
  if (length < 2 * day) return { amount: Math.floor(length / hour), unit: "hour" };
  return { amount: Math.floor(length / day), unit: "day" };
}

/**
 * A moment in the viewer's zone.
 * @param {string | null | undefined} iso
 */
export function momentText(iso) {
  const time = iso ? Date.parse(iso) : NaN;
  if (Number.isNaN(time)) return "–";
  return new Intl.DateTimeFormat(viewerLocale(), {
    day: "numeric", month: "short", year: "numeric",
    hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: viewerZone(),
  }).format(time);
}

/**
 * A moment as short as an axis wants it: the time of the day, or the day.
 * @param {number} moment
 * @param {boolean} isDay
 */
export function axisText(moment, isDay) {
  return new Intl.DateTimeFormat(viewerLocale(), {
    timeZone: viewerZone(),
    ...isDay ? { day: "numeric", month: "short" } : { hour: "2-digit", minute: "2-digit" },
  }).format(moment);
}

/** The name of the viewer's zone, such as Europe/Madrid. */
export function zoneName() {
  return viewerZone() ?? browserZone();
}

/** The name of the browser's own zone. */
export function browserZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * A moment as the value of a field for date and time, in the viewer's zone.
 * @param {string | null | undefined} iso
 */
export function fieldMoment(iso) {
  const time = iso ? Date.parse(iso) : NaN;
  return Number.isNaN(time) ? "" : wallClock(time).slice(0, 16);
}

/**
 * The moment that a field for date and time means in the viewer's zone; null if it is empty.
 * @param {string} value such as 2026-03-05T10:00
 */
export function momentOfField(value) {
  const wanted = Date.parse(`${value}Z`);
  if (Number.isNaN(wanted)) return null;
  // The second try is for moments near a change of the clocks.
  let time = wanted;
  for (let tries = 0; tries < 2; tries += 1) {
    time += wanted - Date.parse(`${wallClock(time)}Z`);
  }
  return new Date(time).toISOString();
}

/**
 * What a clock in the viewer's zone shows, as 2026-03-05T10:00:00.
 * @param {number} time
 */
function wallClock(time) {
  const format = new Intl.DateTimeFormat("en", {
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
    second: "2-digit", hourCycle: "h23", timeZone: viewerZone(),
  });
  const part = Object.fromEntries(
    format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
}
