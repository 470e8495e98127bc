import { readAllDevices, readDevices } from "../client/fleet.js";
import {
  changePermissions, readGroups, readPermissions, readUsers, removeUser, saveUser,
} from "../client/people.js";
import { changed, permittedOf } from "../model/people.js";
import { routeFragment } from "../model/route.js";

/** Users, the groups and devices that they may be given, and who sees what. */
export class People {
  #store;
  #texts;
  #errands;
  #onChanged;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {import("./errands.js").Errands} errands
   * @param {() => Promise<unknown>} onChanged what is on the map may be another now
   */
  constructor(store, texts, errands, onChanged) {
    this.#store = store;
    this.#texts = texts;
    this.#errands = errands;
    this.#onChanged = onChanged;
  }

  /** To be called when somebody entered or looks at something else. */
  attend() {
    const { phase, route, people } = this.#store.state;
    if (phase !== "ready") return;
    if (route.view === "people") void this.#errands.run(() => this.#readPeople(route.chosen));
    if (route.view === "groups") void this.#errands.run(() => this.#readGroups());
    if (route.view === "map" && route.deviceId !== null && people.groups === null) {
      // Without the groups, a device can still be changed.
      void this.#readNames().catch(() => null);
    }
  }

  /**
   * @param {number | "new"} id
   * @param {import("../people").Entered} fields
   */
  async save(id, fields) {
    const words = this.#texts.people;
    await this.#errands.run(async () => {
      const user = await saveUser(id, fields);
      const { users } = this.#store.state.people;
      this.#errands.keep({ users: changed(users ?? [], user) });
      if (user.id === this.#store.state.user?.id) this.#store.set({ user });
      if (id === "new") location.hash = routeFragment({ view: "people", chosen: user.id });
      const text = id === "new" ? words.created(user.name) : words.saved;
      this.#store.set({ notice: { kind: "info", text } });
    });
  }

  /** @param {number} id */
  async remove(id) {
    await this.#errands.run(async () => {
      await removeUser(id);
      location.hash = routeFragment({ view: "people", chosen: null });
      const users = this.#store.state.people.users?.filter((each) => each.id !== id) ?? null;
      this.#errands.keep({ users });
    }, this.#texts.people.removed);
  }

  /**
   * Gives or takes the sight of devices or groups, all or none.
   * @param {number} userId
   * @param {"device" | "group"} kind
   * @param {number[]} ids
   * @param {boolean} may
   */
  async permit(userId, kind, ids, may) {
    const links = ids.map((id) => (
      kind === "device" ? { userId, deviceId: id } : { userId, groupId: id }));
    await this.#errands.run(() => changePermissions(links, may));
    // What really holds now, also when something was refused.
    await this.#errands.run(() => this.#readPermitted(userId));
    if (userId === this.#store.state.user?.id) await this.#onChanged();
  }

  /** @param {import("../people").Chosen} chosen */
  async #readPeople(chosen) {
    const { permitted } = this.#store.state.people;
    if (permitted && permitted.userId !== chosen) this.#errands.keep({ permitted: null });
    const users = await readUsers();
    this.#errands.keep({ users });
    if (chosen === null) return;
    await this.#readGroups();
    if (typeof chosen === "number") await this.#readPermitted(chosen);
  }

  async #readGroups() {
    const isAdministrator = this.#isAdministrator();
    const [devices] = await Promise.all([
      isAdministrator ? readAllDevices() : readDevices(), this.#readNames(),
    ]);
    this.#errands.keep({ devices });
  }

  async #readNames() {
    this.#errands.keep({ groups: await readGroups(this.#isAdministrator()) });
  }

  /** @param {number} userId */
  async #readPermitted(userId) {
    const permissions = await readPermissions(userId);
    const { route } = this.#store.state;
    if (route.view !== "people" || route.chosen !== userId) return;
    this.#errands.keep({ permitted: permittedOf(userId, permissions) });
  }

  #isAdministrator() {
    return this.#store.state.user?.administrator === true;
  }
}
