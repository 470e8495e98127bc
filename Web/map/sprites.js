import {
  alarmImage, badgeImage, clusterImage, dotImage, glyphImage, pinImage,
} from "./badge-images.js";
import { markerImage } from "./marker-images.js";
import { countImage, nameImage } from "./text-images.js";

/** @typedef {import("./palette.js").Palette} Palette */

/**
 * Draws what an id says: marker:SHAPE, badge:SHAPE and these with :selected, glyph:KIND:SHAPE,
 * cluster:SIZE:STEP, count:TEXT, dot:SHAPE, name:TEXT, chosen:TEXT, alarm, pin.
 * @param {string} id
 * @param {Palette} palette
 * @returns {import("./sheet.js").Drawing}
 */
export function spriteImage(id, palette) {
  const [kind, first, second] = id.split(":", 3);
  const text = id.slice(kind.length + 1);
  switch (kind) {
    case "badge": return badgeImage(first, second === "selected", palette);
    case "glyph": return glyphImage(first, second, palette);
    case "cluster": return clusterImage(Number(first), Number(second), palette);
    case "dot": return dotImage(first, palette);
    case "count": return countImage(text, palette);
    case "name": return nameImage(text, palette, false);
    case "chosen": return nameImage(text, palette, true);
    case "alarm": return alarmImage(palette);
    case "pin": return pinImage(palette);
    default: return markerImage(id, palette);
  }
}
