import assert from "node:assert/strict";
import { test } from "node:test";

import {
  inOrder, messageCode, messageLink, modelEntered, modelName, versionsOf,
} from "../model/setup.js";
import en from "../texts/en.js";

function model(maker, name, ...protocols) {
  return {
    id: name, maker, name, title: "",
    protocols: protocols.map((each) => ({ name: each, certain: true })),
  };
}

test("models that speak the protocol come first, the rest by name", () => {
  const models = [model("Zeta", "Z1", "h02"), model("Acme", "A2", "gt06"), model("Acme", "A1")];
  assert.deepEqual(inOrder(models).map(modelName), ["Acme A1", "Acme A2", "Zeta Z1"]);
  assert.deepEqual(inOrder(models, "h02").map(modelName), ["Zeta Z1", "Acme A1", "Acme A2"]);
});

test("a model is found as people write it, and a name of two makers needs the maker", () => {
  const models = [model("TK-Star", "TK970"), model("Acme", "A1"), model("Zeta", "A1")];
  const found = (entered) => modelEntered(models, entered)?.maker;
  assert.equal(found("tk 970"), "TK-Star");
  assert.equal(found("TKStar TK970"), "TK-Star");
  assert.equal(found("A1"), undefined);
  assert.equal(found("zeta a1"), "Zeta");
  assert.equal(found("TK971"), undefined);
  assert.equal(found(" "), undefined);
});

test("a message opens on a phone as it is", () => {
  assert.equal(messageLink("+49 170 000-00", "apn123456 internet#"),
    "sms:+4917000000?body=apn123456%20internet%23");
  assert.equal(messageLink("javascript:alert(1)", "a&b"), "sms:1?body=a%26b");
});

test("a QR code holds the message and, if known, to whom it goes", () => {
  assert.equal(messageCode("+49 170 000-00", "apn 1:2"), "SMSTO:+4917000000:apn 1:2");
  assert.equal(messageCode("unknown", "apn 1:2"), "apn 1:2");
  assert.equal(messageCode(null, "apn"), "apn");
});

test("versions are shown by kind, the newest first", () => {
  const versions = ["2026-01-01", "2026-03-01", "2026-02-01"].map((day, index) => ({
    kind: index === 2 ? "hardware" : "firmware", value: String(index),
    firstSeen: `${day}T00:00:00Z`, lastSeen: `${day}T00:00:00Z`,
  }));
  assert.deepEqual(versionsOf(versions, "firmware").map((each) => each.value), ["1", "0"]);
  assert.deepEqual(versionsOf(versions, "hardware").map((each) => each.value), ["2"]);
});

test("every value that can be given has words", () => {
  for (const name of Object.keys(en.deviceSetup.values)) assert.ok(en.deviceSetup.needed[name]);
});
