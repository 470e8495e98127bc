/**
 * What lies over the map and counts as not there: the panel at its side, the sheet at its foot.
 * @param {HTMLElement} container of the map
 * @returns {{right: number, bottom: number}} pixels
 */
export function coversOf(container) {
  const own = container.getBoundingClientRect();
  let right = 0;
  let bottom = 0;
  for (const cover of document.querySelectorAll(".panel, .sidebar")) {
    const box = cover.getBoundingClientRect();
    if (box.width === 0 || box.right <= own.left + 1 || box.top >= own.bottom) continue;
    if (box.width > own.width * 0.8) bottom = Math.max(bottom, own.bottom - box.top);
    else right = Math.max(right, own.right - box.left);
  }
  // A sheet over nearly everything leaves no place to look at; then it does not count.
  if (bottom > own.height * 0.8) bottom = 0;
  return { right, bottom };
}
