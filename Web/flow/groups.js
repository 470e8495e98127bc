import { saveDevice } from "../client/fleet.js";
import { removeGroup, saveGroup } from "../client/people.js";
import { changed } from "../model/people.js";
import { routeFragment } from "../model/route.js";

/** Makes, changes and removes groups, and puts devices into them. */
export class Groups {
  #store;
  #texts;
  #errands;
  #onChanged;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {import("./errands.js").Errands} errands
   * @param {() => Promise<unknown>} onChanged devices are others now
   */
  constructor(store, texts, errands, onChanged) {
    this.#store = store;
    this.#texts = texts;
    this.#errands = errands;
    this.#onChanged = onChanged;
  }

  /**
   * @param {number | "new"} id
   * @param {{name: string, groupId: number}} fields
   */
  async save(id, fields) {
    await this.#errands.run(async () => {
      const group = await saveGroup(id, fields);
      this.#errands.keep({ groups: changed(this.#store.state.people.groups ?? [], group) });
      if (id === "new") location.hash = routeFragment({ view: "groups", chosen: group.id });
    }, this.#texts.groups.saved);
  }

  /** @param {number} id */
  async remove(id) {
    const done = await this.#errands.run(async () => {
      await removeGroup(id);
      location.hash = routeFragment({ view: "groups", chosen: null });
    }, this.#texts.groups.removed);
    if (done) await this.#onChanged();
  }

  /**
   * One after the other; the first refusal ends it and is said.
   * @param {number} groupId
   * @param {number[]} deviceIds
   * @param {boolean} areIn
   */
  async putDevices(groupId, deviceIds, areIn) {
    await this.#errands.run(async () => {
      for (const id of deviceIds) {
        const device = await saveDevice(id, { groupId: areIn ? groupId : 0 });
        this.#errands.keep({ devices: changed(this.#store.state.people.devices ?? [], device) });
      }
    });
    await this.#onChanged();
  }
}
