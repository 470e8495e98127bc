import { tileTemplate } from "../model/layers.js";
import { unitChoice } from "../model/units.js";
import { Camera } from "./camera.js";
import { DeviceLayer } from "./device-layer.js";
import { GraticuleLayer } from "./graticule-layer.js";
import { Images } from "./images.js";
import { darkScheme, readPalette } from "./palette.js";
import { Tiles } from "./tiles.js";
import { TrackLayer } from "./track-layer.js";

/** @typedef {import("../views/context.js").Context} Context */

/** What the map library calls the units. */
const scaleUnits = { km: "metric", mi: "imperial", nmi: "nautical" };

/**
 * Draws the map into a container and keeps it in step with the state.
 * @param {import("../maplibre").MapLibre} library
 * @param {HTMLElement} container
 * @param {Context} context
 * @returns {Promise<{fit: () => void}>}
 */
export async function startMap(library, container, { store, texts, actions }) {
  let palette = readPalette();
  const { server } = store.state;
  const map = new library.Map({
    container,
    style: {
      version: 8, sources: {},
      layers: [
        { id: "ground", type: "background", paint: { "background-color": palette.ground } },
      ],
    },
    center: [server?.longitude || 0, server?.latitude || 20],
    zoom: server?.zoom || 1.5,
    attributionControl: false,
    fadeDuration: 0,
    // North is up: that is how headings are read.
    pitchWithRotate: false,
    dragRotate: false,
    maxPitch: 0,
    locale: {
      "NavigationControl.ZoomIn": texts.map.zoomIn, "NavigationControl.ZoomOut": texts.map.zoomOut,
      "Map.Title": texts.map.label,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-left");
  const scale = new library.ScaleControl({ maxWidth: 120 });
  map.addControl(scale, "bottom-left");
  store.watch((state) => [state.user], ({ user }) => {
    scale.setUnit(scaleUnits[unitChoice(user).distance]);
  });
  await new Promise((resolve) => map.on("load", resolve));

  const images = new Images(map, palette);
  const grid = new GraticuleLayer(map, palette);
  const devices = new DeviceLayer(map, palette, texts, actions.select);
  const tiles = new Tiles(map, store, palette);
  const tracks = new TrackLayer(map, palette, actions.history);
  const camera = new Camera(map, container);

  store.watch((state) => [state.tiles], (state) => grid.show(state.tiles !== "shown"));
  store.watch((state) => [state.layers, state.server], ({ layers, server: current }) => {
    tiles.use(tileTemplate(layers, current));
  });
  store.watch(
    (state) => [state.devices, state.positions, state.route, state.follow, state.layers,
      state.filter, state.pin, state.trail],
    (state) => {
      devices.update(state);
      camera.update(state);
    });
  // Whoever moves the map by hand wants to look elsewhere.
  map.on("dragstart", () => {
    if (store.state.follow) actions.map.follow(false);
  });
  store.watch((state) => [state.route.view], (state) => {
    devices.show(state.route.view !== "history");
    tracks.show(state.route.view === "history");
  });
  store.watch((state) => [state.history, state.playback, state.devices], (state) => {
    tracks.update(state);
  });
  darkScheme.addEventListener("change", () => {
    palette = readPalette();
    map.setPaintProperty("ground", "background-color", palette.ground);
    for (const part of [images, grid, devices, tracks, tiles]) part.paint(palette);
  });
  return {
    fit: () => (store.state.route.view === "history" ? tracks.fit() : camera.fit(store.state)),
  };
}
