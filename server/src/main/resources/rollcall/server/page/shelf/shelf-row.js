import { sign, words } from "./map-grades.js";
import { count, lasting, roughly } from "../time.js";

/** One shelf of a store. */
export class ShelfRow {
  element = document.getElementById("shelf-row").content.firstElementChild.cloneNode(true);
  #kind;

  constructor(product) {
    this.#part("product").textContent = product;
  }

  show({ kind, level, clearLevel, demandPerHour, minutesLeft }) {
    if (kind !== this.#kind) {
      this.#kind = kind;
      this.element.className = kind ?? "fine";
      this.#part("kind").replaceChildren(...(kind === null ? [] : [sign(kind), words[kind] ?? kind]));
    }
    this.#part("level").textContent = count(level);
    this.#part("fill").style.width = `${Math.min(100, clearLevel > 0 ? (100 * level) / clearLevel : 100)}%`;
    this.element.querySelector(".gauge").title = `Clear at ${count(Math.ceil(clearLevel))}`;
    this.#part("pace").textContent = demandPerHour === 0 ? "–" : roughly(demandPerHour);
    this.#part("lasts").textContent = minutesLeft === null || level === 0 ? "–" : lasting(minutesLeft);
  }

  #part(name) {
    return this.element.querySelector(`.${name}`);
  }
}
