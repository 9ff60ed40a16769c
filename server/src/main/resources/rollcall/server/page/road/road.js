import * as api from "../api.js";
import { radios, select } from "../controls.js";
import { trouble } from "../trouble.js";
import { view } from "../view.js";
import { Figures } from "./figures.js";
import { Trend } from "./trend.js";

/** A city's figures are asked for when something has changed, but not more often than this, in milliseconds. */
const CITY_PACE = 1_000;

const element = (id) => document.getElementById(id);

/** Who is on the road: the figures of now, and how they have come about. */
export class Road {
  #figures = new Figures();
  #trend = new Trend();
  #latest = null;
  #cityTimer = null;
  #compared = null;

  constructor() {
    radios("minutes");
    select("city");
    view.follow(["minutes", "city"], () => this.#showFigures());
    view.follow(["range", "from", "to", "step", "city"], () => this.#showTrend());
    view.follow(["zone"], () => this.#trend.redraw());
    trouble(() => this.#readFirst());
  }

  /** A browser takes a while to start what listens to the stream. The first figures don't wait for it. */
  async #readFirst() {
    const figures = await api.last(view.get("minutes"), view.get("city"));
    if (this.#latest === null && figures.asOf !== null) {
      document.body.dataset.state = "ready";
      this.#figures.show(figures);
      this.#figures.freshness(figures.asOf, figures.staleSeconds);
    }
  }

  /** Cities that have come into being since are listed too. */
  async readCities() {
    const known = new Set([...element("city").options].map((option) => option.value));
    const names = await api.cities();
    element("city").append(...names.filter((name) => !known.has(name)).map((name) => new Option(name, name)));
  }

  onPresence(event) {
    this.#latest = event;
    document.body.dataset.state = event.asOf === null ? "empty" : "ready";
    if (event.asOf === null) {
      return;
    }
    this.#figures.freshness(event.asOf, event.staleSeconds);
    if (view.get("city") === "") {
      this.#showFigures();
    } else {
      this.#readCitySoon();
    }
    trouble(() => this.#trend.update(event));
  }

  onHeartbeat(beat) {
    if (beat.asOf) {
      this.#figures.freshness(beat.asOf, beat.staleSeconds);
    }
  }

  #showFigures() {
    if (!this.#latest?.asOf) {
      return;
    }
    if (view.get("city") === "") {
      const minutes = view.get("minutes");
      this.#figures.show(this.#latest.last[minutes]);
      this.#figures.compare(this.#latest.changes[minutes]);
    } else {
      trouble(() => this.#readCity());
    }
  }

  #showTrend() {
    if (this.#latest?.asOf) {
      trouble(() => this.#trend.read(Date.parse(this.#latest.newestMinute)));
    }
  }

  /** What happened before changes but when a minute has ended. */
  async #readCity() {
    const [minutes, city] = [view.get("minutes"), view.get("city")];
    const compared = [minutes, city, this.#latest.newestMinute].join("|");
    const [figures, changes] = await Promise.all([
      api.last(minutes, city),
      compared === this.#compared ? null : api.changes(minutes, city),
    ]);
    if (minutes === view.get("minutes") && city === view.get("city")) {
      this.#figures.show(figures);
      if (changes) {
        this.#figures.compare(changes);
        this.#compared = compared;
      }
    }
  }

  #readCitySoon() {
    this.#cityTimer ??= setTimeout(() => {
      this.#cityTimer = null;
      this.#showFigures();
    }, CITY_PACE);
  }
}
