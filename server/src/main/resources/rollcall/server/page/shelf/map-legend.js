import { grades, sign, tally, words } from "./map-grades.js";
import { storeName } from "./store-id.js";
import { count } from "../time.js";

/** So many stores without a place are named. */
const NAMED = 5;

const element = (id) => document.getElementById(id);

/** What the marks mean, how many stores there are of each, and which are not on the map. */
export class MapLegend {
  #counts = {};

  constructor() {
    for (const grade of grades) {
      const item = document.createElement("li");
      this.#counts[grade] = document.createElement("b");
      const word = document.createElement("span");
      word.textContent = words[grade];
      item.append(sign(grade), this.#counts[grade], word);
      element("map-help").before(item);
    }
  }

  /** How many links between stores are shown. @param all whether there are no others */
  help(links, all) {
    write("map-links", count(links));
    write("map-links-shown", `${all ? "" : "newest "}${links === 1 ? "redirect" : "redirects"}`);
  }

  show(stores, unplaced) {
    const counts = tally(stores);
    grades.forEach((grade) => (this.#counts[grade].textContent = count(counts[grade])));
    const parts = grades.filter((grade) => counts[grade] > 0).map((grade) => `${count(counts[grade])} ${words[grade]}`);
    write("map-summary", stores.length === 0 ? "" : `${stated(stores.length)}: ${parts.join(", ")}.`);
    write("map-unplaced", unplaced.length === 0 ? "" : `${missing(unplaced.length)}: ${names(unplaced)}`);
    element("map-unplaced").hidden = unplaced.length === 0;
    write("map-empty", stores.length === 0 ? "No store has been heard of yet" : "Nobody knows where the stores are");
    element("map-empty").hidden = stores.length > unplaced.length;
  }
}

const stated = (n) => (n === 1 ? "1 store" : `${count(n)} stores`);
const missing = (n) => `${stated(n)} ${n === 1 ? "is" : "are"} not on the map`;

function names(stores) {
  const named = stores.slice(0, NAMED).map(storeName).join("; ");
  return stores.length > NAMED ? `${named}; and ${count(stores.length - NAMED)} more` : named;
}

/** Only what changes is written, so that selected text stays selected. */
function write(id, text) {
  if (element(id).textContent !== text) {
    element(id).textContent = text;
  }
}
