import { routeFragment } from "../model/route.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { choiceControl } from "./fields.js";
import { frameRow } from "./frame-row.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../frames").Frame} Frame */

/**
 * What a device sent, message by message, and each byte by byte.
 * @param {Context} context
 */
export function framesView(context) {
  const { store, texts, actions } = context;
  const words = texts.frames;
  const title = element("h1", { id: "frames-title", dir: "auto" });
  const back = element("a", { class: "button is-small" }, icon("back"), words.back);
  const newest = element("button", {
    class: "button is-small", type: "button", click: () => actions.frames.newest(),
  }, words.newest);
  const choice = choiceControl(words.show, Object.entries(words.choices));
  choice.root.addEventListener("change", () => {
    actions.frames.choose(/** @type {import("../frames").FrameChoice} */ (choice.read()));
  });
  const note = element("p", { class: "quiet", role: "status" });
  const problem = element("p", { class: "form-notice", role: "alert" });
  const list = element("ul", { class: "cards frame-list" });
  const older = element("button", {
    class: "button", type: "button", click: () => actions.frames.more(),
  }, words.older);
  const root = element("section", { class: "page is-wide", "aria-labelledby": "frames-title" },
    element("div", { class: "page-head" },
      element("div", {}, title, element("p", { class: "quiet" }, words.lead)),
      element("div", { class: "form-row" }, newest, back)),
    element("div", { class: "frames-choice" }, choice.root), problem, note, list, older);
  const rows = new KeyedChildren(list, (/** @type {Frame} */ frame) => frame.id,
    (frame) => frameRow(frame, context));

  store.watch((state) => [state.route, state.devices], ({ route, devices }) => {
    show(root, route.view === "frames");
    if (route.view !== "frames") return;
    const device = devices.get(route.deviceId);
    setText(title, words.title(device?.name || device?.uniqueId || String(route.deviceId)));
    setAttribute(back, "href", routeFragment({ view: "map", deviceId: route.deviceId }));
  });
  store.watch((state) => [state.frames, state.vocabulary], ({ frames }) => {
    rows.render(frames?.frames ?? []);
    choice.write(frames?.choice ?? "all");
    show(newest, frames?.isLive === false);
    show(older, frames !== null && frames.next !== null);
    older.disabled = frames?.isReading === true;
    setText(problem, frames?.problem ?? "");
    show(problem, Boolean(frames?.problem));
    setText(note, frames ? noteOf(frames) : "");
    show(note, note.textContent !== "");
  });
  return root;

  /** @param {import("../frames").FramesState} it */
  function noteOf({ frames, next, choice: chosen, problem: failure }) {
    if (frames === null) return failure ? "" : words.loading;
    if (frames.length > 0) return "";
    if (next !== null) return words.noneYet;
    return chosen === "all" ? words.none : words.noneOfChoice;
  }
}
