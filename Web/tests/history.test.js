import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dayAfter, dayText, isOfDays, lastDays, momentOf, rangeOf, shifted, timeText,
} from "../model/range.js";
import { historyDevicesMax, parseRoute, routeFragment } from "../model/route.js";
import {
  boundsOf, chartFields, decimated, roundScale, roundTimes, seriesOf,
} from "../model/series.js";
import { rowsInView } from "../model/rows.js";
import { tableRows } from "../model/table-rows.js";
import { trackOf } from "../model/track.js";
import { unitChoice } from "../model/units.js";
import { ago, now, position } from "./examples.js";

const metric = unitChoice(null);
const vocabulary = new Map([
  { name: "odometer", unit: "m", title: "distance driven" },
  { name: "temp*", unit: "°C", title: "temperature" },
].map((word) => [word.name, word]));

test("addresses of histories survive being read again", () => {
  for (const fragment of ["#/history/1", "#/history/1,2/2026-03-05",
    "#/history/7/2026-03-05/2026-03-11", "#/history/7/2026-03-05T08:00/2026-03-05T17:30"]) {
    const route = parseRoute(fragment);
    assert.equal(route.view, "history", fragment);
    assert.equal(routeFragment(route), fragment);
  }
});

test("what is no history is none, and what is no time is today", () => {
  for (const fragment of ["#/history", "#/history/", "#/history/x", "#/history/1/a/b/c"]) {
    assert.equal(parseRoute(fragment).view, "map", fragment);
  }
  const { question } = parseRoute("#/history/1/2026-02-31/2026-03-01");
  assert.deepEqual(question, { deviceIds: [1], from: null, to: null });
  const many = parseRoute("#/history/1,1,2,3,4,5,6,7,8").question.deviceIds;
  assert.deepEqual(many, [1, 2, 3, 4, 5, 6].slice(0, historyDevicesMax));
});

test("a day begins and ends at midnight of the viewer", () => {
  const day = rangeOf({ deviceIds: [], from: "2026-03-05", to: null }, now);
  assert.equal(timeText(day.from), "2026-03-05T00:00");
  assert.equal(timeText(day.to), "2026-03-06T00:00");
  const week = rangeOf({ deviceIds: [], from: "2026-03-05", to: "2026-03-11" }, now);
  assert.equal(timeText(week.to), "2026-03-12T00:00");
  assert.deepEqual(rangeOf({ deviceIds: [], from: "2026-03-11", to: "2026-03-05" }, now), week);
  const today = rangeOf({ deviceIds: [], from: null, to: null }, now);
  assert.equal(dayText(today.from), dayText(now));
});

test("days are counted on the calendar, whatever the clocks do", () => {
  assert.equal(dayAfter("2026-03-28", 2), "2026-03-30");
  assert.equal(dayAfter("2026-10-24", 3), "2026-10-27");
  assert.equal(dayAfter("2026-01-01", -1), "2025-12-31");
  assert.equal(momentOf("2026-03-05T24:00"), null);
  assert.equal(momentOf(null), null);
});

test("earlier and later go by what is shown", () => {
  const day = shifted({ deviceIds: [1], from: "2026-03-05", to: null }, -1, now);
  assert.deepEqual([day.from, day.to], ["2026-03-04", "2026-03-04"]);
  const week = shifted({ deviceIds: [1], from: "2026-03-05", to: "2026-03-11" }, 1, now);
  assert.deepEqual([week.from, week.to], ["2026-03-12", "2026-03-18"]);
  const hours = shifted(
    { deviceIds: [1], from: "2026-03-05T08:00", to: "2026-03-05T10:00" }, 1, now);
  assert.deepEqual([hours.from, hours.to], ["2026-03-05T10:00", "2026-03-05T12:00"]);
  assert.equal(isOfDays(hours), false);
  assert.equal(rangeOf({ deviceIds: [], ...lastDays(7, now) }, now).to,
    rangeOf({ deviceIds: [], from: null, to: null }, now).to);
});

function track() {
  return trackOf(1, [
    position({ id: 1, fixTime: ago(300), attributes: { temp1: 4, odometer: 12_000, door: true } }),
    position({ id: 2, fixTime: ago(200), speed: 30, attributes: { temp1: 5.5 } }),
    position({ id: 3, fixTime: ago(100), speed: 10, attributes: { alarm: "sos" } }),
  ], 100);
}

test("every attribute that is a number can be shown, in the viewer's units", () => {
  const fields = chartFields([track()], vocabulary, metric, { speed: "Speed", altitude: "Height" });
  assert.deepEqual(fields.map(({ title, symbol }) => `${title} ${symbol}`),
    ["Speed km/h", "Height m", "Distance driven km", "Temperature 1 °C"]);
  const [speed, , driven] = fields;
  assert.deepEqual([...seriesOf(track(), speed).values].map(Math.round), [37, 56, 19]);
  assert.deepEqual([...seriesOf(track(), driven).values], [12, NaN, NaN]);
});

test("decimation keeps every peak of 50,000 values", () => {
  const count = 50_000;
  const values = Float64Array.from({ length: count }, (_, index) => index % 10);
  values[31_337] = 999;
  values[40_000] = -999;
  const moments = Float64Array.from({ length: count }, (_, index) => index);
  const range = { from: 0, to: count - 1 };
  const columns = decimated({ deviceId: 1, moments, values, silence: 10 }, range, 800);
  assert.equal(columns.length, 3_200);
  assert.equal(Math.max(...columns), 999);
  assert.equal(Math.min(...columns), -999);
  assert.equal(columns[0], 0);
  assert.equal(columns[3_199], (count - 1) % 10);
});

test("what is missing stays missing, and what is outside is left out", () => {
  const series = {
    deviceId: 1, moments: Float64Array.from([0, 50, 100, 200]),
    values: Float64Array.from([1, NaN, 3, 9]), silence: 10,
  };
  const columns = decimated(series, { from: 0, to: 100 }, 3);
  assert.deepEqual([...columns],
    [1, 1, 1, 1, NaN, NaN, NaN, NaN, 3, 3, 3, 3]);
  assert.deepEqual(boundsOf([series]), { least: 1, greatest: 9 });
  assert.equal(boundsOf([{ ...series, values: new Float64Array(4).fill(NaN) }]), null);
});

test("scales are round and hold the curve", () => {
  assert.deepEqual(roundScale(0, 124, 4), [0, 50, 100, 150]);
  assert.deepEqual(roundScale(12.13, 12.55, 4), [12, 12.2, 12.4, 12.6]);
  for (const [least, greatest] of [[5, 5], [0, 0], [-40, -40], [-3, 1e6], [0.001, 0.002]]) {
    const scale = roundScale(least, greatest, 4);
    assert.ok(scale.length >= 2 && scale.length < 12, `${least} ${greatest}: ${scale}`);
    assert.ok(scale[0] <= least && scale.at(-1) >= greatest, `${least} ${greatest}: ${scale}`);
  }
});

test("the axis of time stands on round times", () => {
  const from = momentOf("2026-03-05T07:12");
  const hours = roundTimes({ from, to: from + 4 * 3_600_000 }, 6);
  assert.equal(timeText(hours.moments[0]), "2026-03-05T08:00");
  assert.equal(hours.step, 3_600_000);
  const year = roundTimes({ from, to: from + 365 * 86_400_000 }, 8);
  assert.ok(year.moments.length <= 9);
});

test("rows of several devices are in the order of time", () => {
  const other = trackOf(2, [position({ id: 9, deviceId: 2, fixTime: ago(250) })], 100);
  const rows = tableRows([track(), other]);
  assert.deepEqual([...rows.tracks], [0, 1, 0, 0]);
  assert.deepEqual([...rows.indexes], [0, 0, 1, 2]);
});

test("only the rows around the view are drawn", () => {
  const view = { height: 320, rowHeight: 32, count: 50_000 };
  assert.deepEqual(rowsInView({ ...view, top: 0 }, 8), { first: 0, end: 18 });
  const { first, end } = rowsInView({ ...view, top: 800_000 }, 8);
  assert.deepEqual([first, end], [24_992, 25_018]);
  assert.deepEqual(rowsInView({ ...view, top: 99, count: 0 }, 8), { first: 0, end: 0 });
});
