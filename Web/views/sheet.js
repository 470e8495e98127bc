import { element } from "./dom.js";

/** Heights of the sheet on a phone, as shares of the space that it may take. */
const stops = [0.16, 0.46, 0.92];
const startStop = 1;

/**
 * The handle with which a phone user pulls the list or the panel up and down; keys and clicks step
 * through the stops. Wide windows do not show it, and the style sheet ignores the height there.
 * @param {HTMLElement} sheet
 * @param {string} label
 */
export function sheetHandle(sheet, label) {
  let share = stops[startStop];
  /** @type {{y: number, share: number, moved: boolean} | null} */
  let drag = null;
  const handle = element("button", {
    class: "sheet-handle", type: "button", "aria-label": label,
    click: () => {
      if (!drag?.moved) set(stops[(nearest(share) + 1) % stops.length]);
      drag = null;
    },
    keydown: (/** @type {KeyboardEvent} */ event) => {
      const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      set(stops[Math.min(Math.max(nearest(share) + step, 0), stops.length - 1)]);
    },
    pointerdown: (/** @type {PointerEvent} */ event) => {
      drag = { y: event.clientY, share, moved: false };
      handle.setPointerCapture(event.pointerId);
      sheet.classList.add("is-dragged");
    },
    pointermove: (/** @type {PointerEvent} */ event) => {
      if (!drag || !handle.hasPointerCapture(event.pointerId)) return;
      const moved = drag.y - event.clientY;
      drag.moved ||= Math.abs(moved) > 4;
      set(drag.share + moved / space());
    },
    pointerup: settle,
    pointercancel: settle,
  }, element("span", { class: "sheet-grip" }));
  set(share);
  return handle;

  function settle() {
    sheet.classList.remove("is-dragged");
    set(stops[nearest(share)]);
  }

  function space() {
    return sheet.parentElement?.clientHeight || window.innerHeight;
  }

  /** @param {number} next */
  function set(next) {
    share = Math.min(Math.max(next, stops[0]), stops[stops.length - 1]);
    sheet.style.setProperty("--sheet-share", share.toFixed(3));
  }
}

/** @param {number} share */
function nearest(share) {
  const distances = stops.map((stop) => Math.abs(stop - share));
  return distances.indexOf(Math.min(...distances));
}
