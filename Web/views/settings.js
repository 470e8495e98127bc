import { element, show } from "./dom.js";
import { displaySection } from "./settings-display.js";
import { passwordSection } from "./settings-password.js";
import { profileSection } from "./settings-profile.js";
import { sessionsSection } from "./settings-sessions.js";
import { tokensSection } from "./settings-tokens.js";

/**
 * What somebody may change about oneself.
 * @param {import("./context.js").Context} context
 */
export function settingsView(context) {
  const { store, texts } = context;
  const words = texts.settings;
  const root = element("section", { class: "page is-form", "aria-labelledby": "settings-title" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { id: "settings-title", tabindex: -1 }, words.title),
        element("p", { class: "quiet" }, words.lead))),
    displaySection(context), profileSection(context), passwordSection(context),
    sessionsSection(context), tokensSection(context));
  store.watch((state) => [state.route], ({ route }) => show(root, route.view === "settings"));
  return root;
}
