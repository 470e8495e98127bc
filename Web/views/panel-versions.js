import { versionsOf } from "../model/setup.js";
import { momentText } from "../model/time.js";
import { selectedDevice } from "./device-panel.js";
import { element, replace, show } from "./dom.js";

/**
 * The versions that the device reported, the newest first, and since when.
 * @param {import("./context.js").Context} context
 */
export function versionsSection({ store, texts }) {
  const words = texts.versions;
  const list = element("dl", { class: "facts" });
  const root = element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, words.title)), list);
  store.watch((state) => [state.route, state.devices, state.versions], (state) => {
    const device = selectedDevice(state);
    const versions = state.versions?.deviceId === device?.id ? state.versions?.versions ?? [] : [];
    show(root, versions.length > 0);
    replace(list, ...rows("firmware"), ...rows("hardware"));

    /** @param {"firmware" | "hardware"} kind */
    function rows(kind) {
      return versionsOf(versions, kind).map((version) => element("div", { class: "fact" },
        element("dt", {}, words.kinds[kind]),
        element("dd", {}, element("span", { dir: "auto" }, version.value), " ",
          element("span", { class: "quiet small" }, words.since(momentText(version.firstSeen))))));
    }
  });
  return root;
}
