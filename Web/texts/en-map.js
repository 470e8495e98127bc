// The English texts of what the map shows, and of places that are looked for.

export const layers = {
  title: "What the map shows",
  names: "Names",
  clusters: "Group devices that are close",
  trails: "Trails",
  accuracy: "Accuracy circles",
  /** @type {Record<import("../map").Reach, string>} */
  reaches: { none: "Off", selected: "Chosen device", all: "All in view" },
  tiles: "Map images",
  /** @type {Record<import("../map").LayerChoices["tiles"], string>} */
  tileChoices: { server: "The server's", own: "My own source", none: "Grid only" },
  ownTiles: "Address of the images",
  ownTilesProblem: "Write an address that begins with https:// and has {z}, {x} and {y}.",
  ownTilesSilent: "Nothing came from there. Is the address right, and does its server let other "
    + "pages show its images (CORS)?",
  apply: "Use",
  legend: "Legend",
  states: {
    moving: "Moving", online: "Standing", stale: "Online, its place is old", offline: "Offline",
    unknown: "Connected but silent",
  },
  /** @param {string} name */
  following: (name) => `Following ${name}`,
  endFollow: "Stop following",
};

export const places = {
  search: "Search devices or coordinates",
  /** @param {string} place */
  goTo: (place) => `Go to ${place}`,
  remove: "Take the pin away",
};
