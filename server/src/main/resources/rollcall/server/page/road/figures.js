import { count, date, percent, second, span } from "../time.js";

const element = (id) => document.getElementById(id);

/** The two large figures, and how fresh they are. */
export class Figures {
  #zone = "utc";
  #asOf = null;
  #stale = 0;
  #heardAt = 0;

  constructor() {
    setInterval(() => this.#drawFreshness(), 1000);
  }

  set zone(zone) {
    this.#zone = zone;
    this.#drawFreshness();
  }

  show({ online, available }) {
    element("online").textContent = count(online);
    element("available").textContent = count(available);
    element("share").style.width = online === 0 ? "0" : `${(100 * available) / online}%`;
    element("share-text").textContent =
      online === 0 ? "Nobody is online" : `${percent(available / online)} of those online are available`;
  }

  /** @param stale how far behind the server's clock the data is, in seconds */
  freshness(asOf, stale) {
    this.#asOf = asOf;
    this.#stale = stale;
    this.#heardAt = performance.now();
    this.#drawFreshness();
  }

  #drawFreshness() {
    if (this.#asOf === null) {
      return;
    }
    const time = Date.parse(this.#asOf);
    const behind = this.#stale + (performance.now() - this.#heardAt) / 1000;
    element("as-of").textContent =
      `Data as of ${date(time, this.#zone)}, ${second(time, this.#zone)}` +
      `${this.#zone === "utc" ? " UTC" : ""} · ${behind < 2 ? "up to date" : `${span(behind)} behind`}`;
  }
}
