// How the viewer reads numbers and times. The page has one viewer: the locale is settled when the
// page starts, the zone when somebody enters or changes the settings.

/** @type {{locale: string | undefined, zone: string | undefined}} */
const viewer = { locale: undefined, zone: undefined };

/** The locale of numbers, times and orders; undefined for the browser's own. */
export function viewerLocale() {
  return viewer.locale;
}

/** The zone in which times show; undefined for the browser's own. */
export function viewerZone() {
  return viewer.zone;
}

/**
 * Takes the browser's regional form of a language, such as es-MX for es, if it has one.
 * @param {string} language
 * @param {readonly string[]} languages such as navigator.languages
 */
export function useLanguage(language, languages) {
  viewer.locale = languages.find((each) => each.toLowerCase().split("-")[0] === language)
    ?? language;
}

/**
 * Takes the zone that a user chose; the browser's own if there is none or it knows no such.
 * @param {string | null | undefined} zone such as Europe/Madrid
 */
export function useZone(zone) {
  viewer.zone = zone && isZone(zone) ? zone : undefined;
}

/**
 * Whether the browser knows a zone.
 * @param {string} zone
 */
export function isZone(zone) {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
