import { span } from "../model/time.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { KeyedChildren } from "./keyed.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../types").Arrival} Arrival */

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
  /** @type {Map<number, HTMLInputElement>} */
  const inputs = new Map();
  const title = element("h1", { id: "arrivals-title", tabindex: -1 }, words.title);
  const all = element("button", {
    class: "button", type: "button",
    click: async () => {
      all.disabled = true;
      await actions.adoptAll(chosenNames(store.state.arrivals ?? [], inputs));
      all.disabled = false;
      title.focus();
    },
  }, icon("check"), words.adoptAll);
  const root = element("section", { class: "page", "aria-labelledby": "arrivals-title" },
    element("div", { class: "page-head" },
      element("div", {}, title, element("p", { class: "quiet" }, words.lead)), all),
    loading, none, list);
  const cards = new KeyedChildren(list, (/** @type {Arrival} */ arrival) => arrival.id,
    (arrival) => arrivalCard(arrival, context, inputs, focusNext));

  store.watch((state) => [state.arrivals, state.route, Math.floor(state.now / 5_000)], (state) => {
    show(root, state.route.view === "arrivals");
    const arrivals = state.arrivals ?? [];
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
    (next ?? title).focus();
  }
}

/**
 * @param {Arrival} first
 * @param {Context} context
 * @param {Map<number, HTMLInputElement>} inputs
 * @param {() => void} onAdopted
 */
function arrivalCard(first, { store, texts, actions }, inputs, onAdopted) {
  const words = texts.arrivals;
  let arrival = first;
  const input = element("input", {
    type: "text", class: "card-name", "aria-label": words.nameFor(first.identifier),
    placeholder: words.name, spellcheck: "false", maxlength: 128,
  });
  inputs.set(first.id, input);
  const adopt = element("button", { class: "button is-primary", type: "submit" }, words.adopt);
  const form = element("form", {
    class: "card-form",
    submit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      adopt.disabled = true;
      setText(adopt, words.adopting);
      await actions.adopt(arrival, chosenName(arrival, input));
      adopt.disabled = false;
      setText(adopt, words.adopt);
      if (!store.state.arrivals?.some((each) => each.id === first.id)) {
        inputs.delete(first.id);
        onAdopted();
      }
    },
  }, input, adopt);
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
    setText(facts, [arrival.protocol, arrival.transport.toUpperCase(), arrival.peer,
      words.messages(arrival.count)].join(" · "));
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
 * What was typed, or the identifier: a device needs some name.
 * @param {Arrival} arrival
 * @param {HTMLInputElement | undefined} input
 */
function chosenName(arrival, input) {
  return input?.value.trim() || arrival.identifier;
}

/**
 * @param {Arrival[]} arrivals
 * @param {Map<number, HTMLInputElement>} inputs
 */
function chosenNames(arrivals, inputs) {
  return new Map(arrivals.map((each) => [each.id, chosenName(each, inputs.get(each.id))]));
}
