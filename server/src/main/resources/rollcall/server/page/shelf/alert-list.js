import { AcknowledgeDialog } from "./acknowledge.js";
import { AlertRow } from "./alert-row.js";
import { slide } from "./slide.js";
import { count } from "../time.js";

const PAGE = 10;

/** The server gives no more at a time. */
const MOST = 1_000;

/** So long after a reader's last move on the list, in milliseconds, nothing moves under their eyes. */
const READING = 3_000;

const element = (id) => document.getElementById(id);

/** Alerts, newest first. New ones wait while somebody is busy with the list; then they slide in. */
export class AlertList {
  limit = PAGE;

  #list = element("alerts");
  #read;
  #dialog = new AcknowledgeDialog((alert) => this.put(alert));
  #rows = new Map();
  #waiting = new Map();
  #hasOlder = false;
  #above = 0;
  #touchedAt = -Infinity;
  #zone = "utc";
  #ahead = 0;

  /** @param read reads the list again: more than before is to be shown */
  constructor(read) {
    this.#read = read;
    for (const move of ["pointermove", "pointerdown", "keydown", "focusin"]) {
      this.#list.addEventListener(move, () => (this.#touchedAt = performance.now()), { passive: true });
    }
    element("more").addEventListener("click", () => this.#showNewest());
    element("older").addEventListener("click", () => this.#showOlder());
    setInterval(() => this.#tick(), 1_000);
  }

  set zone(zone) {
    this.#zone = zone;
    this.#rows.forEach((row) => row.draw(zone));
  }

  /** Ages are by the server's clock. */
  set serverTime(time) {
    this.#ahead = Date.parse(time) - Date.now();
  }

  /** An alert that is new or has changed. */
  put(alert) {
    const row = this.#rows.get(alert.id);
    if (row) {
      row.show(alert, this.#zone);
    } else if (alert.status === "resolved") {
      this.#waiting.delete(alert.id);
    } else if (!this.#hasOlder || alert.number > this.#oldest()) {
      this.#waiting.set(alert.id, alert);
    }
    this.#settle();
  }

  /** These alerts and no others. */
  replace(alerts, hasOlder) {
    const listed = new Map(alerts.map((alert) => [alert.id, alert]));
    this.#rows.forEach((row, id) => (listed.has(id) ? row.show(listed.get(id), this.#zone) : row.leave()));
    this.#waiting = new Map([...listed].filter(([id]) => !this.#rows.has(id)));
    this.#hasOlder = hasOlder;
    element("shelf").dataset.state = "ready";
    this.#settle();
  }

  /** Brings the list up to date, as far as that moves nothing that somebody reads. */
  #settle(isBusy = this.#isBusy()) {
    const oldest = this.#oldest();
    const entering = [...this.#waiting.values()].filter((alert) => !isBusy || alert.number < oldest);
    const leaving = isBusy || this.#isScrolledInto() ? [] : [...this.#rows.values()].filter((row) => row.isGone);
    if (entering.length + leaving.length > 0) {
      slide(this.#list, () => {
        leaving.forEach((row) => this.#remove(row));
        entering.forEach((alert) => this.#insert(alert));
        this.#trim();
      });
      if (leaving.length > 0 && this.#hasOlder && this.#rows.size < this.limit) {
        this.#read();
      }
    }
    this.#drawFrame();
  }

  #insert(alert) {
    this.#waiting.delete(alert.id);
    const row = new AlertRow(alert, this.#zone, (latest) => this.#dialog.open(latest));
    row.tick(this.#now());
    const older = [...this.#list.children].find((child) => Number(child.dataset.number) < alert.number);
    this.#list.insertBefore(row.element, older ?? null);
    this.#rows.set(alert.id, row);
    this.#above += older && this.#isScrolledInto() ? 1 : 0;
  }

  #remove(row) {
    row.element.remove();
    this.#rows.delete(row.id);
  }

  #trim() {
    const rows = [...this.#rows.values()].sort((a, b) => b.number - a.number);
    for (const row of rows.slice(this.limit)) {
      this.#remove(row);
      this.#hasOlder = true;
    }
  }

  #oldest() {
    return Math.min(...[...this.#rows.values()].map((row) => row.number));
  }

  #isBusy() {
    return this.#dialog.isOpen || performance.now() - this.#touchedAt < READING;
  }

  #isScrolledInto() {
    return this.#list.getBoundingClientRect().top < 0;
  }

  #drawFrame() {
    const unseen = this.#waiting.size + this.#above;
    element("more").hidden = unseen === 0;
    element("more").textContent = unseen === 1 ? "1 new alert" : `${count(unseen)} new alerts`;
    element("older").hidden = !this.#hasOlder || this.limit >= MOST;
    element("no-alerts").hidden = this.#rows.size > 0 || element("shelf").dataset.state !== "ready";
  }

  #showNewest() {
    this.#above = 0;
    this.#settle(false);
    this.#list.focus({ preventScroll: true });
    element("shelf").scrollIntoView({ block: "start" });
  }

  #showOlder() {
    this.limit = Math.min(MOST, this.limit + PAGE);
    this.#read();
  }

  #tick() {
    const now = this.#now();
    this.#rows.forEach((row) => row.tick(now));
    this.#above = this.#isScrolledInto() ? this.#above : 0;
    this.#settle();
  }

  #now() {
    return Date.now() + this.#ahead;
  }
}
