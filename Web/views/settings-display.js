import { browserZone } from "../model/time.js";
import { unitChoice, unitsOf } from "../model/units.js";
import { isZone } from "../model/viewer.js";
import { languageNames } from "../texts/index.js";
import { element } from "./dom.js";
import { choiceControl, record, textControl } from "./fields.js";
import { formCard } from "./form-card.js";
import { form } from "./form.js";

const zonesListId = "time-zones";

/**
 * Language, units and time zone.
 * @param {import("./context.js").Context} context
 */
export function displaySection({ store, texts, actions }) {
  const words = texts.settings;
  /** @param {"speedUnit" | "distanceUnit" | "altitudeUnit" | "temperatureUnit"} name */
  const unit = (name) => choiceControl(words[name],
    unitsOf[name].map((each) => [each, words.units[each]]));
  const timezone = zoneControl(words);
  const fields = record({
    language: choiceControl(words.language,
      [["auto", words.languageAuto], ...Object.entries(languageNames)]),
    speedUnit: unit("speedUnit"), distanceUnit: unit("distanceUnit"),
    altitudeUnit: unit("altitudeUnit"), temperatureUnit: unit("temperatureUnit"),
    timezone,
  });
  store.watch((state) => [state.user, state.route.view === "settings"], ({ user }) => {
    const { speed, distance, altitude, temperature } = unitChoice(user);
    const { language = "auto", timezone: zone = null } = user?.attributes ?? {};
    fields.write({
      language, speedUnit: speed, distanceUnit: distance, altitudeUnit: altitude,
      temperatureUnit: temperature, timezone: zone,
    });
  });
  const root = formCard(words.display,
    form({ idle: words.save, busy: words.saving }, [
      element("div", { class: "form-columns" }, ...fields.parts), zoneList(),
    ], async () => { await actions.account.saveDisplay(fields.read()); }));
  root.classList.add("settings-display");
  return root;
}

/** @param {import("../texts/index.js").Texts["settings"]} words */
function zoneControl(words) {
  const control = textControl(words.timezone, {
    list: zonesListId, spellcheck: "false", autocomplete: "off", maxlength: 64,
    input: () => {
      const zone = control.read();
      control.input.setCustomValidity(
        zone === null || isZone(zone) ? "" : words.timezoneUnknown);
    },
  }, words.timezoneHelp(browserZone()));
  return control;
}

/** The zones that the browser knows, to choose from while typing. */
function zoneList() {
  return element("datalist", { id: zonesListId },
    ...(Intl.supportedValuesOf?.("timeZone") ?? []).map((zone) => element("option", { value: zone })));
}
