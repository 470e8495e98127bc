import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import {
  byteCharacter, bytesMax, fieldsOfBytes, hexText, inByteOrder, rangeText, readableText, readInput,
} from "../model/bytes.js";
import {
  isSought, knownTrackers, levelOf, needsWords, refusalKey,
} from "../model/refusals.js";
import { parseRoute } from "../model/route.js";
import { trackerTarget } from "../model/target.js";
import en from "../texts/en.js";
import { ago, device } from "./examples.js";

const text = (input, form = "auto") => hexText(readInput(input, form).bytes);

function refusal(changes = {}) {
  return {
    time: ago(3), peer: "192.0.2.44:5000", transport: "tcp", protocol: null, identifier: null,
    kind: "web", why: "no tracker: this is a web request", firstBytes: "474554", count: 1,
    ...changes,
  };
}

test("hexadecimal is recognised in the ways people write it", () => {
  for (const input of ["78780d01", "78 78 0D 01", "0x78,0x78,0x0d,0x01", "78:78:0d:01",
    "7878\n0d01\n", "\\x78\\x78\\x0D\\x01"]) {
    assert.equal(text(input), "78780d01", input);
    assert.equal(readInput(input, "auto").form, "hex");
  }
});

test("everything else is text, with escapes and line breaks", () => {
  assert.equal(text("*HQ\\r\\n"), "2a48510d0a");
  assert.equal(text("*HQ\n"), "2a48510d0a");
  assert.equal(text("a\\x1Bz\\\\\\q"), "611b7a5c5c71");
  assert.equal(text("12345"), "3132333435");
  assert.equal(text("1234", "text"), "31323334");
  assert.equal(text("é!"), "c3a921");
});

test("what is no hexadecimal is said to be none", () => {
  assert.equal(readInput("123", "hex").problem, "oddDigits");
  assert.equal(readInput("12g4", "hex").problem, "notHex");
  assert.equal(readInput("x".repeat(bytesMax + 1), "text").problem, "tooLong");
  assert.equal(readInput("", "hex").problem, null);
  for (const problem of ["oddDigits", "notHex", "tooLong"]) {
    assert.ok(en.explain.problems[problem]);
  }
});

test("bytes read as text survive being typed again", () => {
  const hex = "2a485100ff0d0a7e";
  assert.equal(readableText(hex), "*HQ\\x00\\xFF\\r\\n~");
  assert.equal(text(readableText(hex)), hex);
  assert.deepEqual([0x41, 0x20, 0x00, 0xe9].map(byteCharacter), ["A", "␣", "·", "·"]);
});

test("a byte knows its fields, and fields may share a byte", () => {
  const fields = [
    { offset: 0, length: 2 }, { offset: 1, length: 1 }, { offset: 3, length: 9 },
  ];
  assert.deepEqual(fieldsOfBytes(5, fields), [[0], [0, 1], [], [2], [2]]);
  assert.deepEqual(fieldsOfBytes(2, [{ offset: -1, length: 2 }]), [[0], []]);
  assert.equal(rangeText({ offset: 4, length: 1 }), "4");
  assert.equal(rangeText({ offset: 4, length: 3 }), "4–6");
});

test("fields come in the order of their bytes, a whole before its parts", () => {
  const fields = [
    { name: "end", offset: 8, length: 2 }, { name: "bit", offset: 2, length: 1 },
    { name: "word", offset: 2, length: 4 }, { name: "start", offset: 0, length: 2 },
  ];
  assert.deepEqual(inByteOrder(fields).map((each) => each.name), ["start", "word", "bit", "end"]);
  assert.equal(fields[0].name, "end");
});

test("only whole bytes of a bounded number are explained from the address", () => {
  assert.deepEqual(parseRoute("#/explain/udp/47AF"),
    { view: "explain", given: { hex: "47af", transport: "udp" } });
  for (const fragment of ["#/explain/udp/474", "#/explain/tls/47", "#/explain/tcp/4g",
    `#/explain/tcp/${"00".repeat(513)}`]) {
    assert.equal(parseRoute(fragment).view, "map", fragment);
  }
});

test("connections and refusals are found by identifier, address, protocol and name", () => {
  const entry = refusal({ identifier: "860000000000017", protocol: "gt06" });
  for (const search of ["", "0000017", "192.0.2.44", "GT06", "tcp gt06", "  van ", "5000"]) {
    assert.ok(isSought(search, entry, "Van 1"), search);
  }
  assert.ok(!isSought("860000000000018", entry));
  assert.ok(!isSought("gt06 udp", entry));
});

test("a search finds devices and arrivals that are not connected", () => {
  const state = { devices: new Map([[1, device()]]), arrivals: [
    { id: 5, identifier: "860000000000025", peer: "192.0.2.9:1", protocol: "h02" },
  ] };
  assert.equal(knownTrackers("van", state).devices.length, 1);
  assert.equal(knownTrackers("0000025", state).arrivals.length, 1);
  assert.deepEqual(knownTrackers(" ", state), { devices: [], arrivals: [] });
  assert.deepEqual(knownTrackers("nobody", { ...state, arrivals: null }),
    { devices: [], arrivals: [] });
});

test("an entry stays the same when it happens again, and differs from others", () => {
  const again = refusal({ time: ago(1), count: 2, peer: "192.0.2.44:6000" });
  assert.equal(refusalKey(refusal()), refusalKey(again));
  assert.notEqual(refusalKey(refusal()), refusalKey(refusal({ identifier: "1" })));
  assert.notEqual(refusalKey(refusal()), refusalKey(refusal({ peer: "192.0.2.45:5000" })));
});

/** The kinds that the server can name, out of its sources. */
function kindsOfServer() {
  const sources = fileURLToPath(new URL("../../Sources", import.meta.url));
  const cases = (file, start) => {
    const source = readFileSync(`${sources}/${file}`, "utf8");
    const part = source.slice(source.indexOf(start));
    return [...part.slice(0, part.indexOf("\n  }\n")).matchAll(/^ +case ([a-zA-Z]+)$/gm)]
      .map(([, name]) => name);
  };
  return [...cases("Gateway/RefusedConnection.swift", "enum Kind"),
    ...cases("Fleet/Admission.swift", "enum Refusal")];
}

test("every kind of refusal that the server knows has its advice", () => {
  const kinds = kindsOfServer();
  assert.ok(kinds.length >= 20, String(kinds));
  for (const kind of kinds) {
    assert.ok(en.refusals.kinds[kind]?.title, kind);
    assert.ok(en.refusals.kinds[kind]?.advice, kind);
  }
  assert.equal(Object.keys(en.refusals.kinds).length, kinds.length);
});

test("the server's words show where they say more, and for kinds of newer servers", () => {
  const { kinds } = en.refusals;
  assert.equal(needsWords(refusal({ kind: "unrecognised" }), kinds), true);
  assert.equal(needsWords(refusal({ kind: "disabled", why: "It is disabled." }), kinds), false);
  assert.equal(needsWords(refusal({ kind: "fromTheFuture" }), kinds), true);
  assert.equal(levelOf(refusal()), "waiting");
  assert.equal(levelOf(refusal({ kind: "disabled" })), "problem");
});

test("trackers are pointed at the server's address, or the page's", () => {
  assert.deepEqual(trackerTarget(null, "localhost"),
    { host: "localhost", port: 8888, isLoopback: true });
  const server = { attributes: { trackerHost: "fleet.example.org", trackerPort: 5000 } };
  assert.deepEqual(trackerTarget(server, "localhost"),
    { host: "fleet.example.org", port: 5000, isLoopback: false });
});
