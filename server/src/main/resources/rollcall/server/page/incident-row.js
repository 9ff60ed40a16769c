import { brief, date, minute, second } from "./time.js";

/** For each kind: what it is called, its icon, how bad it is and what to do, also while it goes on. */
const KINDS = {
  "data-lost": {
    title: "Data lost",
    icon: "alarm",
    grade: "bad",
    remedy: "Let the topic keep records for longer (retention.ms), and see why they were not read in time.",
  },
  "log-truncated": {
    title: "Log cut short",
    icon: "alarm",
    grade: "bad",
    remedy: "Have the brokers elect no leader that lags behind (unclean.leader.election.enable=false).",
  },
  "topic-recreated": {
    title: "Topic made anew",
    icon: "alarm",
    grade: "warn",
    remedy: "If nobody meant to, find out who may delete topics.",
  },
  stall: {
    title: "Nothing came",
    icon: "pause",
    grade: "calm",
    gradeNow: "warn",
    remedy: "What comes late is still counted in its own minute.",
    remedyNow: "See whether they reach Kafka, and whether the job runs and its log tells of trouble.",
  },
  restart: { title: "Job started over", icon: "again", grade: "calm", remedy: "Nothing to do." },
  "cut-off": {
    title: "Connection lost",
    icon: "cut-off",
    grade: "calm",
    remedy: "Nothing is missing: what happened meanwhile was read when it was back.",
  },
};

/** One line of what went wrong. */
export class IncidentRow {
  element = document.getElementById("incident").content.firstElementChild.cloneNode(true);
  #incident;

  show(incident, zone) {
    this.#incident = incident;
    this.draw(zone);
  }

  draw(zone) {
    const incident = this.#incident;
    const kind = KINDS[incident.kind] ?? { title: incident.kind, icon: "alarm", grade: "warn", remedy: "" };
    this.element.dataset.grade = (incident.ongoing && kind.gradeNow) || kind.grade;
    this.#part("use").setAttribute("href", `#icon-${kind.icon}`);
    this.#write(".kind", kind.title);
    this.#part(".going-on").hidden = !incident.ongoing;
    const when = Date.parse(incident.when);
    this.#part("time").dateTime = incident.when;
    this.#write("time", `${date(when, zone)}, ${minute(when, zone)}`);
    this.#write(".detail", incident.kind === "cut-off" ? outage(incident, zone) : incident.detail);
    this.#write(".remedy", (incident.ongoing && kind.remedyNow) || kind.remedy);
  }

  #part(selector) {
    return this.element.querySelector(selector);
  }

  #write(selector, text) {
    if (this.#part(selector).textContent !== text) {
      this.#part(selector).textContent = text;
    }
  }
}

function outage({ from, to }, zone) {
  return `This page was cut off from ${second(from, zone)} to ${second(to, zone)} (${brief((to - from) / 1000)}).`;
}
