import { coordinatesText, parseCoordinates } from "../model/coordinates.js";
import { element, icon, setText, show } from "./dom.js";

/**
 * The place whose coordinates stand in the search field: goes there, or takes its pin away.
 * @param {import("./context.js").Context} context
 */
export function placeRow({ store, texts, actions }) {
  const words = texts.places;
  const goText = element("span", {});
  const go = element("button", {
    class: "button is-small place-go", type: "button",
    click: () => actions.map.goTo(placeOf(store.state)),
  }, icon("pin"), goText);
  const pinText = element("span", { class: "mono" });
  const remove = element("button", {
    class: "button is-icon", type: "button", "aria-label": words.remove, title: words.remove,
    click: () => actions.map.goTo(null),
  }, icon("close"));
  const pinned = element("div", { class: "place-pinned" }, icon("pin"), pinText, remove);
  const root = element("div", { class: "place-row" }, go, pinned);
  store.watch((state) => [state.search, state.pin], (state) => {
    const place = placeOf(state);
    const { pin } = state;
    const isThere = Boolean(place && pin && place.latitude === pin.latitude
      && place.longitude === pin.longitude);
    show(root, place !== null || pin !== null);
    show(go, place !== null && !isThere);
    setText(goText, place ? words.goTo(coordinatesText(place)) : "");
    show(pinned, pin !== null);
    setText(pinText, pin ? coordinatesText(pin) : "");
  });
  return root;
}

/**
 * The place that is looked for; null if it is none.
 * @param {import("../types").State} state
 */
export function placeOf({ search }) {
  return parseCoordinates(search);
}
