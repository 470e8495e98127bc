/** @typedef {import("./palette.js").Palette} Palette */

const textLengthMax = 32;
/** Pictures have so many dots to a pixel of the page: enough for a sharp screen. */
export const pixelRatio = Math.max(2, Math.ceil(window.devicePixelRatio || 1));
const family = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/**
 * Draws a name as it stands below its device: on a plate, so that it reads on any map.
 * @param {string} text
 * @param {Palette} palette
 * @param {boolean} isSelected
 */
export function nameImage(text, palette, isSelected) {
  return textImage(shortened(text), {
    font: `600 12px ${family}`, color: isSelected ? palette.surface : palette.label,
    plate: isSelected ? palette.accent : palette.halo, padding: 5,
  });
}

/**
 * Draws how many devices a group has.
 * @param {string} text
 * @param {Palette} palette
 */
export function countImage(text, palette) {
  return textImage(text, {
    font: `650 12px ${family}`, color: palette.label, plate: "transparent", padding: 0,
  });
}

/**
 * Draws a label of the grid.
 * @param {string} text
 * @param {Palette} palette
 */
export function gridImage(text, palette) {
  return textImage(text, {
    font: `11px ${family}`, color: palette.offline, plate: palette.ground, padding: 4,
  });
}

/**
 * @param {string} text
 * @param {{font: string, color: string, plate: string, padding: number}} style
 */
function textImage(text, style) {
  const canvas = document.createElement("canvas");
  const context = context2d(canvas);
  context.font = style.font;
  const width = Math.ceil(context.measureText(text).width) + 2 * style.padding;
  const height = 18;
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = style.plate;
  context.beginPath();
  context.roundRect(0, 0, width, height, 4);
  context.fill();
  context.font = style.font;
  context.fillStyle = style.color;
  context.textBaseline = "middle";
  context.fillText(text, style.padding, height / 2 + 0.5);
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}

/** @param {string} text */
function shortened(text) {
  const characters = [...text];
  return characters.length <= textLengthMax ? text
    : `${characters.slice(0, textLengthMax - 1).join("")}…`;
}

/** @param {HTMLCanvasElement} canvas */
export function context2d(canvas) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser has no canvas");
  return context;
}
