import { heard, isSilent, lost, retrying, startingLink } from "../model/link.js";
import { apiURL } from "./http.js";

/** @typedef {import("../types").Link} Link */

const clockPeriod = 1_000;

/**
 * The WebSocket, kept open: it comes back after every loss, with growing pauses, and does not
 * believe in a connection on which even the keep-alives are missing.
 */
export class LiveLink {
  /** @type {WebSocket | null} */
  #socket = null;
  #link = startingLink;
  #clock = 0;
  #isStopped = false;
  #handlers;

  /**
   * @param {object} handlers
   * @param {(message: import("../types").LiveMessage, isFirst: boolean) => void} handlers.onMessage
   *   isFirst: the message that the server sends on opening, which holds everything
   * @param {(link: Link) => void} handlers.onChange
   * @param {() => Promise<boolean>} handlers.mayReturn asked before each new attempt; false ends
   *   the attempts (signed out), a failure means that the server is still away
   */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  start() {
    this.#clock = window.setInterval(() => this.#tick(), clockPeriod);
    window.addEventListener("online", this.#hurry);
    this.#open();
  }

  stop() {
    this.#isStopped = true;
    window.clearInterval(this.#clock);
    window.removeEventListener("online", this.#hurry);
    this.#drop();
  }

  #open() {
    const url = apiURL("socket");
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url);
    let isFirst = true;
    this.#socket = socket;
    socket.onopen = () => this.#change(heard(Date.now()));
    socket.onmessage = (event) => {
      this.#change(heard(Date.now()));
      const message = parsed(event.data);
      if (message) this.#handlers.onMessage(message, isFirst);
      isFirst = false;
    };
    socket.onclose = () => this.#lose();
  }

  #tick() {
    const now = Date.now();
    if (isSilent(this.#link, now)) this.#lose();
    const { retryAt } = this.#link;
    if (this.#link.state === "waiting" && retryAt !== null && now >= retryAt) void this.#return();
  }

  #hurry = () => {
    if (this.#link.state === "waiting") void this.#return();
  };

  async #return() {
    this.#change(retrying(this.#link));
    try {
      if (await this.#handlers.mayReturn() && !this.#isStopped) this.#open();
    } catch {
      if (!this.#isStopped) this.#lose();
    }
  }

  #lose() {
    this.#drop();
    this.#change(lost(this.#link, Date.now(), Math.random()));
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** @param {Link} link */
  #change(link) {
    this.#link = link;
    this.#handlers.onChange(link);
  }
}

/**
 * @param {unknown} data
 * @returns {import("../types").LiveMessage | null}
 */
function parsed(data) {
  try {
    const message = JSON.parse(String(data));
    return typeof message === "object" ? message : null;
  } catch {
    return null;
  }
}
