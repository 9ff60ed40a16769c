import { Connection } from "./connection.js";

/** Pages say every now and then that they are there; one that says nothing for so long, in milliseconds, has crashed. */
const PATIENCE = 180_000;

/**
 * Shares one connection among all pages that are open. A page that comes later is told at once how things are. While no
 * page is there, there is no connection.
 */
export class Hub {
  #heardFrom = new Map();
  #newest = new Map();
  #connection = new Connection((message) => this.#tellAll(message));

  constructor() {
    setInterval(() => this.#forgetCrashed(), PATIENCE / 3);
  }

  /** Takes on a page, by the port it listens on. */
  join(port) {
    port.onmessage = ({ data }) => (data === "bye" ? this.#forget(port) : this.#isHere(port));
    this.#isHere(port);
  }

  /** Pages that were thought gone, as those that the browser keeps for its back button, may come again. */
  #isHere(port) {
    const isNew = !this.#heardFrom.has(port);
    this.#heardFrom.set(port, Date.now());
    if (isNew) {
      this.#connection.open();
      this.#welcome(port);
    }
  }

  #welcome(port) {
    const { state, since, quietSeconds } = this.#connection.link;
    port.postMessage({ link: { state, since, quietSeconds } });
    for (const [event, data] of this.#newest) {
      port.postMessage({ event, data: whole(event, data) });
    }
  }

  #tellAll(message) {
    if (message.event === "presence" || message.event === "alerts") {
      this.#newest.set(message.event, message.data);
    }
    this.#heardFrom.forEach((_, port) => port.postMessage(message));
  }

  #forget(port) {
    this.#heardFrom.delete(port);
    if (this.#heardFrom.size === 0) {
      this.#connection.close();
      this.#newest.clear();
    }
  }

  #forgetCrashed() {
    const crashed = [...this.#heardFrom].filter(([, heardAt]) => Date.now() - heardAt > PATIENCE);
    crashed.forEach(([port]) => this.#forget(port));
  }
}

/** What was told so far is not told again: the page must read what it shows. */
function whole(event, data) {
  return event === "presence" ? { ...data, minutes: [], corrections: [], full: true } : { ...data, places: [], full: true };
}
