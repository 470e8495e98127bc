import { context2d, pixelRatio } from "./text-images.js";

// What the pictures of markers have in common.

/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {CanvasRenderingContext2D} Pen */

export const fullTurn = 2 * Math.PI;

/**
 * A square picture.
 * @param {number} size of a side in pixels of the screen
 * @param {(pen: Pen) => void} draw around the middle
 * @returns {import("./sheet.js").Drawing}
 */
export function drawn(size, draw) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * pixelRatio;
  const pen = context2d(canvas);
  pen.scale(pixelRatio, pixelRatio);
  pen.translate(size / 2, size / 2);
  pen.lineJoin = "round";
  draw(pen);
  return { image: pen.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}

/**
 * Fills the outline, with an edge that sets it off from any map.
 * @param {Pen} pen
 * @param {string} fill
 * @param {string} edge
 */
export function solid(pen, fill, edge) {
  pen.shadowColor = "rgb(0 0 0 / 0.35)";
  pen.shadowBlur = 3 * pixelRatio;
  pen.lineWidth = 4;
  pen.strokeStyle = edge;
  pen.stroke();
  pen.shadowBlur = 0;
  pen.fillStyle = fill;
  pen.fill();
}

/**
 * What surrounds the selected one.
 * @param {Pen} pen
 * @param {number} radius
 * @param {Palette} palette
 */
export function halo(pen, radius, palette) {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, fullTurn);
  pen.globalAlpha = 0.25;
  pen.fillStyle = palette.accent;
  pen.fill();
  pen.globalAlpha = 1;
  pen.lineWidth = 2;
  pen.strokeStyle = palette.accent;
  pen.stroke();
}
