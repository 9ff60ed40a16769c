import { PAGE } from "./alert-list.js";
import * as api from "../api.js";
import { Meanwhile } from "../meanwhile.js";
import { paced } from "../paced.js";

/** How far apart reads of the list are at least, in milliseconds, unless something else is to be listed. */
const PACE = 2_000;

/** How far apart they are if only the number of alerts that are not shown may have changed. */
const COUNTING_PACE = 10_000;

/** So long after the last key, in milliseconds, what is typed is looked for. */
const TYPING = 200;

/** The server gives no more at a time, and nobody wants more at a time. */
const MOST_AT_A_TIME = 1_000;
const MOST_OLDER = 500;

const element = (id) => document.getElementById(id);

/** Reads the alerts that are listed from the server. What changes meanwhile is put into the list after. */
export class AlertReader {
  readSoon = paced(() => this.#read(), PACE);
  recount = paced(() => this.readSoon(), COUNTING_PACE);
  #list;
  #news;
  #filter;
  #meanwhile = new Meanwhile();
  #typing;
  #turn = 0;
  #isReadingOlder = false;

  constructor(list, news) {
    this.#list = list;
    this.#news = news;
    element("older").addEventListener("click", () => this.#readOlder());
  }

  /** Others are listed from now on. What was asked for before is of no interest any more. */
  set filter(filter) {
    const isFirst = this.#filter === undefined;
    this.#filter = filter;
    this.#turn++;
    clearTimeout(this.#typing);
    if (isFirst) {
      this.readSoon();
    } else {
      this.#typing = setTimeout(() => this.#read(), TYPING);
    }
  }

  put(alert) {
    this.#meanwhile.note(alert);
    this.#list.put(alert);
  }

  async #read() {
    const filter = this.#filter;
    const turn = ++this.#turn;
    try {
      await this.#beginNews();
      const [{ alerts, next, total }, missed] = await this.#meanwhile.during(() => this.#readPages(filter));
      if (turn !== this.#turn) {
        return;
      }
      this.#list.replace(alerts, next !== null, total);
      missed.forEach((alert) => this.#list.put(alert));
      [...alerts].reverse().forEach((alert) => this.#news.add(alert, filter.concerns(alert)));
      this.#trouble(null);
    } catch (failure) {
      if (turn === this.#turn) {
        this.#fail(failure);
      }
    }
  }

  /** What there is when the page is opened is no news. */
  async #beginNews() {
    if (!this.#news.isBegun) {
      const { alerts } = await api.alerts({}, { limit: 1 });
      this.#news.begin(alerts[0]?.number ?? 0);
    }
  }

  async #readPages(filter) {
    const { wanted } = this.#list;
    const read = await api.alerts(filter.parameters, { limit: Math.min(wanted, MOST_AT_A_TIME), total: true });
    while (read.next !== null && read.alerts.length < wanted) {
      const limit = Math.min(wanted - read.alerts.length, MOST_AT_A_TIME);
      const page = await api.alerts(filter.parameters, { limit, before: read.next });
      read.alerts.push(...page.alerts);
      read.next = page.next;
    }
    return read;
  }

  /** Each time twice as many are shown, so that a long history is soon read. */
  async #readOlder() {
    if (this.#isReadingOlder) {
      return;
    }
    const filter = this.#filter;
    const limit = Math.min(MOST_OLDER, Math.max(PAGE, this.#list.wanted));
    this.#isReadingOlder = true;
    try {
      const { alerts, next } = await api.alerts(filter.parameters, { limit, before: this.#list.oldest });
      if (filter === this.#filter) {
        this.#list.extend(alerts, next !== null);
        this.#trouble(null);
      }
    } catch (failure) {
      this.#trouble(`Can't read older alerts. ${failure.message}`);
    } finally {
      this.#isReadingOlder = false;
    }
  }

  /** What the server refuses, it will refuse again. */
  #fail(failure) {
    const isRefused = failure.status >= 400 && failure.status < 500;
    this.#trouble(isRefused ? failure.message : `Can't read the alerts; trying again. ${failure.message}`);
    if (isRefused) {
      this.#list.clear();
    } else {
      this.readSoon();
    }
  }

  #trouble(message) {
    element("shelf-trouble").hidden = message === null;
    element("shelf-trouble").textContent = message ?? "";
  }
}
