import { routeFragment } from "../model/route.js";
import { accountMenu } from "./account-menu.js";
import { addView } from "./add.js";
import { announcement } from "./announcement.js";
import { arrivalsView } from "./arrivals.js";
import { connectionsView } from "./connections.js";
import { devicePanel } from "./device-panel.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { explainView } from "./explain.js";
import { framesView } from "./frames.js";
import { historyDock } from "./history-dock.js";
import { historySide } from "./history-side.js";
import { groupsView } from "./groups.js";
import { linkStatus } from "./link-status.js";
import { peopleView } from "./people.js";
import { serverSettingsView } from "./server-settings.js";
import { settingsView } from "./settings.js";
import { sidebar } from "./sidebar.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * The page of a signed-in user: head, list, map, panel, and the views beside the map.
 * @param {Context} context
 * @param {HTMLElement} mapRegion
 */
export function shellView(context, mapRegion) {
  const { store, texts } = context;
  const mapPart = element("main", {
    class: "workspace",
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !event.defaultPrevented) context.actions.select(null);
    },
  }, sidebar(context), historySide(context), mapRegion, devicePanel(context),
  historyDock(context));
  const pages = element("main", { class: "pages", id: "content", tabindex: -1 },
    addView(context), arrivalsView(context), connectionsView(context), explainView(context),
    framesView(context), settingsView(context),
    peopleView(context), groupsView(context), serverSettingsView(context));
  const root = element("div", { class: "shell" }, header(context), announcement(context), mapPart,
    pages, notice(context));
  store.watch((state) => [state.phase, state.route], (state) => {
    show(root, state.phase === "ready");
    const { view } = state.route;
    const hasMap = view === "map" || view === "history";
    show(mapPart, hasMap);
    mapPart.classList.toggle("is-history", view === "history");
    show(pages, !hasMap);
    document.title = view === "map" ? texts.product : `${texts.nav[view]} · ${texts.product}`;
  });
  // Opening a message keeps the place in their list.
  store.watch((state) => [state.route.view === "frames" ? state.route.deviceId : state.route],
    () => { pages.scrollTop = 0; });
  return root;
}

/** @param {Context} context */
function header(context) {
  const { texts } = context;
  return element("header", { class: "header" },
    element("a", { class: "brand", href: "#/" },
      icon("brand", "brand-mark"), element("span", { class: "brand-name" }, texts.product)),
    navigation(context), linkStatus(context), accountMenu(context));
}

/** @param {Context} context */
function navigation({ store, texts }) {
  const badge = element("span", { class: "badge", hidden: true });
  const { map, arrivals, connections } = texts.nav;
  const items = [
    item(map, { view: "map", deviceId: null }), item(arrivals, { view: "arrivals" }),
    item(connections, { view: "connections" }),
  ];
  items[1].link.append(badge);
  const root = element("nav", { class: "nav", "aria-label": texts.nav.label },
    ...items.map(({ link }) => link));
  store.watch((state) => [state.route.view, state.user, state.arrivals], (state) => {
    show(root, state.user?.administrator === true);
    for (const { view, link } of items) {
      const shown = ["history", "frames"].includes(state.route.view) ? "map"
        : state.route.view;
      setAttribute(link, "aria-current", shown === view ? "page" : null);
    }
    const count = state.arrivals?.length ?? 0;
    show(badge, count > 0);
    setText(badge, String(count));
    setAttribute(badge, "aria-label", texts.nav.waiting(count));
  });
  return root;
}

/**
 * @param {string} text
 * @param {import("../types").Route} route
 */
function item(text, route) {
  const link = element("a", { class: "nav-item", href: routeFragment(route) },
    icon(route.view), element("span", {}, text));
  return { view: route.view, link };
}

/** @param {Context} context */
function notice({ store, texts, actions }) {
  const text = element("span", { class: "notice-text" });
  const root = element("div", { class: "notice", role: "status", hidden: true }, text,
    element("button", {
      class: "button is-icon", type: "button", "aria-label": texts.dismiss,
      click: actions.dismissNotice,
    }, icon("close")));
  store.watch((state) => [state.notice], (state) => {
    show(root, state.notice !== null);
    setText(text, state.notice?.text ?? "");
    root.classList.toggle("is-error", state.notice?.kind === "error");
  });
  return root;
}
