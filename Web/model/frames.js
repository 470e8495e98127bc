/** @typedef {import("../frames").Frame} Frame */
/** @typedef {import("../frames").FramesPage} FramesPage */

/** The message that a position came in: its number is a part of the position's own. */
const recordsOfFrame = 256;
const framesOfNode = 2 ** 39;

/**
 * The number of the message that a position came in.
 * @param {number} positionId
 */
export function frameOfPosition(positionId) {
  return Math.floor(positionId / recordsOfFrame) % framesOfNode;
}

/**
 * The newest messages put before those that are known. Where some in between are missing, because
 * more came than one page holds, the new page stands alone, and older ones are read again.
 * @param {{frames: Frame[], next: number | null}} known
 * @param {FramesPage} page
 * @returns {{frames: Frame[], next: number | null}}
 */
export function withNewest(known, page) {
  const next = page.next ?? null;
  const newest = known.frames[0];
  const fresh = newest ? page.frames.filter(({ id }) => id > newest.id) : page.frames;
  const meets = newest !== undefined && (fresh.length < page.frames.length || next === null);
  if (!meets) return { frames: page.frames, next };
  return fresh.length === 0 ? known : { ...known, frames: [...fresh, ...known.frames] };
}

/**
 * Older messages put behind those that are known.
 * @param {{frames: Frame[]}} known
 * @param {FramesPage} page
 */
export function withOlder(known, page) {
  const oldest = known.frames.at(-1);
  const older = oldest ? page.frames.filter(({ id }) => id < oldest.id) : page.frames;
  return { frames: [...known.frames, ...older], next: page.next ?? null };
}
