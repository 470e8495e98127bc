import { element, setText } from "./dom.js";

/**
 * The live region: says what changed to those who do not see it. Positions are too many to be
 * announced; changes of state are not.
 * @param {import("./context.js").Context} context
 */
export function announcer({ store, texts }) {
  const root = element("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  /** @type {import("../types").Link["state"] | null} */
  let linkState = null;
  let arrivalCount = 0;
  let deviceStatus = "";

  store.watch((state) => [state.link.state], ({ link, phase }) => {
    if (phase !== "ready" || link.state === "connecting") return;
    if (linkState !== null || link.state === "waiting") {
      setText(root, link.state === "live" ? texts.link.announceLive : texts.link.announceLost);
    }
    linkState = link.state;
  });
  store.watch((state) => [state.arrivals], ({ arrivals }) => {
    const count = arrivals?.length ?? 0;
    if (count > arrivalCount) setText(root, texts.arrivals.announce(count));
    arrivalCount = count;
  });
  store.watch((state) => [state.devices, state.route], ({ devices, route }) => {
    const id = route.view === "map" ? route.deviceId : null;
    const device = id === null ? undefined : devices.get(id);
    const key = device ? `${device.id} ${device.status}` : "";
    if (device && key !== deviceStatus) {
      setText(root, texts.panel.announce(device.name, texts.status[device.status]));
    }
    deviceStatus = key;
  });
  return root;
}
