import { isPlaced } from "../model/fleet.js";
import { span } from "../model/time.js";
import { altitudeText, compassPoint, distanceText, speedText, unitChoice } from "../model/units.js";
import { copyButton } from "./copy-button.js";
import { selectedDevice } from "./device-panel.js";
import { element, icon, setAttribute, setText, show } from "./dom.js";
import { factList } from "./facts.js";

const coordinateDigits = 6;

/**
 * Where it is, how fast, and how old that knowledge is.
 * @param {import("./context.js").Context} context
 */
export function positionSection({ store, texts, actions }) {
  const words = texts.panel;
  const speed = element("span", { class: "figure-value" });
  const course = element("span", { class: "figure-value" });
  const age = element("span", { class: "figure-value" });
  const figures = element("div", { class: "figures" },
    figure(words.speed, speed), figure(words.course, course), figure(words.fixAge, age));
  const facts = factList({
    coordinates: words.coordinates, altitude: words.altitude, accuracy: words.accuracy,
    address: words.address,
  });
  let coordinates = "";
  facts.row("coordinates")?.append(copyButton(() => coordinates, texts));
  const follow = element("button", {
    class: "button is-small", type: "button",
    click: () => actions.map.follow(!store.state.follow),
  }, icon("follow"), words.follow);
  const missing = element("p", { class: "quiet" }, words.noPosition);
  const notValid = element("p", { class: "hint is-warning" }, icon("info"), words.notValid);

  store.watch((state) => [state.route, state.devices, state.positions, state.now, state.follow, state.user],
    (state) => {
      const device = selectedDevice(state);
      const position = device && state.positions.get(device.id);
      const placed = isPlaced(position);
      show(missing, !placed);
      for (const part of [figures, facts.root, follow]) show(part, placed);
      show(notValid, placed && !position.valid);
      setAttribute(follow, "aria-pressed", String(state.follow));
      if (!placed) return;
      const choice = unitChoice(state.user);
      setText(speed, speedText(position.speed, choice));
      const point = texts.compass(compassPoint(position.course));
      setText(course, words.courseValue(position.course, point));
      setText(age, texts.span(span(state.now - Date.parse(position.fixTime))));
      coordinates = `${position.latitude.toFixed(coordinateDigits)}, `
        + position.longitude.toFixed(coordinateDigits);
      facts.set("coordinates", coordinates);
      facts.set("altitude", altitudeText(position.altitude, choice));
      const { accuracy } = position;
      facts.set("accuracy", accuracy > 0 ? `± ${distanceText(accuracy, choice)}` : "");
      facts.set("address", position.address);
    });
  return element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, words.position), follow),
    missing, notValid, figures, facts.root);
}

/**
 * @param {string} title
 * @param {HTMLElement} value
 */
function figure(title, value) {
  return element("div", { class: "figure" },
    element("span", { class: "figure-title" }, title), value);
}
