import { AcknowledgeDialog } from "./acknowledge.js";
import { AlertRow } from "./alert-row.js";
import { Region } from "./region.js";
import { slide } from "./slide.js";
import { count } from "../time.js";

/** So many alerts are shown at first. */
export const PAGE = 20;

/** What more than so many rows would say nobody reads, and browsers become slow. */
const MOST = 5_000;

/** So long after a reader's last move on the list, in milliseconds, nothing moves under their eyes. */
const READING = 3_000;

const element = (id) => document.getElementById(id);

/** Alerts, newest first. New ones wait while somebody is busy with the list; then they slide in. */
export class AlertList {
  #list = element("alerts");
  #region = new Region(element("alerts-region"));
  #dialog = new AcknowledgeDialog((alert) => this.put(alert));
  #read;
  #filter;
  #limit = PAGE;
  #rows = new Map();
  #waiting = new Map();
  #isNew = true;
  #hasOlder = false;
  #total = 0;
  #above = 0;
  #touchedAt = -Infinity;
  #zone = "utc";
  #ahead = 0;

  /** @param read reads the list again: rows have left, and there are more to show */
  constructor(read) {
    this.#read = read;
    for (const move of ["pointermove", "pointerdown", "keydown", "focusin"]) {
      this.#list.addEventListener(move, () => (this.#touchedAt = performance.now()), { passive: true });
    }
    element("more").addEventListener("click", () => this.#showNewest());
    setInterval(() => this.#tick(), 1_000);
  }

  /** Others are listed from now on: the next that are put in replace those that are there. */
  set filter(filter) {
    this.#filter = filter;
    this.#limit = PAGE;
    this.#isNew = true;
    this.#waiting.clear();
    this.#list.setAttribute("aria-busy", "true");
  }

  set zone(zone) {
    this.#zone = zone;
    this.#rows.forEach((row) => row.draw(zone));
  }

  /** Ages are by the server's clock. */
  set serverTime(time) {
    this.#ahead = Date.parse(time) - Date.now();
  }

  /** How many to read when the list is read again. */
  get wanted() {
    return Math.min(MOST, Math.max(this.#limit, this.#rows.size));
  }

  /** Whether there are more than are shown. */
  get hasOlder() {
    return this.#hasOlder;
  }

  /** The number of the last alert. */
  get oldest() {
    return Number(this.#list.lastElementChild?.dataset.number ?? Infinity);
  }

  /** An alert that is new or has changed. */
  put(alert) {
    if (this.#isNew) {
      return; // it will be read
    }
    const row = this.#rows.get(alert.id);
    const matches = this.#filter.matches(alert);
    if (row) {
      row.show(alert, this.#zone);
      matches ? row.stay() : row.leave();
    } else if (!matches) {
      this.#waiting.delete(alert.id);
    } else if (!this.#hasOlder || alert.number > this.oldest) {
      this.#waiting.set(alert.id, alert);
    }
    this.#settle();
  }

  /**
   * These alerts and no others.
   *
   * @param total how many there are on the server
   */
  replace(alerts, hasOlder, total) {
    const listed = new Map(alerts.map((alert) => [alert.id, alert]));
    this.#total = total;
    if (this.#isNew) {
      this.#hasOlder = hasOlder;
      this.#begin(alerts);
      return;
    }
    // Older ones may have been read meanwhile; of those this says nothing.
    const last = hasOlder ? alerts.at(-1).number : 0;
    this.#hasOlder = this.oldest < last ? this.#hasOlder : hasOlder;
    this.#rows.forEach((row, id) => {
      if (listed.has(id)) {
        row.show(listed.get(id), this.#zone);
        row.stay();
      } else if (row.number > last) {
        row.leave();
      }
    });
    this.#waiting = new Map([...listed].filter(([id]) => !this.#rows.has(id)));
    this.#settle();
  }

  /** These follow those that are there. */
  extend(alerts, hasOlder) {
    const hadFocus = document.activeElement === element("older");
    this.#limit = Math.min(MOST, this.#rows.size + alerts.length);
    this.#hasOlder = hasOlder;
    alerts.filter((alert) => !this.#rows.has(alert.id)).forEach((alert) => this.#insert(alert));
    this.#drawFrame();
    if (hadFocus && element("older").hidden) {
      this.#list.focus({ preventScroll: true });
    }
  }

  /** None, for nobody knows which there are. */
  clear() {
    this.#hasOlder = false;
    this.#begin([]);
    this.#isNew = true;
    this.#drawFrame();
    element("no-match-text").textContent = "";
    element("no-match").hidden = false;
  }

  #begin(alerts) {
    this.#isNew = false;
    this.#above = 0;
    element("shelf").dataset.state = "ready";
    this.#list.removeAttribute("aria-busy");
    this.#rows.forEach((row) => this.#remove(row));
    alerts.forEach((alert) => this.#insert(alert));
    element("alerts-region").scrollTop = 0;
    this.#drawFrame();
  }

  /** Brings the list up to date, as far as that moves nothing that somebody reads. */
  #settle(isBusy = this.#isBusy()) {
    const { oldest } = this;
    const isStill = isBusy || this.#region.isScrolledInto;
    const entering = [...this.#waiting.values()].filter((alert) => !isBusy || alert.number < oldest);
    const leaving = isStill ? [] : [...this.#rows.values()].filter((row) => row.isGone);
    const most = isStill ? MOST : this.#limit;
    if (entering.length + leaving.length > 0 || this.#rows.size > most) {
      slide(this.#list, this.#region, () => {
        leaving.forEach((row) => this.#remove(row));
        entering.forEach((alert) => this.#insert(alert));
        this.#trim(most);
      });
      if (leaving.length > 0 && this.#hasOlder && this.#rows.size < this.#limit) {
        this.#read();
      }
    }
    this.#drawFrame();
  }

  #insert(alert) {
    this.#waiting.delete(alert.id);
    const row = new AlertRow(alert, this.#zone, (latest) => this.#dialog.open(latest));
    row.tick(this.#now());
    let newer = this.#list.lastElementChild;
    while (newer !== null && Number(newer.dataset.number) < alert.number) {
      newer = newer.previousElementSibling;
    }
    this.#above += this.#region.isScrolledInto && newer !== this.#list.lastElementChild ? 1 : 0;
    newer === null ? this.#list.prepend(row.element) : newer.after(row.element);
    this.#rows.set(alert.id, row);
  }

  #remove(row) {
    row.removed();
    row.element.remove();
    this.#rows.delete(row.id);
  }

  #trim(most) {
    while (this.#rows.size > most) {
      this.#remove([...this.#rows.values()].find((row) => row.element === this.#list.lastElementChild));
      this.#hasOlder = true;
    }
  }

  #isBusy() {
    return this.#dialog.isOpen || performance.now() - this.#touchedAt < READING;
  }

  #drawFrame() {
    const isReady = element("shelf").dataset.state === "ready" && !this.#isNew;
    const unseen = this.#waiting.size + this.#above;
    element("more").hidden = unseen === 0;
    element("more").textContent = unseen === 1 ? "1 new alert" : `${count(unseen)} new alerts`;
    element("older").hidden = !this.#hasOlder || this.#rows.size >= MOST;
    element("no-alerts").hidden = this.#rows.size > 0 || !isReady || !this.#filter.isUsual;
    element("no-match").hidden = this.#rows.size > 0 || !isReady || this.#filter.isUsual;
    element("no-match-text").textContent = this.#filter.name === "" ? "No alerts yet" : `Nothing matches ${this.#filter.name}`;
    element("shown").textContent = isReady ? this.#shown() : "";
  }

  #shown() {
    const listed = [...this.#rows.values()].filter((row) => !row.isLeaving).length;
    if (this.#hasOlder) {
      const end = this.#rows.size >= MOST ? "; a search or the CSV file has the others" : "";
      return `Showing ${count(listed)} of ${count(Math.max(this.#total, listed + 1))}${end}`;
    }
    return listed === 0 ? "" : `${count(listed)} ${listed === 1 ? "alert" : "alerts"}`;
  }

  #showNewest() {
    this.#above = 0;
    this.#region.toTop();
    this.#settle(false);
    this.#list.focus({ preventScroll: true });
  }

  #tick() {
    const now = this.#now();
    this.#rows.forEach((row) => row.tick(now));
    this.#above = this.#region.isScrolledInto ? this.#above : 0;
    if (!this.#isNew) {
      this.#settle();
    }
  }

  #now() {
    return Date.now() + this.#ahead;
  }
}
