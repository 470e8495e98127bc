import { shownMoment, tracksOf } from "../model/replay.js";
import { collection } from "./graticule.js";
import { NowMarkers } from "./now-markers.js";
import { calmMotion } from "./palette.js";
import { markFeatures, placesOf, topSpeed, trackFeatures } from "./track-features.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("../history").Track} Track */
/** @typedef {import("./palette.js").Palette} Palette */

const layerIds = [
  "track-casing", "track-gaps", "track-lines", "track-hit", "track-marks",
];
/** Clear of the buttons and the legend that lie over the map. */
const padding = { top: 96, bottom: 56, left: 76, right: 56 };
const fitZoomMax = 16;
const fitDuration = 600;

/** The ways of devices, coloured by speed, with stops, gaps, and where they were at a moment. */
export class TrackLayer {
  #map;
  #now;
  #palette;
  /** @type {Track[]} */
  #tracks = [];
  /** @type {State | null} */
  #state = null;
  /** Whether the tracks are shown as a whole, and nobody has moved the map since. */
  #isFitted = false;

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {Palette} palette
   * @param {import("../history").HistoryActions} actions
   */
  constructor(map, palette, actions) {
    this.#map = map;
    this.#palette = palette;
    this.#now = new NowMarkers(map);
    for (const id of ["track-lines", "track-gaps", "track-marks"]) {
      map.addSource(id, { type: "geojson", data: collection([]) });
    }
    for (const layer of layers(palette)) map.addLayer(layer);
    this.#listen(actions);
  }

  /** @param {State} state */
  update(state) {
    this.#state = state;
    const tracks = tracksOf(state.history);
    if (tracks.length !== this.#tracks.length
      || tracks.some((track, index) => track !== this.#tracks[index])) {
      this.#tracks = tracks;
      this.#drawTracks();
      this.fit();
    }
    this.#drawNow(state);
  }

  /** @param {boolean} isShown */
  show(isShown) {
    for (const layer of layerIds) {
      this.#map.setLayoutProperty(layer, "visibility", isShown ? "visible" : "none");
    }
  }

  /**
   * Shows all tracks as a whole.
   * @param {number} [duration] in milliseconds
   */
  fit(duration = fitDuration) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [longitude, latitude] of this.#tracks.flatMap(placesOf)) {
      [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
      [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
    }
    if (west > east) return;
    // A panel that has just come has not yet made the map smaller for the library.
    this.#isFitted = false;
    this.#map.resize();
    this.#map.fitBounds([[west, south], [east, north]],
      { padding, maxZoom: fitZoomMax, duration: calmMotion.matches ? 0 : duration });
    this.#isFitted = true;
  }

  /** @param {Palette} palette */
  paint(palette) {
    this.#palette = palette;
    this.#map.setPaintProperty("track-lines", "line-color", speedColor(palette));
    this.#map.setPaintProperty("track-gaps", "line-color", palette.offline);
    this.#drawTracks();
  }

  #drawTracks() {
    const top = topSpeed(this.#tracks);
    const drawn = this.#tracks.map((track) => trackFeatures(track, top));
    // One way needs no colour of its own, only an edge that sets it off from the map.
    const colors = this.#state?.history && this.#state.history.devices.length > 1
      ? this.#palette.series : [this.#palette.surface];
    const ids = this.#state?.history?.devices.map(({ deviceId }) => deviceId) ?? [];
    const lines = drawn.flatMap((each, index) => each.lines.map((line) => ({
      ...line, properties: {
        ...line.properties,
        color: colors[ids.indexOf(this.#tracks[index].deviceId) % colors.length],
      },
    })));
    this.#map.getSource("track-lines")?.setData(collection(lines));
    this.#map.getSource("track-gaps")?.setData(collection(drawn.flatMap((each) => each.gaps)));
    this.#map.getSource("track-marks")?.setData(collection(this.#tracks.flatMap(markFeatures)));
  }

  /** @param {State} state */
  #drawNow(state) {
    const { playback } = state;
    const center = this.#now.update(this.#tracks, shownMoment(playback), state);
    if (center && playback.follow && playback.peek === null) {
      this.#isFitted = false;
      this.#map.easeTo({ center, duration: 0 });
    }
  }

  /** @param {import("../history").HistoryActions} actions */
  #listen(actions) {
    const map = this.#map;
    map.on("movestart", ({ originalEvent }) => {
      if (originalEvent) this.#isFitted = false;
    });
    // The table takes more room than the chart, and a phone is turned.
    map.on("resize", () => {
      if (this.#isFitted && this.#state?.route.view === "history") this.fit(0);
    });
    map.on("mousemove", "track-hit", (event) => {
      map.getCanvas().style.cursor = "pointer";
      const at = this.#momentOf(event);
      if (at !== null) actions.peek(at);
    });
    map.on("mouseleave", "track-hit", () => {
      map.getCanvas().style.cursor = "";
      actions.peek(null);
    });
    map.on("click", "track-hit", (event) => {
      const at = this.#momentOf(event);
      if (at !== null) actions.seek(at);
    });
    // A mark is above its line and is clicked last.
    map.on("click", "track-marks", (event) => {
      const at = event.features?.[0]?.properties.at;
      if (typeof at === "number") actions.seek(at);
    });
  }

  /**
   * When the device was where somebody points at its way.
   * @param {import("../maplibre").MapEvent} event
   */
  #momentOf({ features, lngLat }) {
    const { deviceId, first, last } = features?.[0]?.properties ?? {};
    const track = this.#tracks.find((each) => each.deviceId === deviceId);
    if (!track || !lngLat || typeof first !== "number" || typeof last !== "number") return null;
    const narrowing = Math.cos(lngLat.lat * Math.PI / 180);
    let nearest = track.placed[first];
    let least = Infinity;
    for (let place = first; place <= last; place += 1) {
      const { latitude, longitude } = track.positions[track.placed[place]];
      const east = ((longitude - lngLat.lng + 540) % 360 - 180) * narrowing;
      const distance = Math.hypot(east, latitude - lngLat.lat);
      if (distance >= least) continue;
      least = distance;
      nearest = track.placed[place];
    }
    return track.moments[nearest];
  }
}

/**
 * From slow to fast, in the colours of the style sheet.
 * @param {Palette} palette
 */
function speedColor({ accent, online, unknown, alarm }) {
  return ["interpolate", ["linear"], ["get", "share"],
    0, accent, 0.35, online, 0.7, unknown, 1, alarm];
}

/** @param {Palette} palette */
function layers(palette) {
  const round = { "line-cap": "round", "line-join": "round" };
  const symbol = { "icon-allow-overlap": true, "icon-ignore-placement": true };
  return [
    {
      id: "track-casing", type: "line", source: "track-lines", layout: round,
      paint: { "line-color": ["get", "color"], "line-width": 8, "line-opacity": 0.85 },
    },
    {
      id: "track-gaps", type: "line", source: "track-gaps",
      paint: { "line-color": palette.offline, "line-width": 2.5, "line-dasharray": [2, 2] },
    },
    {
      id: "track-lines", type: "line", source: "track-lines", layout: round,
      paint: { "line-color": speedColor(palette), "line-width": 4 },
    },
    {
      id: "track-hit", type: "line", source: "track-lines", layout: round,
      paint: { "line-width": 18, "line-opacity": 0 },
    },
    {
      id: "track-marks", type: "symbol", source: "track-marks",
      layout: {
        ...symbol, "icon-image": ["get", "icon"], "symbol-sort-key": ["get", "order"],
      },
    },
  ];
}
