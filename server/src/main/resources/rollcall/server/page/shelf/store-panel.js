import * as api from "../api.js";
import { description } from "./map-marks.js";
import { ShelfRow } from "./shelf-row.js";
import { storeName, storeOf } from "./store-id.js";
import { count } from "../time.js";

/** The worst so many shelves of a store are listed. */
const MOST = 200;

/** How far apart the shelves are read, in milliseconds. */
const PACE = 5_000;

const element = (id) => document.getElementById(id);

/** The shelves of one store, the worst first. */
export class StorePanel {
  #panel = element("store");
  #id = null;
  #rows = new Map();
  #timer;
  #asked = 0;

  /** @param close called when somebody has seen enough */
  constructor(close) {
    element("store-close").addEventListener("click", close);
  }

  /** How many pixels of the map it lies over. */
  get covered() {
    return !this.#panel.hidden && getComputedStyle(this.#panel).position === "absolute" ? this.#panel.offsetWidth : 0;
  }

  get hasFocus() {
    return this.#panel.contains(document.activeElement);
  }

  /** Shows a store's shelves. */
  open(id) {
    this.#id = id;
    this.#rows.clear();
    element("shelf-rows").replaceChildren();
    this.#panel.hidden = false;
    this.#panel.dataset.state = "loading";
    element("store-title").textContent = storeName(storeOf(id));
    element("shelves-note").textContent = "Reading the shelves";
    this.#trouble(null);
    this.#read();
  }

  close() {
    this.#id = null;
    this.#asked++;
    clearTimeout(this.#timer);
    this.#panel.hidden = true;
  }

  focus() {
    this.#panel.focus({ preventScroll: true });
    this.#panel.scrollIntoView({ block: "nearest" });
  }

  /** How bad it is in the store; undefined if it has not been heard of. */
  grade(store) {
    const text = store ? description(store) : "";
    element("store-grade").textContent = text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** Reads the shelves now and then. An answer to an earlier question is not shown. */
  async #read() {
    clearTimeout(this.#timer);
    const question = ++this.#asked;
    try {
      if (!document.hidden || this.#panel.dataset.state === "loading") {
        const answer = await api.shelves(storeOf(this.#id), MOST);
        if (question === this.#asked) {
          this.#show(answer);
        }
      }
    } catch (failure) {
      if (question === this.#asked) {
        this.#trouble(`Can't read the shelves; trying again. ${failure.message}`);
      }
    }
    if (question === this.#asked) {
      this.#timer = setTimeout(() => this.#read(), PACE);
    }
  }

  #show({ shelves, total }) {
    this.#trouble(null);
    this.#panel.dataset.state = shelves.length === 0 ? "empty" : "ready";
    const rows = new Map(shelves.map((shelf) => [shelf.product, this.#rows.get(shelf.product) ?? new ShelfRow(shelf.product)]));
    shelves.forEach((shelf) => rows.get(shelf.product).show(shelf));
    this.#rows = rows;
    element("shelf-rows").replaceChildren(...[...rows.values()].map((row) => row.element));
    element("shelves-note").textContent = note(shelves.length, total);
  }

  #trouble(message) {
    element("store-trouble").hidden = message === null;
    element("store-trouble").textContent = message ?? "";
  }
}

function note(shown, total) {
  if (total === 0) {
    return "Nothing is known of its shelves yet";
  }
  const shelves = total === 1 ? "1 shelf" : `${count(total)} shelves`;
  return shown < total ? `The worst ${count(shown)} of ${shelves}` : `${shelves}, the worst first`;
}
