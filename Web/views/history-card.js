import { exportAddress, exportForms } from "../client/history.js";
import { dayText } from "../model/range.js";
import { routeFragment } from "../model/route.js";
import { momentText, span } from "../model/time.js";
import { distanceText, durationText, number, speedText, unitChoice } from "../model/units.js";
import { element, icon, replace, setAttribute, setText, show } from "./dom.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../history").DeviceHistory} DeviceHistory */
/** @typedef {import("../history").Track} Track */

/** More stops than a person looks through one by one. */
const stopsMax = 100;

/**
 * What a device did in the time: figures, stops, files; or why there is nothing.
 * @param {number} deviceId
 * @param {Context} context
 */
export function historyCard(deviceId, context) {
  const { store, texts, actions } = context;
  const words = texts.history;
  const swatch = element("span", { class: "series-swatch" });
  const name = element("span", { class: "history-name", dir: "auto" });
  const remove = element("button", {
    class: "button is-icon", type: "button", click: () => {
      const { route } = store.state;
      if (route.view !== "history") return;
      const deviceIds = route.question.deviceIds.filter((id) => id !== deviceId);
      actions.history.open({ ...route.question, deviceIds });
    },
  }, icon("close"));
  const said = element("div", { class: "history-said", role: "status" });
  const figures = element("dl", { class: "history-figures" });
  const stops = element("ul", { class: "history-stops" });
  const stopsTitle = element("summary", {});
  const details = element("details", { class: "history-details" }, stopsTitle, stops);
  const files = element("p", { class: "history-files small" });
  const root = element("article", { class: "history-card" },
    element("div", { class: "history-card-head" }, swatch, name, remove),
    said, figures, details, files);
  let shown = /** @type {Track | null} */ (null);

  /** @param {DeviceHistory} own */
  function update({ track, problem }) {
    const { history, devices, route } = store.state;
    const device = devices.get(deviceId);
    const index = history?.devices.findIndex((each) => each.deviceId === deviceId) ?? 0;
    const title = device?.name || device?.uniqueId || String(deviceId);
    swatch.dataset.series = String(index + 1);
    setText(name, title);
    show(remove, route.view === "history" && route.question.deviceIds.length > 1);
    setAttribute(remove, "aria-label", words.removeDevice(title));
    replace(said, ...sayings(track, problem, deviceId, context));
    show(said, said.childElementCount > 0);
    const isFilled = track !== null && track.positions.length > 0;
    for (const part of [figures, files]) show(part, isFilled);
    show(details, isFilled && track.stops.length > 0);
    if (!isFilled || !history) return;
    replace(figures, ...facts(track, context));
    replace(files, words.save, ...exportForms.map((form) => element("a", {
      href: exportAddress(deviceId, history.range, form), download: "",
      "aria-label": words.saveAs(form.toUpperCase(), title),
    }, form.toUpperCase())));
    if (track === shown) return;
    shown = track;
    setText(stopsTitle, words.stops(track.stops.length));
    const hidden = track.stops.length - stopsMax;
    replace(stops, ...track.stops.slice(0, stopsMax).map((stop) => element("li", {},
      element("button", {
        class: "history-stop", type: "button", click: () => actions.history.seek(stop.from),
      }, words.stopAt(texts.span(span(stop.to - stop.from)),
        momentText(new Date(stop.from).toISOString()))))),
    hidden > 0 && element("li", { class: "quiet small" }, words.moreStops(hidden)));
  }
  return { root, update };
}

/**
 * What is to be said besides figures: that it is being read, why not, and what to do.
 * @param {Track | null} track
 * @param {string | null} problem
 * @param {number} deviceId
 * @param {Context} context
 */
function sayings(track, problem, deviceId, { store, texts, actions }) {
  const words = texts.history;
  const { devices, loaded } = store.state;
  if (problem !== null) {
    const isUnknown = loaded && !devices.has(deviceId);
    return [
      element("p", { class: "form-notice" }, isUnknown ? words.unknownDevice : problem),
      element("button", {
        class: "button is-small", type: "button", click: () => actions.history.retry(),
      }, words.retry),
    ];
  }
  if (!track) return [element("p", { class: "waiting quiet" },
    element("span", { class: "pulse" }), words.loading)];
  if (track.positions.length === 0) return emptySayings(deviceId, { store, texts, actions });
  if (track.placed.length === 0) return [element("p", { class: "hint" }, words.noPlaces)];
  return track.isReduced ? [element("p", { class: "hint" }, words.reduced(number(track.positions.length, 0)))]
    : [];
}

/**
 * @param {number} deviceId
 * @param {Context} context
 */
function emptySayings(deviceId, { store, texts }) {
  const words = texts.history;
  const { positions, route } = store.state;
  const last = positions.get(deviceId);
  if (!last || route.view !== "history") return [element("p", {}, words.neverHeard)];
  const day = dayText(Date.parse(last.fixTime));
  const question = { ...route.question, from: day, to: day };
  return [
    element("p", {}, words.nothing),
    element("a", {
      class: "button is-small", href: routeFragment({ view: "history", question }),
    }, words.showLast(day)),
  ];
}

/**
 * @param {Track} track
 * @param {Context} context
 */
function facts(track, { store, texts }) {
  const words = texts.history;
  const choice = unitChoice(store.state.user);
  return [
    [words.distance, distanceText(track.distance, choice)],
    [words.moving, durationText(track.moving)],
    [words.maxSpeed, speedText(track.maxSpeed, choice)],
    [words.positions, number(track.positions.length, 0)],
  ].map(([title, value]) => element("div", { class: "pair" },
    element("dt", {}, title), element("dd", {}, value)));
}
