import { downloadURL, mediaURL } from "../client/media.js";
import { isVoice, presentation } from "../model/media.js";
import { momentText } from "../model/time.js";
import { enlargement } from "./enlargement.js";
import { element, setAttribute, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("../types").MediaItem} MediaItem */
/** @typedef {import("../texts/index.js").Texts} Texts */

/**
 * Pictures and sounds of the device, the newest first.
 * @param {import("./context.js").Context} context
 */
export function mediaSection({ store, texts }) {
  const words = texts.media;
  const large = enlargement(texts);
  const pictures = element("ul", { class: "pictures" });
  const others = element("ul", { class: "recordings" });
  const root = element("section", { class: "panel-section", hidden: true },
    element("div", { class: "section-head" }, element("h3", {}, words.title)),
    pictures, others, large.root);
  const key = (/** @type {MediaItem} */ item) => `${item.id} ${item.open ? item.size : "whole"}`;
  const pictureRows = new KeyedChildren(pictures, key, (/** @type {MediaItem} */ item) =>
    pictureRow(item, texts, large.open));
  const otherRows = new KeyedChildren(others, key, (/** @type {MediaItem} */ item) =>
    recordingRow(item, texts));

  store.watch((state) => [state.album], ({ album }) => {
    const items = album?.items ?? [];
    show(root, items.length > 0);
    pictureRows.render(items.filter((item) => presentation(item) === "picture"));
    otherRows.render(items.filter((item) => presentation(item) !== "picture"));
  });
  return root;
}

/**
 * @param {MediaItem} first
 * @param {Texts} texts
 * @param {(item: MediaItem) => void} open
 */
function pictureRow(first, texts, open) {
  const image = element("img", {
    src: mediaURL(first), alt: "", loading: "lazy", decoding: "async", width: 96, height: 72,
  });
  const time = element("span", { class: "picture-time" });
  const button = element("button", {
    class: "picture", type: "button", click: () => open(first),
  }, image, time);
  return {
    root: element("li", {}, button),
    /** @param {MediaItem} item */
    update(item) {
      const moment = momentText(item.time);
      const missing = item.complete ? "" : ` · ${texts.media.incomplete}`;
      setText(time, moment + missing);
      setAttribute(button, "aria-label", texts.media.enlarge(moment) + missing);
    },
  };
}

/**
 * @param {MediaItem} first
 * @param {Texts} texts
 */
function recordingRow(first, texts) {
  const words = texts.media;
  const title = element("p", { class: "recording-title" });
  const root = element("li", { class: "recording" }, title, player(first), element("a", {
    class: "recording-link", href: downloadURL(first), download: "",
  }, words.download(first.contentType, first.size)));
  if (isVoice(first)) root.append(element("p", { class: "quiet" }, words.voiceHelp));
  return {
    root,
    /** @param {MediaItem} item */
    update(item) {
      setText(title, words.kinds[item.kind] + ` · ${momentText(item.time)}`
        + (item.complete ? "" : ` · ${words.incomplete}`));
    },
  };
}

/** @param {MediaItem} item */
function player(item) {
  const properties = { src: mediaURL(item), controls: true, preload: "none" };
  switch (presentation(item)) {
    case "sound": return element("audio", properties);
    case "film": return element("video", properties);
    default: return null;
  }
}
