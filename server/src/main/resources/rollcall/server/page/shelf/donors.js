import { donor } from "./alert-words.js";
import { count } from "../time.js";

/** Who can help: the nearest store, and the others when they are asked for. */
export class Donors {
  #nearest;
  #button;
  #list;
  #others = [];

  constructor(nearest, button, list) {
    this.#nearest = nearest;
    this.#button = button;
    this.#list = list;
    button.addEventListener("click", () => this.#open(list.hidden));
  }

  show({ redirects, status }) {
    const [nearest, ...others] = status === "resolved" ? [] : redirects.map(donor);
    this.#write(this.#nearest, nearest ?? (status === "resolved" ? "" : "No donor found"));
    this.#write(this.#button, `and ${count(others.length)} more`);
    this.#button.hidden = others.length === 0;
    this.#button.title = others.join("\n");
    if (others.join("\n") !== this.#others.join("\n")) {
      this.#list.replaceChildren(...others.map(item));
    }
    this.#others = others;
    this.#open(!this.#list.hidden && others.length > 0);
  }

  #open(isOpen) {
    this.#list.hidden = !isOpen;
    this.#button.setAttribute("aria-expanded", isOpen);
  }

  #write(part, text) {
    if (part.textContent !== text) {
      part.textContent = text;
    }
  }
}

function item(text) {
  const entry = document.createElement("li");
  entry.textContent = text;
  return entry;
}
