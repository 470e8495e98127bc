import { addDevice, readProtocols, removeDevice, saveDevice } from "../client/fleet.js";
import { readOptions } from "../client/options.js";
import { saveServer } from "../client/session.js";
import { routeFragment } from "../model/route.js";

/** Changes to a device and to the server. */
export class Settings {
  #store;
  #texts;
  #errands;
  #handlers;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {import("../texts/index.js").Texts} texts
   * @param {import("./errands.js").Errands} errands
   * @param {{onChanged: () => Promise<unknown>, onRemoved: () => void}} handlers of devices
   */
  constructor(store, texts, errands, handlers) {
    this.#store = store;
    this.#texts = texts;
    this.#errands = errands;
    this.#handlers = handlers;
  }

  /** @param {import("../people").Entered} fields */
  saveServer(fields) {
    return this.#errands.run(async () => {
      this.#store.set({ server: await saveServer(fields) });
    }, this.#texts.serverSettings.saved);
  }

  /**
   * @param {number} id
   * @param {import("../people").Entered} fields
   */
  saveDevice(id, fields) {
    return this.#errands.run(async () => {
      const device = await saveDevice(id, fields);
      const devices = new Map(this.#store.state.devices);
      this.#store.set({ devices: devices.set(id, device) });
    }, this.#texts.deviceEdit.saved);
  }

  /**
   * Enters a device by hand, and goes to it.
   * @param {{name: string, uniqueId: string, model: string | null}} fields
   */
  addDevice(fields) {
    return this.#errands.run(async () => {
      const device = await addDevice(fields);
      await this.#handlers.onChanged();
      location.hash = routeFragment({ view: "map", deviceId: device.id });
    }, this.#texts.adding.added);
  }

  /**
   * What can be entered about a device; null if that cannot be read, which leaves free lines.
   * @param {number} id
   * @param {string | null} protocol another one than the server thinks it speaks
   */
  async readOptions(id, protocol) {
    try {
      const [options, protocols] = await Promise.all([
        readOptions(id, protocol),
        this.#store.state.protocols.length > 0 ? this.#store.state.protocols : readProtocols(),
      ]);
      if (this.#store.state.phase === "ready") this.#store.set({ protocols });
      return options;
    } catch {
      return null;
    }
  }

  /** @param {number} id */
  async removeDevice(id) {
    const done = await this.#errands.run(() => removeDevice(id), this.#texts.deviceEdit.removed);
    if (!done) return;
    this.#handlers.onRemoved();
    await this.#handlers.onChanged();
  }
}
