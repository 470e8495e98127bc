import { isTileTemplate } from "../model/layers.js";
import { withoutNull } from "../model/people.js";
import { element, show } from "./dom.js";
import { areaControl, checkControl, numberControl, record, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("../texts/index.js").Texts["serverSettings"]} Words */

/**
 * What holds for everybody; for administrators.
 * @param {Context} context
 */
export function serverSettingsView({ store, texts, actions }) {
  const words = texts.serverSettings;
  const rights = rightsOf(words);
  const announcement = areaControl(words.announcement, words.announcementHelp,
    { maxlength: 2_000 });
  const start = startOf(words);
  const images = textControl(words.mapTiles, {
    spellcheck: "false", maxlength: 512, input: () => {
      const isFit = images.read() === null || isTileTemplate(images.read() ?? "");
      images.input.setCustomValidity(isFit ? "" : words.mapTilesHelp);
    },
  }, words.mapTilesHelp);
  const tiles = record({
    mapTiles: images,
    mapAttribution: textControl(words.mapAttribution, { maxlength: 256 }),
  });
  const trackers = record({
    trackerHost: textControl(words.trackerHost, { spellcheck: "false", maxlength: 253 },
      words.trackerHostHelp),
  });
  const root = element("section", { class: "page is-form", "aria-labelledby": "server-title" },
    element("div", { class: "page-head" },
      element("div", {}, element("h1", { id: "server-title", tabindex: -1 }, words.title),
        element("p", { class: "quiet" }, words.lead))),
    form({ idle: words.save, busy: words.saving }, [
      formCard(words.people, ...rights.parts, announcement.root),
      formCard(words.map, element("p", { class: "quiet small" }, words.mapHelp),
        element("div", { class: "form-columns" }, ...start.parts)),
      formCard(words.trackers, ...trackers.parts),
      formCard(words.tiles, ...tiles.parts),
    ], save));

  store.watch((state) => [state.server, state.route.view === "server"], ({ server }) => {
    if (!server) return;
    for (const part of [rights, start]) part.write(server);
    for (const part of [tiles, trackers]) part.write(server.attributes);
    announcement.write(server.announcement);
  });
  store.watch((state) => [state.route, state.user], ({ route, user }) => {
    show(root, route.view === "server" && user?.administrator === true);
  });
  return root;

  async function save() {
    const before = store.state.server?.attributes ?? {};
    // What is empty is taken away, so that the program's own setting holds again.
    const attributes = withoutNull({ ...before, ...tiles.read(), ...trackers.read() });
    await actions.saveServer({
      ...rights.read(), ...start.read(), announcement: announcement.read().trim() || null,
      attributes,
    });
  }
}

/** @param {Words} words */
function rightsOf(words) {
  return record({
    registration: checkControl(words.registration, words.registrationHelp),
    readonly: checkControl(words.readonly),
    deviceReadonly: checkControl(words.deviceReadonly),
    limitCommands: checkControl(words.limitCommands),
  });
}

/** @param {Words} words */
function startOf(words) {
  return record({
    latitude: numberControl(words.latitude, { min: -90, max: 90, step: "any" }),
    longitude: numberControl(words.longitude, { min: -180, max: 180, step: "any" }),
    zoom: numberControl(words.zoom, { min: 0, max: 19 }, words.zoomHelp),
  });
}
