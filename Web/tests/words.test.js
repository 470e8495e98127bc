import assert from "node:assert/strict";
import { test } from "node:test";

import { attributeRows, wordOf } from "../model/attributes.js";
import { diagnose, diagnoseAll } from "../model/diagnosis.js";
import {
  compassPoint, distanceText, durationText, isMoving, speedText, unitChoice,
} from "../model/units.js";
import en from "../texts/en.js";
import { ago, connection, device, now, position } from "./examples.js";

const metric = unitChoice(null);
const vocabulary = new Map([
  { name: "odometer", unit: "m", title: "distance driven" },
  { name: "alarm", unit: "", title: "alarms, a comma list" },
  { name: "temp*", unit: "°C", title: "temperature" },
  { name: "status", unit: "", title: "state bits" },
].map((word) => [word.name, word]));

test("speed is in km/h unless the user chose otherwise", () => {
  assert.equal(speedText(10, metric), "19 km/h");
  assert.equal(speedText(10, unitChoice({ attributes: { speedUnit: "mph" } })), "12 mph");
  assert.equal(speedText(10, unitChoice({ attributes: { speedUnit: "furlongs" } })), "19 km/h");
  assert.equal(speedText(-0.1, metric), "0 km/h");
});

test("short lengths are in metres, long ones are not", () => {
  assert.equal(distanceText(999, metric), "999 m");
  assert.equal(distanceText(12_340, metric), "12.3 km");
  assert.equal(distanceText(1_852, unitChoice({ attributes: { distanceUnit: "nmi" } })), "1 nmi");
});

test("engine hours are hours and minutes", () => {
  assert.equal(durationText(59 * 60_000), "59 min");
  assert.equal(durationText(90 * 60_000), "1 h 30 min");
});

test("directions wrap around north", () => {
  assert.deepEqual([0, 44, 90, 350, 360].map(compassPoint), [0, 1, 2, 0, 0]);
  assert.equal(en.compass(compassPoint(224)), "SW");
  assert.equal(isMoving(1), false);
});

test("a numbered attribute finds its family", () => {
  assert.equal(wordOf(vocabulary, "temp12").word?.name, "temp*");
  assert.equal(wordOf(vocabulary, "temp12").number, "12");
  assert.equal(wordOf(vocabulary, "vendor").word, undefined);
});

test("attributes show name, value and unit for people, alarms first", () => {
  const rows = attributeRows({
    vendorCode: "0x1F", temp2: -4.25, status: 4660, odometer: 125_600, alarm: "sos", door: true,
    nothing: null, nested: { a: 1 },
  }, vocabulary, metric, en);
  assert.deepEqual(rows.map((row) => `${row.title}=${row.value}`), [
    "Alarms, a comma list=sos", "Distance driven=125.6 km", "Temperature 2=-4.25 °C",
    "State bits=4660", "door=Yes", "nested={\"a\":1}", "vendorCode=0x1F",
  ]);
  assert.deepEqual(rows.map((row) => row.isAlarm).slice(0, 2), [true, false]);
});

/** What is known when the device of the examples exists and reports well. */
const known = {
  devices: new Map([[1, device()]]), positions: new Map([[1, position()]]), arrivals: [], now,
};

const cases = [
  ["onMap", {}, {}],
  ["silent", { protocol: null, identifier: null, frames: 0, lastFrameAt: null }, {}],
  ["unrecognised", { protocol: null, identifier: null, why: "no protocol begins with 0x47" }, {}],
  ["anonymous", { identifier: null }, {}],
  ["arrival", { identifier: "860000000000025" }, {}],
  ["disabled", {}, { devices: new Map([[1, device({ disabled: true })]]) }],
  ["refused", { refusal: "The device's expiration time has passed." }, {}],
  ["unconfirmed", { unconfirmed: true }, {}],
  ["noPosition", {}, { positions: new Map() }],
  ["noFix", {}, { positions: new Map([[1, position({ valid: false })]]) }],
  ["oldFix", {}, { positions: new Map([[1, position({ fixTime: ago(3_600) })]]) }],
  ["quiet", { lastFrameAt: ago(700) }, {}],
];

for (const [finding, changes, others] of cases) {
  test(`a connection is explained: ${finding}`, () => {
    assert.equal(diagnose(connection(changes), { ...known, ...others }).finding, finding);
    assert.ok(en.connections.findings[finding].title);
  });
}

test("problems come before what works", () => {
  const connections = [
    connection({ id: 1 }), connection({ id: 2, protocol: null, why: "unknown" }),
    connection({ id: 3, identifier: null }),
  ];
  const order = diagnoseAll(connections, known).map((each) => each.connection.id);
  assert.deepEqual(order, [2, 3, 1]);
});
