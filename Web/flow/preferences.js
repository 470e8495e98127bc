import { useZone } from "../model/viewer.js";

/** The language that this browser was told to use, so that it is known before anybody signs in. */
const languageMark = "whereabouts.language";

/**
 * The viewer's languages, the chosen one first.
 * @param {readonly string[]} languages such as navigator.languages
 */
export function preferredLanguages(languages) {
  try {
    const chosen = localStorage.getItem(languageMark);
    return chosen && chosen !== "auto" ? [chosen, ...languages] : languages;
  } catch {
    return languages;
  }
}

/**
 * Follows what the user chose about zone and language; another language loads the page again.
 * @param {import("../model/store.js").Store} store
 */
export function followPreferences(store) {
  store.watch((state) => [state.user], ({ user }) => {
    useZone(user?.attributes?.timezone);
    const language = user?.attributes?.language;
    if (language && remember(language)) location.reload();
  });
}

/**
 * Whether the browser was told something else before, and now keeps this.
 * @param {string} language
 */
function remember(language) {
  try {
    if ((localStorage.getItem(languageMark) ?? "auto") === language) return false;
    localStorage.setItem(languageMark, language);
    // Where nothing is kept, loading again would never end.
    return localStorage.getItem(languageMark) === language;
  } catch {
    return false;
  }
}
