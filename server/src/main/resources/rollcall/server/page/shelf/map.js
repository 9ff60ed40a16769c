import * as api from "../api.js";
import { MapDrawing } from "./map-drawing.js";
import { MapLegend } from "./map-legend.js";
import { Redirects } from "./redirects.js";
import { StorePanel } from "./store-panel.js";
import { StoreTable } from "./store-table.js";
import { Stores } from "./stores.js";
import { storeId } from "./store-id.js";
import { Meanwhile } from "../meanwhile.js";
import { paced } from "../paced.js";
import { view } from "../view.js";

/** How far apart reads of all stores are at least, in milliseconds. */
const PACE = 2_000;

/** Stores that have had no alert yet are seen when all are read again: so often, in milliseconds. */
const NEWS = 60_000;

/** So many links between stores are shown, of the newest alerts. */
const LINKS = 50;

/** Redirects are looked for among so many of the newest alerts. */
const ALERTS = 100;
const OPEN = { state: "open,acknowledged" };

const element = (id) => document.getElementById(id);

/** Where the stores are, how bad it is there, who can help whom, and what a store has on its shelves. */
export class Places {
  #stores = new Stores();
  #redirects = new Redirects();
  #drawing = new MapDrawing((id) => this.#open(id));
  #legend = new MapLegend();
  #table = new StoreTable((id) => this.#open(id));
  #panel = new StorePanel(() => this.#close());
  #read = paced(() => this.#readAll(), PACE);
  #meanwhile = new Meanwhile();
  #drawn = null;
  #hasAllAlerts = true;
  #shown = null;
  #frame = null;

  constructor() {
    view.follow(["store"], () => this.#choose());
    document.addEventListener("keydown", (event) => this.#onKey(event));
    document.addEventListener("alertfocus", ({ detail }) => this.#look(detail));
    new ResizeObserver(() => this.#drawing.cover(this.#panel.covered)).observe(element("map"));
    setInterval(() => document.hidden || this.#read(), NEWS);
    this.#read();
  }

  /** Where it has become better or worse. If events alone don't tell all that has changed, everything is read. */
  onAlerts({ places, full }) {
    this.#meanwhile.note(() => places.forEach((place) => this.#stores.put(place)));
    const known = places.map((place) => this.#stores.put(place));
    if (full || known.includes(false)) {
      this.#read();
    }
    this.#drawSoon();
  }

  /** An alert that is new or has changed. */
  onAlert(alert) {
    this.#meanwhile.note(() => this.#redirects.put(alert));
    this.#redirects.put(alert);
    this.#drawSoon();
  }

  get #chosen() {
    return view.get("store") === "" ? null : view.get("store");
  }

  /** Reads everything; what changes meanwhile is put in after. */
  async #readAll() {
    try {
      const [[stores, { alerts, next }], missed] = await this.#meanwhile.during(() =>
        Promise.all([api.stores(), api.alerts(OPEN, { limit: ALERTS })]),
      );
      this.#stores.replace(stores);
      this.#redirects.replace(alerts);
      this.#hasAllAlerts = next === null;
      missed.forEach((put) => put());
      if (this.#drawn !== this.#stores.edition) {
        await this.#drawing.suit(this.#stores.placed);
        this.#drawn = this.#stores.edition;
      }
      element("places").dataset.state = "ready";
      this.#draw();
      this.#trouble(null);
    } catch (failure) {
      this.#trouble(`Can't read the stores; trying again. ${failure.message}`);
      this.#read();
    }
  }

  #drawSoon() {
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#frame = null;
    if (this.#drawn !== this.#stores.edition) {
      return; // there is no map yet that suits these stores
    }
    const { all, placed, unplaced } = this.#stores;
    const { links } = this.#redirects;
    const shown = links.slice(0, LINKS);
    this.#drawing.show(placed, shown);
    this.#legend.show(all, unplaced);
    this.#legend.help(shown.length, this.#hasAllAlerts && shown.length === links.length);
    this.#table.show(() => this.#stores.byGrade, all.length);
    this.#panel.grade(this.#stores.get(this.#chosen));
  }

  #look(detail) {
    const alert = detail.alert ?? (detail.id === null ? null : this.#redirects.get(detail.id));
    this.#drawing.look(alert ? { id: alert.id, store: storeId(alert) } : null);
  }

  #open(id) {
    view.set({ store: id });
    this.#panel.focus();
  }

  #close() {
    view.set({ store: "" });
  }

  #choose() {
    const hadFocus = this.#panel.hasFocus;
    const before = this.#shown;
    this.#shown = this.#chosen;
    if (this.#shown === null) {
      this.#panel.close();
    } else {
      this.#panel.open(this.#shown);
      this.#panel.grade(this.#stores.get(this.#shown));
    }
    this.#drawing.choose(this.#shown, this.#panel.covered);
    if (hadFocus && this.#shown === null) {
      this.#table.focus(before) || this.#drawing.focus(before) || element("map").focus({ preventScroll: true });
    }
  }

  #onKey({ key, target }) {
    const isMeant = target === document.body || element("places").contains(target);
    if (key === "Escape" && isMeant && this.#chosen !== null) {
      this.#close();
    }
  }

  #trouble(message) {
    element("map-trouble").hidden = message === null;
    element("map-trouble").textContent = message ?? "";
  }
}
