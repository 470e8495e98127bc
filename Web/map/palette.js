/**
 * The colours of the style sheet for what is drawn on the canvas of the map.
 * @typedef {Record<"ground" | "grid" | "label" | "halo" | "online" | "offline" | "unknown"
 *   | "accent" | "surface" | "alarm" | "line" | "inkSoft", string>
 *   & {isDark: boolean, series: string[]}} Palette
 */

/** So many devices have colours of their own where several are shown. */
const seriesCount = 6;

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
    alarm: color("--alarm"), line: color("--line"), inkSoft: color("--ink-soft"),
    series: Array.from({ length: seriesCount }, (_, index) => color(`--series-${index + 1}`)),
    isDark: darkScheme.matches,
  };
}
