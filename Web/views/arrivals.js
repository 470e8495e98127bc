import { span } from "../model/time.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";
import { modelListId } from "./model-list.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").Arrival} Arrival */
/** @typedef {{name: HTMLInputElement, model: HTMLInputElement}} Inputs */

/**
 * Trackers that nobody has adopted: name one and take it, or take all.
 * @param {Context} context
 */
export function arrivalsView(context) {
  const { store, texts, actions } = context;
  const words = texts.arrivals;
  const list = element("ul", { class: "cards" });
  const loading = element("p", { class: "quiet" }, words.loading);
  const none = element("div", { class: "nothing" }, icon("beacon", "empty-picture"),
    element("p", {}, words.none), element("p", { class: "quiet" }, words.noneHelp));
  /** @type {Map<number, Inputs>} */
  const inputs = new Map();
  const title = element("h1", { id: "arrivals-title", tabindex: -1 }, words.title);
  const all = element("button", {
    class: "button", type: "button",
    click: async () => {
      all.disabled = true;
      await actions.adoptAll(adoptionsOf(store.state.arrivals ?? [], inputs));
      all.disabled = false;
      title.focus();
    },
  }, icon("check"), words.adoptAll);
  const root = element("section", { class: "page", "aria-labelledby": "arrivals-title" },
    element("div", { class: "page-head" },
      element("div", {}, title, element("p", { class: "quiet" }, words.lead)),
      element("div", { class: "form-row" }, all,
        element("a", { class: "button", href: "#/add" }, icon("plus"), texts.nav.add))),
    loading, none, list);
  const cards = new KeyedChildren(list, (/** @type {Arrival} */ arrival) => arrival.id,
    (arrival) => arrivalCard(arrival, context, inputs, focusNext));

  store.watch((state) => [state.arrivals, state.route, Math.floor(state.now / 5_000)], (state) => {
    show(root, state.route.view === "arrivals");
    const arrivals = inOrder(state.arrivals ?? []);
    for (const id of inputs.keys()) if (!arrivals.some((each) => each.id === id)) inputs.delete(id);
    cards.render(arrivals);
    show(loading, state.arrivals === null);
    show(none, state.arrivals?.length === 0);
    show(all, arrivals.length > 1);
  });
  return root;

  /** The card that had the focus is gone; the next one takes it. */
  function focusNext() {
    const [next] = inputs.values();
    (next?.name ?? title).focus();
  }
}

/**
 * The newest first. They come in the order in which they spoke last, and cards that change places
 * while somebody points at one are adopted by mistake.
 * @param {Arrival[]} arrivals
 */
function inOrder(arrivals) {
  return [...arrivals].sort((one, other) =>
    Date.parse(other.firstSeen) - Date.parse(one.firstSeen) || other.id - one.id);
}

/**
 * @param {Arrival} first
 * @param {Context} context
 * @param {Map<number, Inputs>} inputs
 * @param {() => void} onAdopted
 */
function arrivalCard(first, { store, texts, actions }, inputs, onAdopted) {
  const words = texts.arrivals;
  let arrival = first;
  const name = element("input", {
    type: "text", class: "card-name", "aria-label": words.nameFor(first.identifier),
    placeholder: words.name, spellcheck: "false", maxlength: 128,
  });
  const model = element("input", {
    type: "text", class: "card-name", list: modelListId, maxlength: 128, spellcheck: "false",
    "aria-label": words.modelFor(first.identifier), placeholder: texts.deviceSetup.modelFor,
  });
  inputs.set(first.id, { name, model });
  const adopt = element("button", { class: "button is-primary", type: "submit" }, words.adopt);
  const form = element("form", {
    class: "card-form",
    submit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      adopt.disabled = true;
      setText(adopt, words.adopting);
      await actions.adopt(arrival, adoptionOf(arrival, inputs.get(first.id)));
      adopt.disabled = false;
      setText(adopt, words.adopt);
      if (!store.state.arrivals?.some((each) => each.id === first.id)) {
        inputs.delete(first.id);
        onAdopted();
      }
    },
  }, name, model, adopt);
  const facts = element("p", { class: "card-facts" });
  const times = element("p", { class: "card-facts quiet" });
  const place = element("p", { class: "card-facts quiet mono" });
  const root = element("li", { class: "card" },
    element("div", { class: "card-main" },
      element("p", { class: "card-title mono" }, first.identifier), facts, times, place), form);

  /** @param {Arrival} next */
  function update(next) {
    arrival = next;
    const { now } = store.state;
    // What was entered as a device, and removed, has perhaps never said anything.
    setText(facts, [arrival.protocol, arrival.transport?.toUpperCase(), arrival.peer,
      words.messages(arrival.count)].filter(Boolean).join(" · "));
    setText(times, `${words.first} ${texts.ago(span(now - Date.parse(arrival.firstSeen)))}`
      + ` · ${words.last} ${texts.ago(span(now - Date.parse(arrival.lastSeen)))}`);
    const { position } = arrival;
    setText(place, position
      ? `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`
      : texts.list.noPosition);
    setAttribute(place, "class", position ? "card-facts quiet mono" : "card-facts quiet");
  }
  return { root, update };
}

/**
 * What was typed; the identifier for a name, because a device needs some.
 * @param {Arrival} arrival
 * @param {Inputs | undefined} inputs
 */
function adoptionOf(arrival, inputs) {
  return {
    name: inputs?.name.value.trim() || arrival.identifier,
    model: inputs?.model.value.trim() ?? "",
  };
}

/**
 * @param {Arrival[]} arrivals
 * @param {Map<number, Inputs>} inputs
 */
function adoptionsOf(arrivals, inputs) {
  return new Map(arrivals.map((each) => [each.id, adoptionOf(each, inputs.get(each.id))]));
}
