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
 * @param {string} [locale]
 */
export function momentText(iso, locale) {
  const time = iso ? Date.parse(iso) : NaN;
  if (Number.isNaN(time)) return "–";
  return new Intl.DateTimeFormat(locale, {
    day: "numeric", month: "short", year: "numeric",
    hour: "2-digit", minute: "2-digit", second: "2-digit",
  }).format(time);
}

/**
 * A moment as short as an axis wants it: the time of the day, or the day.
 * @param {number} moment
 * @param {boolean} isDay
 * @param {string} [locale]
 */
export function axisText(moment, isDay, locale) {
  return new Intl.DateTimeFormat(locale, isDay ? { day: "numeric", month: "short" }
    : { hour: "2-digit", minute: "2-digit" }).format(moment);
}

/** The name of the viewer's zone, such as Europe/Madrid. */
export function zoneName() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
