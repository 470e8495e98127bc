/**
 * What every view is given.
 * @typedef {object} Context
 * @property {import("../model/store.js").Store} store
 * @property {import("../texts/index.js").Texts} texts
 * @property {import("../types").Actions} actions
 */

export {};
