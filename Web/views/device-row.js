import { shapeOf } from "../model/categories.js";
import { span } from "../model/time.js";
import { isMoving, speedText, unitChoice } from "../model/units.js";
import { categoryIcon } from "./category-icon.js";
import { element, icon, replace, setAttribute, setText, statusShape } from "./dom.js";

const movementAgeMax = 10 * 60_000;

/**
 * A device in the list: its state and kind, what it does, and when it was last heard.
 * @param {import("../types").Device} first
 * @param {import("./context.js").Context} context
 */
export function deviceRow(first, { store, texts, actions }) {
  const shape = element("span", { class: "row-shape" });
  const name = element("span", { class: "row-name", dir: "auto" });
  const status = element("span", { class: "row-status" });
  const detail = element("span", { class: "row-detail" });
  const age = element("span", { class: "row-age" });
  const root = element("li", {
    class: "device-row", role: "option", "data-id": first.id, tabindex: -1,
    click: () => actions.select(first.id),
  }, shape, element("span", { class: "row-main" }, name, detail),
  element("span", { class: "row-end" }, status, age), icon("chevron", "icon row-chevron"));
  let shown = "";

  /** @param {import("../types").Device} device */
  function update(device) {
    const { positions, route, now, user } = store.state;
    const kind = shapeOf(device.category);
    const look = `${device.status} ${kind}`;
    if (look !== shown) {
      replace(shape, kind && categoryIcon(kind, `row-kind is-${device.status}`),
        statusShape(device.status));
      shape.classList.toggle("has-kind", kind !== null);
    }
    shown = look;
    setText(name, device.name || device.uniqueId);
    setText(status, texts.status[device.status]);
    status.className = `row-status is-${device.status}`;
    const position = positions.get(device.id);
    setText(detail, position ? movementText(position, now, user) : texts.list.noPosition);
    setText(age, device.lastUpdate ? texts.ago(span(now - Date.parse(device.lastUpdate)))
      : texts.list.never);
    const isSelected = route.view === "map" && route.deviceId === device.id;
    setAttribute(root, "aria-selected", String(isSelected));
    root.classList.toggle("is-attention", Boolean(position?.attributes.alarm));
  }

  /**
   * An old position says nothing about what the device does now.
   * @param {import("../types").Position} position
   * @param {number} now
   * @param {import("../types").User | null} user
   */
  function movementText(position, now, user) {
    const age = now - Date.parse(position.fixTime);
    if (age > movementAgeMax) return texts.list.oldPosition(texts.span(span(age)));
    return isMoving(position.speed) ? speedText(position.speed, unitChoice(user))
      : texts.list.stands;
  }
  return { root, update };
}
