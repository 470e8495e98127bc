// What the map shows, and how it is told.

/** Of which devices something is drawn. */
export type Reach = "none" | "selected" | "all";

/** What the viewer chose; kept in the browser. */
export interface LayerChoices {
  names: boolean;
  /** Whether devices that are close to each other are drawn as one. */
  clusters: boolean;
  trails: Reach;
  accuracy: Reach;
  /** Whose map images: as the server is set, the viewer's own, or none. */
  tiles: "server" | "own" | "none";
  /** URL template with {z}, {x}, {y}. */
  ownTiles: string;
}

/** A place that somebody looked for. */
export interface Pin {
  latitude: number;
  longitude: number;
}

/** Where the selected device was before it was selected: longitude and latitude, oldest first. */
export interface PastTrail {
  deviceId: number;
  points: [longitude: number, latitude: number][];
}

/** What views may ask of the map. */
export interface MapActions {
  choose(choices: Partial<LayerChoices>): void;
  /** Shows a place with a pin; null takes it away. */
  goTo(place: Pin | null): void;
  follow(on: boolean): void;
}
