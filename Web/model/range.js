import { fieldMoment, momentOfField } from "./time.js";

/** @typedef {import("../history").HistoryQuestion} HistoryQuestion */
/** @typedef {import("../history").TimeRange} TimeRange */

const textForm = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;

/**
 * The moment that a day or a time of the viewer's clock begins at; null if there is no such.
 * @param {string | null} text 2026-03-05 or 2026-03-05T08:00
 */
export function momentOf(text) {
  const parts = textForm.exec(text ?? "");
  if (!parts) return null;
  const [, year, month, day, hour = "00", minute = "00"] = parts;
  const isDay = dayAfter(`${year}-${month}-${day}`, 0) === `${year}-${month}-${day}`;
  if (!isDay || Number(hour) > 23 || Number(minute) > 59) return null;
  return Date.parse(momentOfField(`${year}-${month}-${day}T${hour}:${minute}`) ?? "");
}

/**
 * The day of a moment on the viewer's clock.
 * @param {number} moment
 */
export function dayText(moment) {
  return timeText(moment).slice(0, 10);
}

/**
 * A moment on the viewer's clock, as a field for date and time takes it.
 * @param {number} moment
 */
export function timeText(moment) {
  return fieldMoment(new Date(moment).toISOString());
}

/**
 * A day some days later or earlier; days are not always of 24 hours.
 * @param {string} day
 * @param {number} count
 */
export function dayAfter(day, count) {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}

/**
 * What is asked for, as moments; the day of now where nothing is said. Ends that are the wrong way
 * round are taken the other way.
 * @param {HistoryQuestion} question
 * @param {number} now
 * @returns {TimeRange}
 */
export function rangeOf({ from, to }, now) {
  const first = from !== null && momentOf(from) !== null ? from : dayText(now);
  const last = to !== null && momentOf(to) !== null ? to : first;
  const [start, end] = (momentOf(first) ?? now) <= (momentOf(last) ?? now)
    ? [first, last] : [last, first];
  const begin = momentOf(start) ?? now;
  const isDay = end.length === 10 || end === start;
  const finish = momentOf(isDay ? dayAfter(end, 1) : end) ?? now;
  return { from: begin, to: Math.max(finish, begin + 60_000) };
}

/**
 * The same length of time before or after.
 * @param {HistoryQuestion} question
 * @param {1 | -1} direction
 * @param {number} now
 * @returns {HistoryQuestion}
 */
export function shifted(question, direction, now) {
  const range = rangeOf(question, now);
  if (!isOfDays(question)) {
    const length = (range.to - range.from) * direction;
    return {
      ...question, from: timeText(range.from + length), to: timeText(range.to + length),
    };
  }
  const first = dayText(range.from);
  const count = Math.max(Math.round((range.to - range.from) / 86_400_000), 1);
  const from = dayAfter(first, count * direction);
  return { ...question, from, to: dayAfter(from, count - 1) };
}

/**
 * Whether whole days are asked for.
 * @param {HistoryQuestion} question
 */
export function isOfDays({ from, to }) {
  return (from?.length ?? 10) === 10 && (to?.length ?? 10) === 10;
}

/**
 * So many days up to today.
 * @param {number} count
 * @param {number} now
 */
export function lastDays(count, now) {
  const today = dayText(now);
  return { from: dayAfter(today, 1 - count), to: today };
}
