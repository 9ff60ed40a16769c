import { gradeOf, sign, words } from "./map-grades.js";
import { storeName } from "./store-id.js";
import { paced } from "../paced.js";
import { count } from "../time.js";

/** So many more rows at a time. */
const PAGE = 100;

/** How far apart the table is brought up to date, in milliseconds. */
const PACE = 2_000;

const element = (id) => document.getElementById(id);

/** The stores as a table, for whoever can't use the map or wants to read it. It is filled only while it is open. */
export class StoreTable {
  #stores = [];
  #limit = PAGE;
  #rows = new Map();
  #open;
  #fill = paced(async () => this.#draw(), PACE);

  /** @param open called with the id of the store that somebody wants to see */
  constructor(open) {
    this.#open = open;
    element("stores").addEventListener("toggle", () => this.#draw());
    element("stores-more").addEventListener("click", () => {
      this.#limit += PAGE;
      this.#draw();
    });
  }

  /** @param stores a function that gives the stores in the order they are to be listed in */
  show(stores, total) {
    this.#stores = stores;
    element("stores-title").textContent = total === 1 ? "1 store as a table" : `${count(total)} stores as a table`;
    if (element("stores").open) {
      this.#fill();
    }
  }

  /** Gives a store's button the focus; false if it has none. */
  focus(id) {
    const button = element("stores").open ? this.#rows.get(id)?.querySelector("button") : undefined;
    button?.focus();
    return button !== undefined;
  }

  #draw() {
    if (!element("stores").open) {
      return;
    }
    const stores = this.#stores();
    const listed = stores.slice(0, this.#limit);
    const rows = new Map(listed.map((store) => [store.id, this.#row(store)]));
    const body = element("store-rows");
    this.#rows.forEach((row, id) => rows.has(id) || row.remove());
    this.#rows = rows;
    // Rows that are in their place already are left alone, so that a focused button keeps the focus.
    [...rows.values()].forEach((row, i) => body.children[i] !== row && body.insertBefore(row, body.children[i] ?? null));
    element("stores-more").hidden = stores.length <= this.#limit;
  }

  #row(store) {
    const row = this.#rows.get(store.id) ?? this.#make(store);
    const grade = gradeOf(store);
    if (row.dataset.grade !== grade) {
      row.dataset.grade = grade;
      row.children[1].replaceChildren(sign(grade), words[grade]);
    }
    row.children[2].textContent = count(store.alerts);
    return row;
  }

  #make(store) {
    const row = document.createElement("tr");
    const name = document.createElement("th");
    name.scope = "row";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = storeName(store);
    button.addEventListener("click", () => this.#open(store.id));
    name.append(button);
    row.append(name, document.createElement("td"), document.createElement("td"));
    return row;
  }
}
