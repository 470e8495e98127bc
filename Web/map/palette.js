/**
 * The colours of the style sheet for what is drawn on the canvas of the map.
 * @typedef {Record<"ground" | "grid" | "label" | "halo" | "online" | "offline" | "unknown"
 *   | "accent" | "surface" | "alarm", string> & {isDark: boolean}} Palette
 */

export const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
export const calmMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

/** @returns {Palette} */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const color = (name) => style.getPropertyValue(name).trim();
  return {
    ground: color("--map-ground"), grid: color("--map-grid"), label: color("--map-label"),
    halo: color("--map-halo"), online: color("--online"), offline: color("--offline"),
    unknown: color("--unknown"), accent: color("--accent"), surface: color("--surface"),
    alarm: color("--alarm"), isDark: darkScheme.matches,
  };
}
