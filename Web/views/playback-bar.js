import { shownMoment, tracksOf } from "../model/replay.js";
import { momentText } from "../model/time.js";
import { extentOf } from "../model/track.js";
import { element, icon, replace, setAttribute, setText } from "./dom.js";

const rates = [1, 2, 5, 10, 30, 60, 120, 300];

/**
 * Play, the bar that is dragged through time, how fast, and whether the map goes along.
 * @param {import("./context.js").Context} context
 */
export function playbackBar({ store, texts, actions }) {
  const words = texts.history;
  const play = button("play", words.play, () =>
    actions.history.play(!store.state.playback.isPlaying));
  play.classList.add("is-play");
  let start = 0;
  /** @type {HTMLInputElement} */
  const scrub = element("input", {
    class: "scrub", type: "range", min: 0, max: 1, step: "any", "aria-label": words.scrub,
    title: words.keys, input: () => actions.history.seek(start + Number(scrub.value)),
  });
  const time = element("output", { class: "playback-time mono" });
  /** @type {HTMLSelectElement} */
  const rate = element("select", {
    class: "select playback-rate", "aria-label": words.rate, title: words.rate,
    change: () => actions.history.setRate(Number(rate.value)),
  }, ...rates.map((each) => element("option", { value: each }, `${each}×`)));
  const follow = element("button", {
    class: "button is-small", type: "button",
    click: () => actions.history.follow(!store.state.playback.follow),
  }, icon("follow"), words.follow);

  store.watch((state) => [state.history], ({ history }) => {
    const extent = extentOf(tracksOf(history));
    if (!extent) return;
    start = extent.from;
    setAttribute(scrub, "max", Math.max(extent.to - extent.from, 1));
  });
  store.watch((state) => [state.playback.isPlaying], ({ playback: { isPlaying } }) => {
    setAttribute(play, "aria-label", isPlaying ? words.pause : words.play);
    replace(play, icon(isPlaying ? "pause" : "play"));
  });
  store.watch((state) => [state.playback.rate, state.playback.follow], ({ playback }) => {
    rate.value = String(playback.rate);
    setAttribute(follow, "aria-pressed", String(playback.follow));
  });
  store.watch((state) => [state.playback, state.history], ({ playback }) => {
    const at = shownMoment(playback);
    if (at === null) return;
    const text = momentText(new Date(at).toISOString());
    setText(time, text);
    if (playback.at !== null) scrub.value = String(playback.at - start);
    // Said when it rests: while it runs, screen readers would speak without end.
    if (!playback.isPlaying) setAttribute(scrub, "aria-valuetext", text);
    const share = Number(scrub.value) / Math.max(Number(scrub.max), 1);
    scrub.style.setProperty("--scrubbed", `${(share * 100).toFixed(2)}%`);
  });
  return element("div", { class: "playback" },
    element("div", { class: "playback-buttons" },
      button("previous", words.previous, () => actions.history.step(-1)), play,
      button("next", words.next, () => actions.history.step(1))),
    scrub, time, rate, follow);
}

/**
 * @param {string} picture
 * @param {string} title
 * @param {() => void} click
 */
function button(picture, title, click) {
  return element("button", {
    class: "button is-icon", type: "button", "aria-label": title, title, click,
  }, icon(picture));
}
