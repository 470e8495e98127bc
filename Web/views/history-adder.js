import { historyDevicesMax } from "../model/route.js";
import { matching } from "../model/search.js";
import { element, icon, setText, show, statusShape } from "./dom.js";

const matchesMax = 6;

/**
 * A field that finds a further device to look at.
 * @param {import("./context.js").Context} context
 */
export function deviceAdder({ store, texts, actions }) {
  const words = texts.history;
  const input = element("input", {
    class: "search-input", type: "search", placeholder: words.addDevice, autocomplete: "off",
    "aria-label": words.addDevice, spellcheck: "false", input: render,
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        list.querySelector("button")?.click();
      }
    },
  });
  const list = element("ul", { class: "history-matches" });
  const note = element("p", { class: "quiet small", role: "status" });
  const field = element("div", { class: "search" }, icon("search"), input);
  const root = element("div", { class: "history-adder" }, field, list, note);

  store.watch((state) => [state.route, state.loaded], render);
  return root;

  function render() {
    const { route, devices } = store.state;
    if (route.view !== "history") return;
    const { deviceIds } = route.question;
    const isFull = deviceIds.length >= historyDevicesMax;
    show(field, !isFull);
    const found = isFull || input.value.trim() === "" ? []
      : matching(devices.values(), input.value, "all").filter(({ id }) => !deviceIds.includes(id));
    list.replaceChildren(...found.slice(0, matchesMax).map((device) => element("li", {},
      element("button", {
        class: "button history-match", type: "button", click: () => add(device.id),
      }, statusShape(device.status), element("span", { dir: "auto" },
        device.name || device.uniqueId)))));
    setText(note, isFull ? words.enough(historyDevicesMax)
      : input.value.trim() !== "" && found.length === 0 ? words.noMatch : "");
    show(note, note.textContent !== "");
  }

  /** @param {number} deviceId */
  function add(deviceId) {
    const { route } = store.state;
    if (route.view !== "history") return;
    input.value = "";
    input.focus();
    const { question } = route;
    actions.history.open({ ...question, deviceIds: [...question.deviceIds, deviceId] });
  }
}
