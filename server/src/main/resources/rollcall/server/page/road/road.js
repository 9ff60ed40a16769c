import * as api from "../api.js";
import { radios, select } from "../controls.js";
import { zoneName } from "../time.js";
import { trouble } from "../trouble.js";
import { view } from "../view.js";
import { PresenceChart } from "./chart.js";
import { Figures } from "./figures.js";

/** A city's figures are asked for when something has changed, but not more often than this, in milliseconds. */
const CITY_PACE = 1_000;
const MINUTES = { "1h": 60, "6h": 360, "24h": 1440 };

const element = (id) => document.getElementById(id);

/** Who is on the road: the figures of now, and how they have come about. */
export class Road {
  #figures = new Figures();
  #chart = new PresenceChart(element("chart"));
  #latest = null;
  #cityTimer = null;
  #asked = 0;
  #missed = [];
  #charted = false;

  constructor() {
    radios("minutes");
    radios("range");
    select("city");
    view.follow(["zone"], () => {
      this.#figures.zone = view.get("zone");
      this.#chart.zone = view.get("zone");
      element("zone-text").textContent = `Times in ${zoneName(view.get("zone"))}`;
    });
    view.follow(["minutes", "range", "city"], () => this.#showAll());
  }

  /** Cities that have come into being since are listed too. */
  async readCities() {
    const known = new Set([...element("city").options].map((option) => option.value));
    for (const name of await api.cities()) {
      if (!known.has(name)) {
        element("city").append(new Option(name, name));
      }
    }
  }

  onPresence(event) {
    this.#latest = event;
    document.body.dataset.state = event.asOf === null ? "empty" : "ready";
    if (event.asOf === null) {
      return;
    }
    this.#figures.freshness(event.asOf, event.staleSeconds);
    this.#showFigures();
    if (view.get("city") !== "") {
      this.#readCitySoon();
      return;
    }
    this.#missed.push(...event.minutes);
    if (event.full || !this.#charted) {
      trouble(() => this.#readChart());
    } else {
      this.#chart.merge(event.minutes, event.newestMinute);
    }
  }

  onHeartbeat(beat) {
    if (beat.asOf) {
      this.#figures.freshness(beat.asOf, beat.staleSeconds);
    }
  }

  #showFigures() {
    if (view.get("city") === "") {
      this.#figures.show(this.#latest.last[view.get("minutes")]);
    }
  }

  async #showCityFigures() {
    const city = view.get("city");
    const answer = await api.last(view.get("minutes"), city);
    if (city === view.get("city")) {
      this.#figures.show(answer);
    }
  }

  /** Reads the chart anew. An answer to an earlier question is not shown; what changes meanwhile is put in after. */
  async #readChart() {
    const question = ++this.#asked;
    const minutes = MINUTES[view.get("range")];
    this.#missed = [];
    this.#chart.minutes = minutes;
    const to = new Date(this.#latest.newestMinute);
    const from = new Date(to.getTime() - (minutes - 1) * 60_000);
    const { points } = await api.series(from, to, view.get("city"));
    if (question === this.#asked) {
      this.#chart.replace([...points, ...this.#missed], this.#latest.newestMinute);
      this.#charted = true;
    }
  }

  #readCitySoon() {
    this.#cityTimer ??= setTimeout(() => {
      this.#cityTimer = null;
      if (view.get("city") !== "") {
        trouble(() => Promise.all([this.#showCityFigures(), this.#readChart()]));
      }
    }, CITY_PACE);
  }

  #showAll() {
    if (this.#latest?.asOf) {
      this.#showFigures();
      trouble(() => Promise.all([view.get("city") === "" ? null : this.#showCityFigures(), this.#readChart()]));
    }
  }
}
