import { mayEdit } from "../model/people.js";
import { element, show } from "./dom.js";
import { record, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";
import { modelListId } from "./model-list.js";
import { serverAddress } from "./server-address.js";
import { setupGuide } from "./setup-guide.js";
import { simulatedTracker } from "./simulated-tracker.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * All ways to a tracker on the map: point one here, play one, or enter one by hand.
 * @param {Context} context
 */
export function addView(context) {
  const { store, texts } = context;
  const words = texts.adding;
  const simulated = formCard(words.simulated, simulatedTracker(context));
  const hand = handCard(context);
  const root = element("section", { class: "page is-form", "aria-labelledby": "add-title" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { id: "add-title" }, words.title),
        element("p", { class: "quiet" }, words.lead))),
    formCard(words.point, ...serverAddress(context)),
    formCard(words.messages, element("p", { class: "quiet" }, words.messagesHelp),
      setupGuide(context)),
    simulated, hand);
  store.watch((state) => [state.route, state.user, state.server], ({ route, user, server }) => {
    show(root, route.view === "add");
    show(simulated, user?.administrator === true);
    show(hand, mayEdit(user, server));
  });
  return root;
}

/** @param {Context} context */
function handCard({ texts, actions }) {
  const words = texts.adding;
  const fields = record({
    name: textControl(texts.deviceEdit.name,
      { required: true, autocomplete: "off", maxlength: 128 }),
    uniqueId: textControl(texts.deviceEdit.uniqueId, {
      required: true, autocomplete: "off", spellcheck: "false", class: "mono", maxlength: 128,
    }, texts.deviceEdit.uniqueIdHelp),
    model: textControl(texts.deviceSetup.modelFor,
      { list: modelListId, spellcheck: "false", autocomplete: "off", maxlength: 128 }),
  });
  return formCard(words.hand, element("p", { class: "quiet" }, words.handHelp),
    form({ idle: words.submit, busy: words.busy }, fields.parts, async () => {
      const { name, uniqueId, model } = fields.read();
      if (await actions.device.add({ name, uniqueId, model })) {
        fields.write({ name: null, uniqueId: null, model: null });
      }
    }));
}
