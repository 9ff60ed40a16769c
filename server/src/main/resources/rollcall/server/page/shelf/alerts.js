import { AlertList } from "./alert-list.js";
import { Announcer } from "./announcer.js";
import * as api from "../api.js";
import { paced } from "../paced.js";
import { count } from "../time.js";
import { view } from "../view.js";

/** How far apart reads of the list are at least, in milliseconds. */
const PACE = 2_000;

const element = (id) => document.getElementById(id);

function show(name, n) {
  element(`count-${name}`).textContent = count(n);
  element(`count-${name}`).parentElement.dataset.count = n;
}

/** What runs low: how many alerts there are, and the newest of them. */
export class Alerts {
  #announcer = new Announcer(element("announced"));
  #list = new AlertList(() => this.#read());
  #read = paced(() => this.#readList(), PACE);
  #missed = [];
  #newest = null;

  constructor() {
    view.follow(["zone"], () => (this.#list.zone = view.get("zone")));
  }

  set serverTime(time) {
    this.#list.serverTime = time;
  }

  /** How many there are. If events alone don't tell all that has changed, the list is read. */
  summary({ open, acknowledged, full }) {
    const kinds = Object.entries(open);
    kinds.forEach(([kind, n]) => show(kind, n));
    show("open", kinds.reduce((sum, [, n]) => sum + n, 0));
    show("acknowledged", acknowledged);
    if (full) {
      this.#read();
    }
  }

  /** An alert that is new or has changed. */
  put(alert) {
    this.#missed.push(alert);
    this.#list.put(alert);
    this.#announce(alert);
  }

  /** Reads the list; what changes meanwhile is put in after. */
  async #readList() {
    this.#missed = [];
    try {
      const { alerts, next } = await api.alerts(this.#list.limit);
      this.#list.replace(alerts, next !== null);
      this.#missed.forEach((alert) => this.#list.put(alert));
      this.#newest ??= Math.max(0, ...alerts.map((alert) => alert.number));
      [...alerts].reverse().forEach((alert) => this.#announce(alert));
      this.#trouble(null);
    } catch (failure) {
      this.#trouble(`Can't read the alerts; trying again. ${failure.message}`);
      this.#read();
    }
  }

  /** Only what was raised after the page was opened is news. */
  #announce(alert) {
    if (this.#newest !== null && alert.number > this.#newest) {
      this.#announcer.add(alert);
    }
  }

  #trouble(message) {
    element("shelf-trouble").hidden = message === null;
    element("shelf-trouble").textContent = message ?? "";
  }
}
