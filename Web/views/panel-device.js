import { selectedDevice } from "./device-panel.js";
import { element, show } from "./dom.js";
import { factList } from "./facts.js";

/**
 * What people wrote down about the device.
 * @param {import("./context.js").Context} context
 */
export function deviceSection({ store, texts }) {
  const words = texts.panel;
  const facts = factList({
    phone: words.phone, contact: words.contact, category: words.category,
  });
  const root = element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, words.device)), facts.root);
  store.watch((state) => [state.route, state.devices], (state) => {
    const device = selectedDevice(state);
    if (!device) return;
    const { phone, contact, category } = device;
    show(root, Boolean(phone || contact || category));
    facts.set("phone", phone);
    facts.set("contact", contact);
    facts.set("category", category);
  });
  return root;
}
