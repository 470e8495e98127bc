import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { attributeRows } from "../model/attributes.js";
import { nextStep, steps } from "../model/first-steps.js";
import { optionLines, readOptions } from "../model/options.js";
import {
  changed, groupTree, mayEdit, mayManage, mayView, named, permittedOf, possibleParents, programOf, roleOf,
  withoutNull,
} from "../model/people.js";
import { parseRoute, routeFragment } from "../model/route.js";
import { simulationCommand } from "../model/target.js";
import { fieldMoment, momentOfField, momentText, zoneName } from "../model/time.js";
import {
  altitudeText, distanceText, number, speedText, temperatureText, unitChoice, unitsOf,
} from "../model/units.js";
import { isZone, useLanguage, useZone } from "../model/viewer.js";
import en from "../texts/en.js";
import es from "../texts/es.js";
import { ago, device, now, position } from "./examples.js";

afterEach(() => {
  useLanguage("en", ["en"]);
  useZone(null);
});

function user(changes = {}) {
  return { id: 1, name: "Ana", email: "ana@example.org", administrator: false, ...changes };
}

const imperial = unitChoice({
  attributes: {
    speedUnit: "mph", distanceUnit: "mi", altitudeUnit: "ft", temperatureUnit: "f",
  },
});

test("pages are for those who may act on them, and the rest is for everybody", () => {
  const views = (/** @type {object} */ changes) =>
    ["map", "history", "arrivals", "connections", "server", "people", "groups", "settings"]
      .filter((view) => mayView(view, user(changes), {}));
  assert.deepEqual(views({ administrator: true }), ["map", "history", "arrivals", "connections",
    "server", "people", "groups", "settings"]);
  assert.deepEqual(views({ userLimit: 5 }), ["map", "history", "people", "groups", "settings"]);
  assert.deepEqual(views({ readonly: true }), ["map", "history", "settings"]);
});

test("lengths, heights and temperatures are in the chosen units", () => {
  assert.equal(distanceText(16_093.44, imperial), "10 mi");
  assert.equal(distanceText(3.048, imperial), "10 ft");
  assert.equal(altitudeText(1_500, imperial), "4,921 ft");
  assert.equal(altitudeText(1_500, unitChoice(null)), "1,500 m");
  assert.equal(temperatureText(-40, imperial), "-40 °F");
  assert.equal(temperatureText(36.6, imperial), "97.88 °F");
  assert.equal(speedText(10, unitChoice({ attributes: { speedUnit: "kn" } })), "10 kn");
  assert.equal(altitudeText(1, unitChoice({ attributes: { altitudeUnit: "constructor" } })), "1 m");
});

test("every unit that can be chosen has its words in every language", () => {
  for (const name of Object.values(unitsOf).flat()) {
    assert.ok(en.settings.units[name] && es.settings.units[name], name);
  }
});

test("numbers and words follow the language", () => {
  useLanguage("es", ["en-US", "es-ES"]);
  assert.equal(number(12_345.5, 1), "12.345,5");
  const vocabulary = new Map([["temp*", { name: "temp*", unit: "°C", title: "temperature" }]]);
  const [row] = attributeRows({ temp2: 21.5 }, vocabulary, unitChoice(null), es);
  assert.equal(`${row.title}: ${row.value}`, "Temperatura 2: 21,5 °C");
});

test("times show in the chosen zone, and an unknown one is not taken", () => {
  useZone("America/Bogota");
  assert.equal(zoneName(), "America/Bogota");
  assert.match(momentText("2026-03-05T10:00:00Z"), /05:00:00/);
  useZone("Nowhere/Atlantis");
  assert.notEqual(zoneName(), "Nowhere/Atlantis");
  assert.equal(isZone("Europe/Madrid"), true);
  assert.equal(isZone("; drop"), false);
});

test("a moment survives the way through a field, in any zone and at changes of the clocks", () => {
  for (const zone of ["Europe/Madrid", "America/St_Johns", "Asia/Kathmandu", "UTC"]) {
    useZone(zone);
    for (const iso of ["2026-03-29T00:30:00.000Z", "2026-03-29T01:30:00.000Z",
      "2026-07-01T12:00:00.000Z", "2026-12-31T23:59:00.000Z"]) {
      assert.equal(momentOfField(fieldMoment(iso)), iso, `${zone} ${iso}`);
    }
  }
  assert.equal(fieldMoment(null), "");
  assert.equal(momentOfField(""), null);
});

test("what somebody is, is said by the word that matters most", () => {
  assert.equal(roleOf(user(), now), "user");
  assert.equal(roleOf(user({ administrator: true, disabled: true }), now), "disabled");
  assert.equal(roleOf(user({ administrator: true, expirationTime: ago(1) }), now), "expired");
  assert.equal(roleOf(user({ expirationTime: ago(-60), userLimit: -1 }), now), "manager");
  assert.equal(roleOf(user({ readonly: true }), now), "readonly");
  for (const role of ["user", "disabled", "expired", "manager", "readonly", "administrator"]) {
    assert.ok(en.people.roles[role]);
  }
});

test("forms show for those who may use them", () => {
  assert.equal(mayManage(user()), false);
  assert.equal(mayManage(user({ userLimit: -1 })), true);
  assert.equal(mayManage(null), false);
  assert.equal(mayEdit(user(), {}), true);
  assert.equal(mayEdit(user({ deviceReadonly: true }), {}), false);
  assert.equal(mayEdit(user(), { readonly: true }), false);
  assert.equal(mayEdit(user({ administrator: true }), { readonly: true }), true);
  assert.equal(mayEdit(null, null), false);
});

const groups = [
  { id: 1, name: "Spain", groupId: 0 }, { id: 2, name: "Madrid", groupId: 1 },
  { id: 3, name: "Vallecas", groupId: 2 }, { id: 4, name: "Chile", groupId: 99 },
];

test("groups are a tree, and none is lost", () => {
  const rows = groupTree(groups).map(({ group, depth }) => `${group.name} ${depth}`);
  assert.deepEqual(rows, ["Chile 0", "Spain 0", "Madrid 1", "Vallecas 2"]);
  const circle = [{ id: 1, name: "A", groupId: 2 }, { id: 2, name: "B", groupId: 1 }];
  assert.equal(groupTree(circle).length, 2);
});

test("a group stands neither in itself nor below itself", () => {
  const names = (id) => possibleParents(groups, id).map(({ group }) => group.name);
  assert.deepEqual(names(1), ["Chile"]);
  assert.deepEqual(names(3), ["Chile", "Spain", "Madrid"]);
  assert.equal(names("new").length, 4);
});

test("what a user sees comes from the own permissions only", () => {
  const permitted = permittedOf(5, [
    { userId: 5, deviceId: 1 }, { userId: 5, groupId: 2 }, { userId: 6, deviceId: 3 },
    { userId: 5, managedUserId: 5 },
  ]);
  assert.deepEqual([...permitted.devices], [1]);
  assert.deepEqual([...permitted.groups], [2]);
});

test("lists are searched without accents, and renewed in place", () => {
  const items = [{ id: 1, name: "María 10" }, { id: 2, name: "maria 2" }, { id: 3, name: "Juan" }];
  assert.deepEqual(named(items, "MARIA").map(({ id }) => id), [2, 1]);
  assert.deepEqual(named(items, "juan x", () => "x").map(({ id }) => id), [3]);
  assert.deepEqual(changed(items, { id: 2, name: "Eva" }).map(({ name }) => name),
    ["María 10", "Eva", "Juan"]);
  assert.equal(changed(items, { id: 4, name: "Eva" }).length, 4);
});

test("options survive the way through the lines", () => {
  const attributes = {
    speedLimit: 50.5, ack: true, note: "=a = b", code: "0042", long: "12345678901234567890",
    quoted: "\"x\"", yes: "true", empty: "", sign: "-5", "decoder.timezone": "+02:00",
    devicePassword: "123456", versionFw: "1.2",
  };
  const { options, problem } = readOptions(
    optionLines(attributes, ["decoder.timezone", "devicePassword"]));
  assert.equal(problem, null);
  const { "decoder.timezone": zone, devicePassword, versionFw, ...others } = attributes;
  assert.deepEqual(options, others);
  assert.ok(zone && devicePassword && versionFw);
  assert.equal(readOptions("fine = 1\n\nno value").problem, "no value");
});

test("attributes that were taken away are not sent", () => {
  assert.deepEqual(withoutNull({ a: null, b: undefined, c: 0, d: false, e: "" }),
    { c: 0, d: false, e: "" });
});

test("browsers are called by their names, and programs by their own", () => {
  const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    + "Chrome/131.0.0.0 Safari/537.36";
  assert.deepEqual(programOf(chrome), { name: "Chrome", system: "Linux" });
  assert.deepEqual(programOf("home-thing/2.1"), { name: "home-thing", system: "" });
  assert.deepEqual(programOf(""), { name: "", system: "" });
});

test("the addresses of people and groups lead back to them", () => {
  for (const fragment of ["#/settings", "#/server", "#/people", "#/people/new", "#/people/7",
    "#/groups", "#/groups/new", "#/groups/12"]) {
    assert.equal(routeFragment(parseRoute(fragment)), fragment);
  }
  assert.equal(parseRoute("#/people/7x").view, "map");
});

test("the way to the first tracker on the map has its steps in order", () => {
  const empty = { devices: new Map(), positions: new Map(), arrivals: null };
  assert.equal(nextStep(empty), "report");
  assert.equal(nextStep({ ...empty, arrivals: [{ id: 1 }] }), "adopt");
  const entered = new Map([[1, device({ lastUpdate: null })]]);
  assert.equal(nextStep({ ...empty, devices: entered }), "report");
  const adopted = { ...empty, devices: new Map([[1, device()]]) };
  assert.equal(nextStep(adopted), "position");
  assert.equal(nextStep({ ...adopted, positions: new Map([[1, position()]]) }), "done");
  const unplaced = position({ latitude: 0, longitude: 0, valid: false });
  assert.equal(nextStep({ ...adopted, positions: new Map([[1, unplaced]]) }), "position");
  for (const step of steps) assert.ok(en.empty.steps[step]);
  assert.match(simulationCommand({ host: "gps.example.org", port: 8888 }),
    /--to gps\.example\.org:8888$/);
});
