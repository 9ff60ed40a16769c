import { csv, download } from "../export.js";
import { Meanwhile } from "../meanwhile.js";
import { plain, range, zoneName } from "../time.js";
import { trouble } from "../trouble.js";
import { view } from "../view.js";
import { PointsTable } from "./points-table.js";
import { Series } from "./series.js";
import { around, chosen, STEPS } from "./span.js";
import { Strip } from "./strip.js";
import { per, summary } from "./summary.js";
import { Toolbar } from "./toolbar.js";

/** How often what can't be brought up to date by events is read again, in milliseconds, by step. */
const PACE = { "1m": 1_000, "5m": 5_000, "1h": 15_000, "1d": 60_000 };
const STRIP_PACE = 60_000;

const element = (id) => document.getElementById(id);

/** How the figures have come about: the chart, the strip under it, and the same as a table, a sentence and files. */
export class Trend {
  #chart = null;
  #strip = new Strip((from, to) => this.#toolbar.show(from, to, true));
  #table = new PointsTable();
  #toolbar = new Toolbar();
  #series = new Series();
  #longer = new Series();
  #newest = null;
  #meanwhile = new Meanwhile();
  #readAt = -Infinity;
  #longerReadAt = -Infinity;

  constructor() {
    trouble(() => this.#loadChart());
    element("save-csv").addEventListener("click", () => this.#saveTable());
    element("save-png").addEventListener("click", () => this.#savePicture());
  }

  /** The library of charts is most of what the page loads; figures don't wait for it. */
  async #loadChart() {
    const { PresenceChart } = await import("./chart.js");
    this.#chart = new PresenceChart(element("chart"), (from, to) => this.#toolbar.show(from, to));
    this.redraw();
  }

  get #zone() {
    return view.get("zone");
  }

  /** Draws again what is known, as when only the time zone has changed. */
  redraw() {
    if (this.#series.span) {
      this.#draw();
    }
  }

  /** Reads anew what the view asks for; what changes meanwhile is put in after. */
  async read(newest) {
    this.#newest = newest;
    this.#readAt = performance.now();
    const span = chosen(view, newest);
    this.#toolbar.draw(span, newest);
    const [isLatest, events] = await this.#meanwhile.during(() => this.#series.read(span, view.get("city")));
    if (isLatest) {
      events.forEach((event) => this.#merge(event));
      this.#draw();
      await this.#readLonger();
    }
  }

  /** Takes in what an event of the stream says, or reads again if that does not tell all. */
  async update(event) {
    this.#newest = Date.parse(event.newestMinute);
    const span = chosen(view, this.#newest);
    this.#meanwhile.note(event);
    const isTold = span.step === "1m" && view.get("city") === "" && !event.full && this.#series.span?.step === "1m";
    if (isTold) {
      this.#merge(event);
      this.#draw();
      await this.#readLonger();
    } else if (event.full || performance.now() - this.#readAt > PACE[span.step]) {
      await this.read(this.#newest);
    }
  }

  #merge({ minutes, corrections = [] }) {
    this.#series.merge(chosen(view, this.#newest), minutes, corrections);
  }

  /** The strip shows what the chart does if that is all; else it is read by itself, seldom. */
  async #readLonger() {
    const shown = this.#series.span;
    const span = around(shown, view, this.#newest);
    if (span.from === shown.from && span.to === shown.to && span.step === shown.step) {
      this.#longer.span = null;
      this.#strip.draw(this.#series, shown);
      return;
    }
    const before = this.#longer.span;
    const isOther = before === null || before.step !== span.step || Math.abs(before.from - span.from) > STEPS[span.step];
    if (isOther || performance.now() - this.#longerReadAt > STRIP_PACE) {
      this.#longerReadAt = performance.now();
      await this.#longer.read(span, view.get("city"));
    }
    if (this.#longer.span) {
      this.#strip.draw(this.#longer, shown);
    }
  }

  #draw() {
    if (this.#chart === null) {
      return;
    }
    const { step, from, to } = this.#series.span;
    this.#chart.draw(this.#series, this.#newest, this.#zone);
    this.#table.draw(this.#series, this.#newest, this.#zone);
    element("chart-summary").textContent = summary(this.#series, this.#newest, view.get("city"), this.#zone);
    element("chart-range").textContent = `${range(from, to, this.#zone)} · ${per(step)} · times in ${zoneName(this.#zone)}`;
    element("late-key").dataset.shown = this.#series.corrected().length > 0;
  }

  #title() {
    const { from, to, step } = this.#series.span;
    const city = view.get("city");
    return `Drivers ${per(step)}${city === "" ? "" : `, ${city}`} · ${range(from, to, this.#zone)} ${zoneName(this.#zone)}`;
  }

  #fileName() {
    const { from, to } = this.#series.span;
    return `rollcall ${[from, to].map((time) => plain(time, this.#zone).slice(0, 16).replace(":", "")).join(" to ")}`;
  }

  #saveTable() {
    const header = [`time (${zoneName(this.#zone)})`, "city", "available", "online", "available pings", "pings", "finished"];
    const rows = this.#series.times().map((time) => {
      const { available, online, availablePings, pings } = this.#series.at(time);
      const isFinished = time + STEPS[this.#series.span.step] <= this.#newest;
      return [plain(time, this.#zone), view.get("city"), available, online, availablePings, pings, isFinished ? "yes" : "no"];
    });
    download(`${this.#fileName()}.csv`, "text/csv", csv(header, rows));
  }

  async #savePicture() {
    download(`${this.#fileName()}.png`, "image/png", await this.#chart.picture(this.#title()));
  }
}
