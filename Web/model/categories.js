/**
 * Pictures of the kinds of devices, in a square of 24: what is filled (where paths lie over each
 * other there is a hole) and what is drawn as a line.
 * @typedef {{fill?: string, line?: string}} CategoryShape
 */

/** @type {Record<string, CategoryShape>} */
export const categoryShapes = {
  car: {
    fill: "M4.6 10 6.3 5.9A2 2 0 0 1 8.2 4.6h7.6a2 2 0 0 1 1.9 1.3L19.4 10a2.5 2.5 0 0 1 1.6 2.3"
      + "V19a1 1 0 0 1-1 1h-1.6a1 1 0 0 1-1-1v-1.2H6.6V19a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-6.7"
      + "A2.5 2.5 0 0 1 4.6 10zM6.9 9.8h10.2l-1.4-3.3H8.3zM6.5 12.6a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 "
      + "0 0 0-2.6zm11 0a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z",
  },
  van: {
    fill: "M2 7a1.5 1.5 0 0 1 1.5-1.5H15l5.5 5.2a2 2 0 0 1 .6 1.4V16a1 1 0 0 1-1 1h-.9a2.6 2.6 0 "
      + "0 1-5.1 0H9.2a2.6 2.6 0 0 1-5.1 0H3a1 1 0 0 1-1-1zM14.2 7.6v3.5h4.1z",
  },
  truck: {
    fill: "M1.5 6.5a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1v2.3h3.4a1 1 0 0 1 .8.4l3 3.9a1 1 0 0 1 .2.6V16"
      + "a1 1 0 0 1-1 1h-1a2.5 2.5 0 0 1-5 0H9.4a2.5 2.5 0 0 1-5 0H2.5a1 1 0 0 1-1-1zM16 10.5V13"
      + "h3.6l-1.9-2.5z",
  },
  bus: {
    fill: "M5 4.5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2V18a1 1 0 0 1-1 1v1.5a1 1 0 0 1-1 1h-1a1 1 0 0 1"
      + "-1-1V19H9v1.5a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V19a1 1 0 0 1-1-1zM7 6.5V12h10V6.5zM8 14.5a1.1 "
      + "1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2zm8 0a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2z",
  },
  motorcycle: {
    fill: "M8.5 9.5h5.2l2.3 1.6-1 3.9h-5l-3-3.6z",
    line: "M5 12.9a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6zm14 0a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 "
      + "0-6.6zM19 16.2 15.3 6H12M5 16.2l4-2",
  },
  bicycle: {
    line: "M5.7 12.4a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zm12.6 0a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 "
      + "0 0 0-7.6zM5.7 16.2 9.5 9h5l3.8 7.2M9.5 9l3 7.2H5.7M14.5 9l-2 7.2M8 6.6h3M14.5 9l-.8-3h2.6",
  },
  tractor: {
    fill: "M5 4h7l1.2 5.2H20a1 1 0 0 1 1 1V14h-7.6a5.6 5.6 0 0 0-7.9-3.3zM7 5.8v3.4h4.3l-.8-3.4z",
    line: "M8 11.7a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm10.3 3.6a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z",
  },
  boat: {
    fill: "M2.5 14.5h19l-2.6 5.2a1 1 0 0 1-.9.6H6a1 1 0 0 1-.9-.6zM11 3v9.7H4.2zm1.8 2.4v7.3h5.4z",
  },
  plane: {
    fill: "M12 2c.9 0 1.5 1.2 1.5 2.6V9l7.5 4.6v2l-7.5-2.3v4.4l2.3 1.7V21L12 20l-3.8 1v-1.6l2.3-1.7"
      + "v-4.4L3 15.6v-2L10.5 9V4.6C10.5 3.2 11.1 2 12 2z",
  },
  person: {
    fill: "M12 2.6a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2zM9 10h6a2.5 2.5 0 0 1 2.5 2.5v3.7a1.2 "
      + "1.2 0 0 1-2 .9V21a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1v-3.9a1.2 1.2 0 0 1-2-.9v-3.7A2.5 2.5 0 0 "
      + "1 9 10z",
  },
  animal: {
    fill: "M12 11.4c2.7 0 5.6 3.1 5.6 5.8 0 1.9-1.3 2.9-2.9 2.9-1 0-1.8-.5-2.7-.5s-1.7.5-2.7.5c-1.6 "
      + "0-2.9-1-2.9-2.9 0-2.7 2.9-5.8 5.6-5.8zM4.8 9.2a2 2.3 0 1 1 0 4.6 2 2.3 0 0 1 0-4.6zm4.3-5a2"
      + " 2.5 0 1 1 0 5 2 2.5 0 0 1 0-5zm5.8 0a2 2.5 0 1 1 0 5 2 2.5 0 0 1 0-5zm4.3 5a2 2.3 0 1 1 0"
      + " 4.6 2 2.3 0 0 1 0-4.6z",
  },
  trailer: {
    fill: "M3 6h13a1 1 0 0 1 1 1v8h4.7v2h-9.1a2.6 2.6 0 0 1-5.2 0H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z",
  },
  parcel: {
    fill: "M12 2.3 20.7 6.5v11L12 21.7 3.3 17.5v-11zM12 4.9 7 7.4l5 2.5 5-2.5zM5.4 9.3v6.9l5.6 2.8"
      + "v-6.9z",
  },
};

/** Kinds that other programs know and that look alike. */
const alike = new Map(Object.entries({
  pickup: "van", camper: "van", offroad: "car", crane: "truck", trolleybus: "bus", tram: "bus",
  train: "bus", ship: "boat", scooter: "motorcycle", helicopter: "plane",
}));

/**
 * The name of the picture of a kind; null if there is none.
 * @param {string | null | undefined} category
 */
export function shapeOf(category) {
  if (!category) return null;
  const name = alike.get(category) ?? category;
  return Object.hasOwn(categoryShapes, name) ? name : null;
}
