import { element, icon, setText, show } from "./dom.js";

/**
 * Says on the map that it follows a device, and ends that.
 * @param {import("./context.js").Context} context
 */
export function followChip({ store, texts, actions }) {
  const name = element("span", { class: "follow-name", dir: "auto" });
  const root = element("button", {
    class: "button is-small follow-chip", type: "button", hidden: true,
    title: texts.layers.endFollow, click: () => actions.map.follow(false),
  }, icon("follow"), name, icon("close"));
  store.watch((state) => [state.follow, state.route, state.devices],
    ({ follow, route, devices }) => {
      const device = route.view === "map" && route.deviceId !== null
        ? devices.get(route.deviceId) : undefined;
      show(root, follow && device !== undefined);
      setText(name, texts.layers.following(device?.name || device?.uniqueId || ""));
    });
  return root;
}
