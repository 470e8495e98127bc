import { attributeRows } from "../model/attributes.js";
import { frameOfPosition } from "../model/frames.js";
import { routeFragment } from "../model/route.js";
import { momentText } from "../model/time.js";
import { unitChoice } from "../model/units.js";
import { element, replace, setText, show } from "./dom.js";

/**
 * Everything that one position said, raw names beside the words for people.
 * @param {import("./context.js").Context} context
 */
export function positionDetail({ store, texts }) {
  const title = element("h3", {});
  const list = element("dl", { class: "facts" });
  const root = element("aside", { class: "position-detail", hidden: true }, title, list);
  /** @type {import("../types").Position | null} */
  let shown = null;
  return {
    root,
    /** @param {import("../types").Position | null} position */
    show(position) {
      show(root, position !== null);
      if (position === shown || position === null) return;
      shown = position;
      const { vocabulary, user } = store.state;
      const time = momentText(position.outdated ? position.deviceTime : position.fixTime);
      setText(title, texts.history.detail(time));
      const rows = attributeRows(position.attributes, vocabulary, unitChoice(user), texts);
      const facts = [
        { name: "protocol", title: texts.panel.protocol, value: position.protocol },
        { name: "serverTime", title: texts.panel.serverTime,
          value: momentText(position.serverTime) },
        ...rows,
      ];
      replace(list, ...facts.map((fact) => element("div", { class: "fact" },
        element("dt", { title: fact.name }, fact.title), element("dd", {}, fact.value))),
        element("div", { class: "fact" }, element("dt", {}, texts.frames.source),
          element("dd", {}, element("a", { href: routeFragment({
            view: "frames", deviceId: position.deviceId, frameId: frameOfPosition(position.id),
          }) }, texts.frames.sourceLink))));
    },
  };
}
