import { span } from "../model/time.js";
import { element, setText } from "./dom.js";

/**
 * Whether what is shown is live, in words; the age counts up while the server is away.
 * @param {import("./context.js").Context} context
 */
export function linkStatus({ store, texts }) {
  const text = element("span", { class: "link-text" });
  const root = element("div", { class: "link" }, element("span", { class: "link-dot" }), text);
  store.watch((state) => [state.link, state.link.state === "live" ? 0 : state.now], (state) => {
    root.dataset.state = state.link.state === "live" ? "live"
      : state.link.attempt > 0 ? "lost" : "connecting";
    setText(text, linkText(state.link, state.now, texts));
  });
  return root;
}

/**
 * @param {import("../types").Link} link
 * @param {number} now
 * @param {import("../texts/index.js").Texts} texts
 */
function linkText(link, now, texts) {
  if (link.state === "live") return texts.link.live;
  if (link.lastHeardAt !== null) return texts.link.lost(texts.ago(span(now - link.lastHeardAt)));
  return link.attempt > 0 ? texts.link.neverHeard : texts.link.connecting;
}
