import { setAttribute } from "./dom.js";

/**
 * Keyboard in a list box: one row is in the tab order, arrow keys, Home and End move, Enter and
 * space choose.
 * @param {HTMLElement} box whose children are the rows
 * @param {(row: HTMLElement) => void} choose
 */
export function listKeys(box, choose) {
  const rows = () => /** @type {HTMLElement[]} */ ([...box.children]);

  /** @param {HTMLElement | undefined} row */
  function move(row) {
    if (!row) return;
    for (const other of rows()) setAttribute(other, "tabindex", other === row ? 0 : -1);
    row.focus();
  }

  box.addEventListener("keydown", (event) => {
    const all = rows();
    const index = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    switch (event.key) {
      case "ArrowDown": move(all[Math.min(index + 1, all.length - 1)]); break;
      case "ArrowUp": move(all[Math.max(index - 1, 0)]); break;
      case "Home": move(all[0]); break;
      case "End": move(all[all.length - 1]); break;
      case "Enter":
      case " ": if (index >= 0) choose(all[index]); break;
      default: return;
    }
    event.preventDefault();
  });

  return {
    /** Moves the focus into the list: to the selected row, or the first. */
    enter() {
      const all = rows();
      move(all.find((row) => row.getAttribute("aria-selected") === "true") ?? all[0]);
    },
    /** Keeps exactly one row in the tab order after rows came or went. */
    refresh() {
      const all = rows();
      if (all.length === 0 || all.some((row) => row.tabIndex === 0)) return;
      setAttribute(all[0], "tabindex", 0);
    },
  };
}
