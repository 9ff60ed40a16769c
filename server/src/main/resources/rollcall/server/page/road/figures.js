import { count, date, percent, second, span, zoneName } from "../time.js";
import { view } from "../view.js";

/** Data so far behind, in seconds, is told as something to look at. */
const LATE = 120;

/** A share smaller than this is no change. */
const LEAST_CHANGE = 0.005;

/** Figures of up to so many characters are written in the same size: it does not change from one minute to the next. */
const USUAL_LENGTH = 5;

const element = (id) => document.getElementById(id);

/** The two large figures, how they have changed, and how fresh they are. */
export class Figures {
  #asOf = null;
  #stale = 0;
  #heardAt = 0;

  constructor() {
    setInterval(() => this.#drawFreshness(), 1_000);
    view.follow(["zone"], () => this.#drawFreshness());
  }

  show({ online, available }) {
    element("online").textContent = count(online);
    element("available").textContent = count(available);
    element("figures").style.setProperty("--characters", Math.max(USUAL_LENGTH, count(online).length));
    element("share").style.width = online === 0 ? "0" : `${(100 * available) / online}%`;
    element("share-text").textContent =
      online === 0 ? "Nobody is online" : `${percent(available / online)} of those online are available`;
  }

  /** @param changes figures of the last finished minutes, and of the same minutes an hour and a day before, or null */
  compare({ now, hourAgo, dayAgo }) {
    for (const name of ["available", "online"]) {
      change(element(`${name}-hour`), now[name], hourAgo?.[name], "1 h");
      change(element(`${name}-day`), now[name], dayAgo?.[name], "24 h");
    }
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
    const [time, zone] = [Date.parse(this.#asOf), view.get("zone")];
    const behind = this.#stale + (performance.now() - this.#heardAt) / 1_000;
    element("as-of").dataset.late = behind >= LATE;
    element("as-of").textContent =
      `Data as of ${date(time, zone)}, ${second(time, zone)} ${zoneName(zone)}` +
      ` · ${behind < 2 ? "up to date" : `${span(behind)} behind`}`;
  }
}

function change(line, now, before, time) {
  const share = (now - before) / Math.max(1, before);
  const isChange = Math.abs(share) >= LEAST_CHANGE;
  line.dataset.change = isChange ? (share > 0 ? "up" : "down") : "none";
  line.title = "The last finished minutes against the same minutes then";
  if (before === undefined) {
    line.textContent = `${time} ago: no data`;
  } else if (!isChange) {
    line.textContent = `as ${time} ago`;
  } else {
    line.textContent = `${percent(Math.abs(share))} in ${time}, from ${count(before)}`;
  }
}
