import { ownIdentifier } from "../model/fleet.js";
import { routeFragment } from "../model/route.js";
import { element, icon, replace, setAttribute, setText, show, statusShape } from "./dom.js";
import { attributesSection } from "./panel-attributes.js";
import { deviceSection } from "./panel-device.js";
import { mediaSection } from "./panel-media.js";
import { originSection } from "./panel-origin.js";
import { positionSection } from "./panel-position.js";
import { setupSection } from "./panel-setup.js";
import { versionsSection } from "./panel-versions.js";
import { sheetHandle } from "./sheet.js";
import { span } from "../model/time.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Everything about the selected device.
 * @param {Context} context
 */
export function devicePanel(context) {
  const { store, texts, actions } = context;
  const shape = element("span", { class: "panel-shape" });
  const name = element("h2", { class: "panel-name", id: "panel-name", tabindex: -1, dir: "auto" });
  const identifier = element("p", { class: "panel-identifier mono quiet" });
  const status = element("span", {});
  const heard = element("span", { class: "quiet" });
  const past = element("a", { class: "button is-small panel-history" }, icon("history"),
    texts.history.open);
  const sent = element("a", { class: "button is-small" }, icon("explain"), texts.frames.link);
  const close = element("button", {
    class: "button is-icon", type: "button", "aria-label": texts.close,
    click: () => actions.select(null),
  }, icon("close"));
  const body = element("div", { class: "panel-body" },
    positionSection(context), mediaSection(context), originSection(context),
    attributesSection(context), versionsSection(context), deviceSection(context),
    setupSection(context));
  const root = element("aside", { class: "panel", "aria-labelledby": "panel-name", hidden: true });
  root.append(sheetHandle(root, texts.panel.sheet),
    element("div", { class: "panel-head" }, shape,
      element("div", { class: "panel-title" }, name, identifier), close),
    element("p", { class: "panel-status" }, status, heard,
      element("span", { class: "panel-ways" }, past, sent)), body);

  let shownId = /** @type {number | null} */ (null);
  store.watch((state) => [state.route, state.devices, state.now], (state) => {
    const device = selectedDevice(state);
    show(root, device !== undefined);
    root.parentElement?.classList.toggle("has-panel", device !== undefined);
    if (!device) {
      if (shownId !== null) leave(shownId);
      shownId = null;
      return;
    }
    setText(name, device.name || device.uniqueId);
    setAttribute(past, "href", routeFragment(
      { view: "history", question: { deviceIds: [device.id], from: null, to: null } }));
    setAttribute(sent, "href", routeFragment(
      { view: "frames", deviceId: device.id, frameId: null }));
    setText(identifier, ownIdentifier(device));
    setAttribute(identifier, "title", texts.panel.identifier);
    if (root.dataset.status !== device.status) replace(shape, statusShape(device.status));
    root.dataset.status = device.status;
    setText(status, texts.status[device.status]);
    status.className = `row-status is-${device.status}`;
    setText(heard, device.lastUpdate
      ? `${texts.panel.lastHeard} ${texts.ago(span(state.now - Date.parse(device.lastUpdate)))}`
      : texts.panel.neverHeard);
    if (shownId !== device.id) {
      body.scrollTop = 0;
      name.focus({ preventScroll: true });
    }
    shownId = device.id;
  });
  return root;

  /**
   * The focus goes back to where it came from, if it was in the panel.
   * @param {number} id
   */
  function leave(id) {
    if (document.activeElement !== document.body && !root.contains(document.activeElement)) return;
    const row = document.querySelector(`.device-row[data-id="${id}"]`);
    if (row instanceof HTMLElement) row.focus();
  }
}

/**
 * @param {import("../types").State} state
 */
export function selectedDevice(state) {
  const { route, devices } = state;
  return route.view === "map" && route.deviceId !== null ? devices.get(route.deviceId) : undefined;
}
