import en from "./en.js";

/** @typedef {typeof en} Texts */

/** The languages besides English; each module's default export has the shape of Texts. */
/** @type {Record<string, () => Promise<{default: Texts}>>} */
const others = { es: () => import("./es.js") };

/** The languages of the page by their own names. */
export const languageNames = { en: "English", es: "Español" };

/**
 * The texts in the first of the viewer's languages that there is, and English otherwise.
 * @param {readonly string[]} languages such as navigator.languages
 * @returns {Promise<Texts>}
 */
export async function loadTexts(languages) {
  for (const language of languages) {
    const code = language.split("-")[0].toLowerCase();
    if (code === en.language) break;
    if (Object.hasOwn(others, code)) return (await others[code]()).default;
  }
  return en;
}
