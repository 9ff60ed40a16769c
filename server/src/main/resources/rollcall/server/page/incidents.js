import { count, date, minute } from "./time.js";
import { view } from "./view.js";

const SHOWN = 8;
const titles = {
  "data-lost": "Data lost",
  "topic-recreated": "Topic made anew",
  "log-truncated": "Log cut short",
  restart: "Restart",
};

/** What was lost, and how much was rejected. */
export class Incidents {
  #incidents = [];

  constructor() {
    view.follow(["zone"], () => this.#draw());
  }

  replace({ incidents, rejected }) {
    this.#incidents = incidents;
    this.#draw();
    const reasons = Object.entries(rejected);
    document.getElementById("rejected").hidden = reasons.length === 0;
    document.getElementById("reasons").replaceChildren(...reasons.map(([reason, n]) => text("li", `${reason} ${count(n)}`)));
  }

  add(incident) {
    this.#incidents = [incident, ...this.#incidents];
    this.#draw();
  }

  #draw() {
    document.getElementById("no-incidents").hidden = this.#incidents.length > 0;
    document.getElementById("incidents").replaceChildren(...this.#incidents.slice(0, SHOWN).map((each) => this.#item(each)));
  }

  #item(incident) {
    const when = text("time", `${date(Date.parse(incident.when), view.get("zone"))}, ${minute(Date.parse(incident.when), view.get("zone"))}`);
    when.dateTime = incident.when;
    const kind = text("span", titles[incident.kind] ?? incident.kind);
    kind.className = "kind";
    const item = document.createElement("li");
    item.append(kind, when, text("p", incident.detail));
    return item;
  }
}

function text(tag, content) {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}
