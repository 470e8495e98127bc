import { APIError } from "../client/http.js";
import { readMedia } from "../client/media.js";
import { withNews } from "../model/media.js";

/** The pictures and sounds of the selected device: read when it is selected, then told live. */
export class Album {
  #store;
  #onSignedOut;

  /**
   * @param {import("../model/store.js").Store} store
   * @param {() => void} onSignedOut
   */
  constructor(store, onSignedOut) {
    this.#store = store;
    this.#onSignedOut = onSignedOut;
    store.watch((state) => [state.link.state], ({ link, album }) => {
      // What came while nobody listened.
      if (link.state === "live" && album) void this.#read(album.deviceId);
    });
  }

  /** To be called when somebody entered or looks at something else. */
  attend() {
    const deviceId = this.#selected();
    if (deviceId === (this.#store.state.album?.deviceId ?? null)) return;
    this.#store.set({ album: deviceId === null ? null : { deviceId, items: [] } });
    if (deviceId !== null) void this.#read(deviceId);
  }

  /**
   * Something came, of any device.
   * @param {import("../types").MediaItem[]} news
   */
  add(news) {
    const { album } = this.#store.state;
    const own = news.filter((item) => item.deviceId === album?.deviceId);
    if (!album || own.length === 0) return;
    this.#store.set({ album: { ...album, items: withNews(album.items, own) } });
  }

  #selected() {
    const { phase, route } = this.#store.state;
    return phase === "ready" && route.view === "map" ? route.deviceId : null;
  }

  /** @param {number} deviceId */
  async #read(deviceId) {
    try {
      const items = await readMedia(deviceId);
      const { album } = this.#store.state;
      if (album?.deviceId !== deviceId) return;
      this.#store.set({ album: { deviceId, items: withNews(items, album.items) } });
    } catch (error) {
      if (error instanceof APIError && error.isSignedOut) this.#onSignedOut();
      // Anything else leaves the album empty; the next selection reads again.
    }
  }
}
