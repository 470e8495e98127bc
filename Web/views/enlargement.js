import { downloadURL, mediaURL } from "../client/media.js";
import { momentText } from "../model/time.js";
import { element, icon, setAttribute, setText } from "./dom.js";

/**
 * A picture as large as the window allows; the browser gives the focus back when it is closed.
 * @param {import("../texts/index.js").Texts} texts
 */
export function enlargement(texts) {
  const image = element("img", { class: "enlarged-picture", alt: "" });
  const caption = element("p", { class: "enlarged-caption" });
  const download = element("a", { class: "button is-small", download: "" });
  /** @type {HTMLDialogElement} */
  const root = element("dialog", {
    class: "enlarged", "aria-label": texts.media.title,
    // A click beside the picture is one on the dialog itself.
    click: (/** @type {MouseEvent} */ event) => {
      if (event.target === root || event.target === image) root.close();
    },
    close: () => image.removeAttribute("src"),
  }, image, element("div", { class: "enlarged-foot" }, caption, download,
    element("button", {
      class: "button is-icon", type: "button", "aria-label": texts.close,
      click: () => root.close(),
    }, icon("close"))));
  return {
    root,
    /** @param {import("../types").MediaItem} item */
    open(item) {
      setAttribute(image, "src", mediaURL(item));
      setAttribute(image, "alt", texts.media.picture(momentText(item.time)));
      setText(caption, momentText(item.time)
        + (item.complete ? "" : ` · ${texts.media.incompleteHelp}`));
      setText(download, texts.media.download(item.contentType, item.size));
      setAttribute(download, "href", downloadURL(item));
      root.showModal();
    },
  };
}
