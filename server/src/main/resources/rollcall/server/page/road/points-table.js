import { count, second, stepStart, zoneName } from "../time.js";

const element = (id) => document.getElementById(id);

/** The same as the chart, as a table, newest first. It is filled only while it is open. */
export class PointsTable {
  #details = element("points");
  #body = element("points-rows");
  #drawn = null;

  constructor() {
    this.#details.addEventListener("toggle", () => this.#fill());
  }

  draw(series, newest, zone) {
    this.#drawn = [series, newest, zone];
    this.#fill();
  }

  #fill() {
    if (!this.#details.open || this.#drawn === null) {
      return;
    }
    const [series, newest, zone] = this.#drawn;
    const { step } = series.span;
    element("points-zone").textContent = `Time (${zoneName(zone)})`;
    const rows = series.times().reverse().map((time) => {
      const { online, available, pings } = series.at(time);
      const corrections = series.correctionsIn(time);
      const notes = [
        time === newest ? "not finished yet" : null,
        corrections.length === 0 ? null : `corrected at ${second(Date.parse(corrections.at(-1)[1].at), zone)}`,
      ].filter(Boolean);
      return row(stepStart(time, step, zone), count(available), count(online), count(pings), notes.join(", "));
    });
    this.#body.replaceChildren(...rows);
  }
}

function row(first, ...others) {
  const made = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = first;
  made.append(head, ...others.map((text) => Object.assign(document.createElement("td"), { textContent: text })));
  return made;
}
