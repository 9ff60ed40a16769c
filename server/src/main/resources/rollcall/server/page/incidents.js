import { IncidentRow } from "./incident-row.js";
import { rejections } from "./rejections.js";
import { count, zoneName } from "./time.js";
import { view } from "./view.js";

/** How many are shown unless somebody asks for all. */
const FEW = 5;

const element = (id) => document.getElementById(id);

/** An incident is told again when it is over. */
const key = ({ kind, log, partition, from, to }) => JSON.stringify([kind, log, partition, from, to]);

/** What went wrong, first what goes on, then newest first; and how much was rejected. */
export class Incidents {
  #stored = [];
  #own = [];
  #rows = new Map();
  #showsAll = false;

  constructor() {
    view.follow(["zone"], () => {
      element("incidents-zone").textContent = `Times in ${zoneName(view.get("zone"))}`;
      this.#rows.forEach((row) => row.draw(view.get("zone")));
    });
    element("all-incidents").addEventListener("click", () => {
      this.#showsAll = !this.#showsAll;
      this.#draw();
      if (!this.#showsAll) {
        element("wrong").scrollIntoView({ block: "nearest" });
      }
    });
  }

  /** These, and no others that the server knows of. */
  replace({ incidents, rejected, rejectedTopic }) {
    this.#stored = incidents;
    element("wrong").dataset.state = "ready";
    this.#draw();
    element("rejected").hidden = Object.keys(rejected).length === 0;
    element("rejected-topic").textContent = rejectedTopic;
    element("reasons").replaceChildren(...rejections(rejected));
  }

  /** One that is new or has changed. */
  put(incident) {
    this.#stored = [incident, ...this.#stored.filter((each) => key(each) !== key(incident))];
    this.#draw();
  }

  /** This page itself could not hear of anything for a while (ms). Nobody else knows of that, nor does it after a reload. */
  cutOff({ from, to }) {
    const when = new Date(to).toISOString();
    this.#own.push({ kind: "cut-off", log: "", partition: 0, from, to, when, detail: "", ongoing: false });
    this.#draw();
  }

  #draw() {
    const all = [...this.#own, ...this.#stored].sort(
      (a, b) => b.ongoing - a.ongoing || Date.parse(b.when) - Date.parse(a.when),
    );
    const shown = this.#showsAll ? all : all.slice(0, FEW);
    element("no-incidents").hidden = all.length > 0 || element("wrong").dataset.state !== "ready";
    this.#drawRows(shown);
    element("all-incidents").hidden = all.length <= FEW;
    element("all-incidents").textContent = this.#showsAll ? `Show the newest ${FEW}` : `Show all ${count(all.length)}`;
    element("all-incidents").ariaExpanded = String(this.#showsAll);
  }

  /** Rows that stay are left where they are, so that nothing is lost that somebody has marked or is reading. */
  #drawRows(shown) {
    const zone = view.get("zone");
    const rows = new Map(shown.map((incident) => [key(incident), this.#rows.get(key(incident)) ?? new IncidentRow()]));
    shown.forEach((incident) => rows.get(key(incident)).show(incident, zone));
    this.#rows = rows;
    const wanted = [...rows.values()].map((row) => row.element);
    const list = element("incidents");
    if (wanted.length !== list.children.length || wanted.some((row, i) => row !== list.children[i])) {
      list.replaceChildren(...wanted);
    }
  }
}
