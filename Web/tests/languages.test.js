import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import en from "../texts/en.js";
import es from "../texts/es.js";
import { languageNames, loadTexts } from "../texts/index.js";

/**
 * Every text with the path to it.
 * @returns {[string, unknown][]}
 */
function leaves(value, path = "") {
  if (value === null || typeof value !== "object") return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key));
}

/** Words for attributes and options are the server's own in English. */
const isShared = ([path]) => !/^(vocabulary|deviceOptions\.meanings)/.test(path);
const english = new Map(leaves(en).filter(isShared));
const spanish = new Map(leaves(es).filter(isShared));

/** The placeholders that a text in braces has, such as {z}. */
const braces = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What a function says of its parameters: each is a word that can be found again. */
function spoken(say) {
  const marks = ["\u{1}A", "\u{1}B", "\u{1}C"].slice(0, say.length);
  const text = say(...marks);
  return marks.map((mark) => text.includes(mark) || text.includes(mark.toLowerCase()));
}

test("both languages have the same texts", () => {
  assert.deepEqual([...spanish.keys()].sort(), [...english.keys()].sort());
  assert.ok(english.size > 400, String(english.size));
});

test("a text is a text in both, and takes the same", () => {
  for (const [path, text] of english) {
    const other = spanish.get(path);
    assert.equal(typeof other, typeof text, path);
    if (typeof text === "function") assert.equal(other.length, text.length, path);
    else assert.deepEqual(braces(String(other)), braces(String(text)), path);
  }
});

test("what a sentence is given stands in it in both languages", () => {
  // These take something else than words or numbers, or choose by it.
  const others = ["span", "ago", "compass", "deviceSetup.sources", "panel.courseValue",
    "media.download", "explain.understood"];
  for (const [path, say] of english) {
    if (typeof say !== "function" || others.includes(path)) continue;
    assert.deepEqual(spoken(spanish.get(path)), spoken(say), path);
    assert.ok(spoken(say).every(Boolean), path);
  }
});

test("no text is empty or was left in English", () => {
  const same = new Set();
  for (const [path, text] of english) {
    if (typeof text !== "string") continue;
    assert.equal(spanish.get(path) === "", text === "", path);
    // Short words, names and abbreviations may be the same.
    if (text === spanish.get(path) && text.split(" ").length > 2) same.add(path);
  }
  assert.deepEqual([...same], []);
});

test("one and many are told apart", () => {
  assert.equal(es.list.found(1), "1 dispositivo");
  assert.equal(es.arrivals.adopted(2), "2 rastreadores adoptados.");
  assert.equal(es.ago({ amount: 3, unit: "hour" }), "hace 3 h");
});

test("every word of the server's vocabulary has its Spanish", () => {
  const source = readFileSync(
    new URL("../../Sources/Telemetry/Vocabulary.swift", import.meta.url), "utf8");
  const table = source.slice(source.indexOf("let table"));
  const names = [...table.matchAll(/^ {4}([A-Za-z]+\*?)\|[^|\n]*\|.+$/gm)].map(([, name]) => name);
  assert.ok(names.length > 80, String(names.length));
  assert.deepEqual(Object.keys(es.vocabulary).sort(), [...new Set(names)].sort());
});

test("the first language that there is wins, and English otherwise", async () => {
  assert.equal((await loadTexts(["es-MX", "en"])).language, "es");
  assert.equal((await loadTexts(["en-GB", "es"])).language, "en");
  assert.equal((await loadTexts(["de", "es"])).language, "es");
  assert.equal((await loadTexts(["de", "constructor"])).language, "en");
  for (const language of Object.keys(languageNames)) {
    assert.equal((await loadTexts([language])).language, language);
  }
});

test("the Spanish of a device's options is that of options that there are", () => {
  const home = new URL("../../Sources/TrackerProtocols/", import.meta.url);
  const abouts = readdirSync(home, { recursive: true }).map(String)
    .filter((path) => /About\.swift$|DeviceOption\.swift$/.test(path))
    .map((path) => readFileSync(new URL(path, home), "utf8")).join("\n");
  for (const key of Object.keys(es.deviceOptions.meanings)) {
    assert.ok(key === "decoder.timezone" || abouts.includes(`"${key}"`), key);
  }
});
