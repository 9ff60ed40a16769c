import { saveAlerts } from "./alert-export.js";
import { AlertFilter, choices } from "./alert-filter.js";
import { AlertList } from "./alert-list.js";
import { AlertReader } from "./alert-reader.js";
import { Announcer } from "./announcer.js";
import { Chime } from "./chime.js";
import { filterBar } from "./filter-bar.js";
import { News } from "./news.js";
import { Notices } from "./notices.js";
import { count } from "../time.js";
import { view } from "../view.js";

const element = (id) => document.getElementById(id);

function show(name, n) {
  element(`count-${name}`).textContent = count(n);
  element(`count-${name}`).parentElement.dataset.count = n;
}

function say(text) {
  element("shelf-note").textContent = text;
}

/** What runs low: how many alerts there are, and those that somebody wants to see, the newest first. */
export class Alerts {
  #filter;
  #tellers = [new Announcer(element("announced")), new Chime(element("sound")), new Notices(element("notices"), say)];
  #news = new News((alerts) => this.#tellers.forEach((teller) => teller.tell(alerts)));
  #list = new AlertList(() => this.#reader.readSoon());
  #reader = new AlertReader(this.#list, this.#news);

  constructor() {
    filterBar();
    view.follow(["zone"], () => (this.#list.zone = view.get("zone")));
    view.follow(Object.keys(choices), () => this.#become(AlertFilter.chosen()));
    element("save-alerts").addEventListener("click", () => this.#save());
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
      this.#reader.readSoon();
    } else if (this.#list.hasOlder) {
      this.#reader.recount();
    }
  }

  /** An alert that is new or has changed. */
  put(alert) {
    this.#reader.put(alert);
    this.#news.add(alert, this.#filter.concerns(alert));
  }

  #become(filter) {
    this.#filter = filter;
    this.#list.filter = filter;
    this.#reader.filter = filter;
    say("");
  }

  async #save() {
    const button = element("save-alerts");
    button.setAttribute("aria-disabled", "true");
    say("Reading the alerts…");
    try {
      say(await saveAlerts(this.#filter, view.get("zone")));
    } catch (failure) {
      say(`Can't save the alerts. ${failure.message}`);
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }
}
