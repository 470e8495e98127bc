import { categoryShapes } from "../model/categories.js";
import { drawn, fullTurn, halo, solid } from "./pen.js";
import { pixelRatio } from "./text-images.js";

/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {import("./pen.js").Pen} Pen */

const badgeSize = { plain: 40, selected: 52 };
const haloRadius = 23;
const glyphSize = 16;
/** The pictures of kinds are made for a square of this size. */
const shapeSize = 24;
const clusterSizes = [34, 40, 46];
/** The share of a group that is there is told in so many steps. */
export const shareSteps = 8;

/**
 * The size of the disc of a group.
 * @param {number} count
 */
export function clusterSize(count) {
  return count < 100 ? 0 : count < 1_000 ? 1 : 2;
}

/**
 * What stands behind the picture of a kind: a disc with a beak, a disc, a ring, a square or a
 * diamond, as for devices without a kind.
 * @param {string} shape
 * @param {boolean} isSelected
 * @param {Palette} palette
 */
export function badgeImage(shape, isSelected, palette) {
  return drawn(isSelected ? badgeSize.selected : badgeSize.plain, (pen) => {
    if (isSelected) halo(pen, haloRadius, palette);
    const isHollow = shape === "offline" || shape === "stale";
    const color = shape === "offline" ? palette.offline
      : shape === "unknown" ? palette.unknown : palette.online;
    outline(pen, shape, 11.5);
    solid(pen, isHollow ? palette.surface : color, palette.surface);
    if (!isHollow) return;
    outline(pen, shape, 10.5);
    pen.lineWidth = 2.25;
    pen.strokeStyle = color;
    pen.stroke();
  });
}

/**
 * The picture of a kind, as it stands on its badge.
 * @param {string} category
 * @param {string} shape of the badge
 * @param {Palette} palette
 */
export function glyphImage(category, shape, palette) {
  const { fill, line } = categoryShapes[category];
  return drawn(glyphSize, (pen) => {
    pen.scale(glyphSize / shapeSize, glyphSize / shapeSize);
    pen.translate(-shapeSize / 2, -shapeSize / 2);
    pen.fillStyle = pen.strokeStyle = shape === "offline" ? palette.offline
      : shape === "stale" ? palette.online : palette.surface;
    pen.lineWidth = 2;
    pen.lineCap = "round";
    if (fill) pen.fill(new Path2D(fill), "evenodd");
    if (line) pen.stroke(new Path2D(line));
  });
}

/**
 * A group: a disc whose ring tells how much of it is there.
 * @param {number} size 0, 1 or 2
 * @param {number} step of shareSteps
 * @param {Palette} palette
 */
export function clusterImage(size, step, palette) {
  const width = clusterSizes[size];
  return drawn(width, (pen) => {
    const radius = width / 2 - 5;
    pen.beginPath();
    pen.arc(0, 0, radius + 2, 0, fullTurn);
    pen.shadowColor = "rgb(0 0 0 / 0.35)";
    pen.shadowBlur = 3 * pixelRatio;
    pen.fillStyle = palette.surface;
    pen.fill();
    pen.shadowBlur = 0;
    pen.lineWidth = 4;
    const there = step / shareSteps * fullTurn;
    for (const [from, to, color] of /** @type {const} */ ([
      [there, fullTurn, palette.offline], [0, there, palette.online],
    ])) {
      if (from === to) continue;
      pen.beginPath();
      pen.arc(0, 0, radius, from - fullTurn / 4, to - fullTurn / 4);
      pen.strokeStyle = color;
      pen.stroke();
    }
  });
}

/**
 * One of so many that there is no room for more than its colour.
 * @param {string} shape of its state, or alarm
 * @param {Palette} palette
 */
export function dotImage(shape, palette) {
  return drawn(10, (pen) => {
    pen.beginPath();
    pen.arc(0, 0, 3.75, 0, fullTurn);
    pen.fillStyle = shape === "alarm" ? palette.alarm : shape === "offline" ? palette.offline
      : shape === "unknown" ? palette.unknown : palette.online;
    pen.fill();
    pen.strokeStyle = palette.surface;
    pen.stroke();
  });
}

/**
 * The mark of an alarm, at the shoulder of a marker.
 * @param {Palette} palette
 */
export function alarmImage(palette) {
  return drawn(14, (pen) => {
    pen.beginPath();
    pen.arc(0, 0, 5.5, 0, fullTurn);
    pen.fillStyle = palette.alarm;
    pen.strokeStyle = palette.surface;
    pen.lineWidth = 2;
    pen.fill();
    pen.stroke();
  });
}

/**
 * The pin at a place that somebody looked for; its tip is the middle.
 * @param {Palette} palette
 */
export function pinImage(palette) {
  return drawn(60, (pen) => {
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.bezierCurveTo(-4, -7, -10, -11, -10, -18);
    pen.arc(0, -18, 10, Math.PI, 0);
    pen.bezierCurveTo(10, -11, 4, -7, 0, 0);
    pen.lineWidth = 3;
    pen.strokeStyle = palette.surface;
    pen.stroke();
    pen.fillStyle = palette.accent;
    pen.fill();
    pen.beginPath();
    pen.arc(0, -18, 4, 0, fullTurn);
    pen.fillStyle = palette.surface;
    pen.fill();
  });
}

/** @param {Pen} pen @param {string} shape @param {number} radius */
function outline(pen, shape, radius) {
  pen.beginPath();
  switch (shape) {
    case "moving": {
      // The beak stands out of the disc between two points of its edge.
      const side = 0.55;
      pen.arc(0, 0, radius, side - fullTurn / 4, fullTurn - side - fullTurn / 4);
      pen.lineTo(0, -radius - 6);
      break;
    }
    case "offline": {
      const half = radius - 1;
      pen.roundRect(-half, -half, 2 * half, 2 * half, 5);
      break;
    }
    case "unknown":
      for (const [x, y] of [[0, -1], [1, 0], [0, 1], [-1, 0]]) {
        pen.lineTo(x * (radius + 3.5), y * (radius + 3.5));
      }
      break;
    default: pen.arc(0, 0, radius, 0, fullTurn);
  }
  pen.closePath();
}
