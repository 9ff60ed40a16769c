import { kinds } from "./alert-words.js";
import { view } from "../view.js";

const states = { "": ["open", "acknowledged"], open: ["open"], acknowledged: ["acknowledged"], resolved: ["resolved"], all: [] };

/** The choices that say which alerts are listed, and what they are if nobody chose. */
export const choices = { status: "", kind: "", q: "" };

/** Which alerts are listed. The server finds them by `parameters`, and events are taken in if they `match`. */
export class AlertFilter {
  #states;
  #kinds;
  #text;
  #words;

  constructor({ status, kind, q }) {
    // Whatever the address says: if there is no such thing, the server says so.
    this.#states = Object.hasOwn(states, status) ? states[status] : [status];
    this.#kinds = kind === "" ? [] : [kind];
    this.#text = q.trim();
    this.#words = q.toLowerCase().split(/[\s,\p{Cc}]+/u).filter((word) => word !== "");
    this.name = [
      ...(this.#text === "" ? [] : [`“${this.#text}”`]),
      ...(kind === "" ? [] : [kinds[kind]?.toLowerCase() ?? kind]),
      ...(status === "all" ? [] : [status === "" ? "active" : status]),
    ].join(" · ");
    this.isUsual = status === "" && kind === "" && this.#text === "";
  }

  /** What is chosen now. */
  static chosen() {
    return new AlertFilter(Object.fromEntries(Object.keys(choices).map((name) => [name, view.get(name)])));
  }

  get parameters() {
    return { state: this.#states.join(","), kind: this.#kinds.join(","), q: this.#text };
  }

  matches(alert) {
    return (this.#states.length === 0 || this.#states.includes(alert.status)) && this.concerns(alert);
  }

  /** Whether it matches, or would in another state. */
  concerns({ kind, product, city, state }) {
    const fields = [product, city, state].map((field) => field.toLowerCase());
    return (
      (this.#kinds.length === 0 || this.#kinds.includes(kind)) &&
      this.#words.every((word) => fields.some((field) => field.includes(word)))
    );
  }
}
