import { gradeOf, grades } from "./map-grades.js";
import { storeId } from "./store-id.js";

/** The stores that have been heard of, and how bad it is there. */
export class Stores {
  #stores = new Map();

  /** Grows when there are other stores, or when one is elsewhere. */
  edition = 0;

  get all() {
    return [...this.#stores.values()];
  }

  /** Those that somebody knows the location of. */
  get placed() {
    return this.all.filter(isPlaced);
  }

  /** Those that nobody does. */
  get unplaced() {
    return this.all.filter((store) => !isPlaced(store));
  }

  /** The worst first, then by name. */
  get byGrade() {
    const rank = (store) => grades.indexOf(gradeOf(store));
    return this.all.sort((a, b) => rank(a) - rank(b) || b.alerts - a.alerts || a.city.localeCompare(b.city) || a.state.localeCompare(b.state));
  }

  get(id) {
    return this.#stores.get(id);
  }

  /** These stores and no others. */
  replace(stores) {
    const next = new Map(stores.map((store) => [storeId(store), { ...store, id: storeId(store) }]));
    const isSame = next.size === this.#stores.size && [...next].every(([id, store]) => isThere(store, this.#stores.get(id)));
    this.edition += isSame ? 0 : 1;
    this.#stores = next;
  }

  /** How bad it is now in a store; false if it has not been heard of. */
  put({ city, state, alerts, worst }) {
    const id = storeId({ city, state });
    const store = this.#stores.get(id);
    if (store) {
      this.#stores.set(id, { ...store, alerts, worst });
    }
    return store !== undefined;
  }
}

const isPlaced = ({ latitude }) => latitude !== null;
const isThere = (store, before) => store.latitude === before?.latitude && store.longitude === before?.longitude;
