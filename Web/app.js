// Wires the page together; what the parts do is in their files.

import { Account } from "./flow/account.js";
import { Album } from "./flow/album.js";
import { DeviceSetup } from "./flow/device-setup.js";
import { Entrance } from "./flow/entrance.js";
import { Errands } from "./flow/errands.js";
import { Explaining } from "./flow/explaining.js";
import { Frames } from "./flow/frames.js";
import { FrontDesk } from "./flow/front-desk.js";
import { Groups } from "./flow/groups.js";
import { Histories } from "./flow/histories.js";
import { LayerChoices } from "./flow/layer-choices.js";
import { LiveData } from "./flow/live-data.js";
import { PastTrail } from "./flow/past-trail.js";
import { People } from "./flow/people.js";
import { Playback } from "./flow/playback.js";
import { followPreferences, preferredLanguages } from "./flow/preferences.js";
import { Settings } from "./flow/settings.js";
import { Signpost } from "./flow/signpost.js";
import { mapRegion } from "./map/map-region.js";
import { initialState } from "./model/initial-state.js";
import { parseRoute, routeFragment, setupCode } from "./model/route.js";
import { Store } from "./model/store.js";
import { useLanguage } from "./model/viewer.js";
import { loadTexts } from "./texts/index.js";
import { announcer } from "./views/announcer.js";
import { element } from "./views/dom.js";
import { entranceView } from "./views/entrance.js";
import { modelList } from "./views/model-list.js";
import { shellView } from "./views/shell.js";

const clockPeriod = 1_000;
const noticeDuration = 8_000;

const texts = await loadTexts(preferredLanguages(navigator.languages));
useLanguage(texts.language, navigator.languages);
document.documentElement.lang = texts.language;

// A setup code is for once: it leaves the address before anybody can bookmark or share it.
const code = setupCode(location.hash);
if (code !== null) history.replaceState(null, "", location.pathname);

const store = new Store(initialState(Date.now()), (run) => requestAnimationFrame(run));
store.set({ route: parseRoute(location.hash) });

const signpost = new Signpost(store, texts,
  { refresh: () => live.refresh(), onSettled: attend });
const layerChoices = new LayerChoices(store);
new PastTrail(store, signedOut);
const album = new Album(store, signedOut);
const live = new LiveData(store, signedOut, (items) => album.add(items));
const desk = new FrontDesk(store, texts,
  { onAdopted: () => live.refresh(), onSignedOut: signedOut });
const explaining = new Explaining(store, texts, signedOut);
const frames = new Frames(store, texts, signedOut);
const deviceSetup = new DeviceSetup(store, texts,
  { onChanged: () => live.refresh(), onSignedOut: signedOut });
const playback = new Playback(store);
const histories = new Histories(store, texts,
  { onChanged: () => playback.attend(), onSignedOut: signedOut });
const errands = new Errands(store, texts, signedOut);
const account = new Account(store, texts, errands);
const people = new People(store, texts, errands, () => live.refresh());
const groups = new Groups(store, texts, errands, () => live.refresh());
const settings = new Settings(store, texts, errands,
  { onChanged: () => live.refresh(), onRemoved: () => actions.select(null) });
const entrance = new Entrance(store, texts, {
  onEnter: () => {
    live.start();
    attend();
  },
  onLeave: () => {
    live.stop();
    explaining.leave();
    frames.leave();
    deviceSetup.leave();
    histories.leave();
  },
});

/** @type {import("./types").Actions} */
const actions = {
  setUp: (form) => entrance.setUp(form),
  logIn: (email, password) => entrance.logIn(email, password),
  register: (form) => entrance.register(form),
  logOut: () => entrance.logOut(),
  retry: () => void entrance.begin(null),
  search: (search) => store.set({ search }),
  filter: (filter) => store.set({ filter }),
  map: {
    choose: (choices) => layerChoices.choose(choices),
    goTo: (pin) => store.set({ pin, follow: false }),
    follow: (follow) => store.set({ follow }),
  },
  select: (deviceId) => {
    location.hash = routeFragment({ view: "map", deviceId });
  },
  adopt: (arrival, adoption) => desk.adopt(arrival, adoption),
  adoptAll: (adoptions) => desk.adoptAll(adoptions),
  confirmConnection: (connection) => desk.confirmConnection(connection),
  enterModel: (deviceId, model) => deviceSetup.enterModel(deviceId, model),
  readModelSetup: (modelId, values) => deviceSetup.readModel(modelId, values),
  playTracker: () => deviceSetup.play(),
  readSetup: (deviceId, values) => deviceSetup.read(deviceId, values),
  dismissNotice: () => store.set({ notice: null }),
  searchDesk: (deskSearch) => store.set({ deskSearch }),
  explain: (question) => explaining.ask(question),
  history: {
    open: (question) => {
      location.hash = routeFragment({ view: "history", question });
    },
    retry: () => {
      const { route } = store.state;
      if (route.view === "history") void histories.read(route.question);
    },
    seek: (at) => playback.seek(at),
    peek: (at) => playback.peek(at),
    step: (direction) => playback.step(direction),
    play: (on) => playback.play(on),
    setRate: (rate) => playback.setRate(rate),
    follow: (on) => playback.follow(on),
  },
  saveServer: (fields) => settings.saveServer(fields),
  account, frames, people, groups,
  device: {
    add: (fields) => settings.addDevice(fields),
    save: (id, fields) => settings.saveDevice(id, fields),
    readOptions: (id, protocol) => settings.readOptions(id, protocol),
    remove: (id) => settings.removeDevice(id),
  },
};

const context = { store, texts, actions };
document.body.append(
  skipLink("#devices", texts.skip.toList), skipLink("#map", texts.skip.toMap),
  entranceView(context), shellView(context, mapRegion(context)), announcer(context),
  modelList(context));

window.addEventListener("hashchange", () => {
  store.set({ route: parseRoute(location.hash), follow: false });
  attend();
});
window.setInterval(() => store.set({ now: Date.now() }), clockPeriod);
expireNotices();
followPreferences(store);
void entrance.begin(code);

/** Reads what is looked at now. */
function attend() {
  if (!signpost.attend()) return;
  desk.attend();
  album.attend();
  explaining.attend();
  frames.attend();
  deviceSetup.attend();
  histories.attend();
  account.attend();
  people.attend();
}

function signedOut() {
  entrance.leave(texts.entrance.ended);
}

/**
 * A link past what comes first in the tab order. It moves the focus and leaves the address alone.
 * @param {string} target
 * @param {string} text
 */
function skipLink(target, text) {
  return element("a", {
    class: "skip", href: target,
    click: (/** @type {MouseEvent} */ event) => {
      event.preventDefault();
      const part = document.querySelector(target);
      if (part instanceof HTMLElement) part.focus();
    },
  }, text);
}

/** Good news leaves by itself; errors stay until they are dismissed. */
function expireNotices() {
  let timer = 0;
  store.watch((state) => [state.notice], ({ notice }) => {
    window.clearTimeout(timer);
    if (notice?.kind !== "info") return;
    timer = window.setTimeout(() => store.set({ notice: null }), noticeDuration);
  });
}
