import { routeFragment } from "../model/route.js";
import { arrivalsView } from "./arrivals.js";
import { connectionsView } from "./connections.js";
import { devicePanel } from "./device-panel.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { explainView } from "./explain.js";
import { historyDock } from "./history-dock.js";
import { historySide } from "./history-side.js";
import { linkStatus } from "./link-status.js";
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
    arrivalsView(context), connectionsView(context), explainView(context));
  const root = element("div", { class: "shell" }, header(context), mapPart, pages, notice(context));
  store.watch((state) => [state.phase, state.route], (state) => {
    show(root, state.phase === "ready");
    const { view } = state.route;
    const hasMap = view === "map" || view === "history";
    show(mapPart, hasMap);
    mapPart.classList.toggle("is-history", view === "history");
    show(pages, !hasMap);
    document.title = view === "map" ? texts.product : `${texts.nav[view]} · ${texts.product}`;
  });
  return root;
}

/** @param {Context} context */
function header(context) {
  const { texts } = context;
  return element("header", { class: "header" },
    element("a", { class: "brand", href: "#/" },
      icon("brand", "brand-mark"), element("span", { class: "brand-name" }, texts.product)),
    navigation(context), linkStatus(context), account(context));
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
      const shown = state.route.view === "history" ? "map" : state.route.view;
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
function account({ store, texts, actions }) {
  const name = element("span", { class: "account-name" });
  const role = element("span", { class: "account-role quiet" });
  const menu = element("details", { class: "account" },
    element("summary", { "aria-label": texts.nav.account }, icon("person")),
    element("div", { class: "menu" }, name, role,
      element("a", { class: "menu-item", href: "#/explain", click: () => { menu.open = false; } },
        icon("explain"), texts.nav.explain),
      element("button", { class: "button", type: "button", click: () => void actions.logOut() },
        texts.nav.signOut)));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (menu.open && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  store.watch((state) => [state.user], (state) => {
    menu.open = false;
    setText(name, state.user?.name || state.user?.email || "");
    setText(role, state.user?.administrator ? texts.nav.administrator : state.user?.email ?? "");
  });
  return menu;
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
