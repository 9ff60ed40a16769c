import { Donors } from "./donors.js";
import { storeId } from "./store-id.js";
import { kindOf, lasted, pace } from "./alert-words.js";
import { count, date, minute, range, span, zoneName } from "../time.js";
import { view } from "../view.js";

/** What is not listed any more is shown so long with what became of it, in milliseconds. */
const FAREWELL = 6_000;

/** One alert in the list. Tells by bubbling `alertfocus` events, whose detail has its `id` and the `alert`, that somebody points at it. */
export class AlertRow {
  element = document.getElementById("alert").content.firstElementChild.cloneNode(true);
  #parts = new Map();
  #donors = new Donors(this.#part("redirect"), this.#part("others"), this.#part("donors"));
  #alert;
  #goneAt = Infinity;

  /** @param acknowledge called with the alert when somebody wants to say that they have seen to it */
  constructor(alert, zone, acknowledge) {
    this.element.dataset.number = alert.number;
    this.#part("acknowledge").addEventListener("click", () => acknowledge(this.#alert));
    this.#part("place").addEventListener("click", () => view.set({ store: storeId(this.#alert) }));
    for (const [name, isPointedAt] of Object.entries({ pointerenter: true, focusin: true, pointerleave: false, focusout: false })) {
      this.element.addEventListener(name, () => this.#tellFocus(isPointedAt));
    }
    this.show(alert, zone);
  }

  get id() {
    return this.#alert.id;
  }

  get number() {
    return this.#alert.number;
  }

  /** Whether the row will be taken off the list, or may be by now. */
  get isLeaving() {
    return this.#goneAt < Infinity;
  }

  get isGone() {
    return performance.now() >= this.#goneAt;
  }

  /** The alert is among those listed (again). */
  stay() {
    this.#goneAt = Infinity;
  }

  /** The alert is not among those listed any more; what became of it can be read for a moment. */
  leave() {
    this.#goneAt = Math.min(this.#goneAt, performance.now() + FAREWELL);
  }

  /** To be called when the row is taken off the list: nobody points at it any more. */
  removed() {
    if (this.element.matches(":hover, :focus-within")) {
      this.#tellFocus(false);
    }
  }

  show(alert, zone) {
    this.#alert = alert;
    this.draw(zone);
  }

  draw(zone) {
    const alert = this.#alert;
    const isResolved = alert.status === "resolved";
    this.element.dataset.status = alert.status;
    this.element.dataset.kind = alert.kind;
    this.#part("sign").querySelector("use").setAttribute("href", `#icon-${isResolved ? "acknowledged" : alert.kind}`);
    this.#text("kind", isResolved ? "Resolved" : kindOf(alert));
    this.#part("worst").hidden = !isResolved;
    this.#part("worst").dataset.kind = alert.kind;
    this.#text("worst", `was ${kindOf(alert).toLowerCase()}`);
    this.#text("product", `Product ${alert.product}`);
    this.#text("place", `${alert.city}, ${alert.state}`);
    this.#part("place").title = "Show the shelves of this store";
    this.#donors.show(alert);
    this.#text("said", alert.comment ? `Acknowledged: “${alert.comment}”` : "Acknowledged");
    this.#part("seen").hidden = alert.acknowledgedAt === null;
    this.#part("seen").title = alert.acknowledgedAt === null ? "" : moment(alert.acknowledgedAt, zone);
    this.#text("level", isResolved ? lasted(alert) : `${count(alert.level)} left`);
    this.#text("pace", isResolved ? range(Date.parse(alert.raisedAt), Date.parse(alert.resolvedAt), zone) : pace(alert));
    this.#part("age").dateTime = alert.resolvedAt ?? alert.raisedAt;
    this.#part("age").title = `Raised ${moment(alert.raisedAt, zone)}`;
    this.#drawButton();
  }

  #drawButton() {
    const { acknowledgedAt, product, city, state, status } = this.#alert;
    const button = this.#part("acknowledge");
    button.hidden = status === "resolved";
    button.textContent = acknowledgedAt === null ? "Acknowledge" : "Comment";
    button.setAttribute("aria-label", `${button.textContent}: product ${product} in ${city}, ${state}`);
  }

  /** @param now the server's clock, in epoch milliseconds */
  tick(now) {
    const seconds = (now - Date.parse(this.#alert.resolvedAt ?? this.#alert.raisedAt)) / 1000;
    this.#text("age", seconds < 1 ? "just now" : `${span(seconds)} ago`);
  }

  #tellFocus(isPointedAt) {
    const alert = isPointedAt ? this.#alert : null;
    this.element.dispatchEvent(new CustomEvent("alertfocus", { bubbles: true, detail: { id: alert?.id ?? null, alert } }));
  }

  #part(name) {
    if (!this.#parts.has(name)) {
      this.#parts.set(name, this.element.querySelector(`.${name}`));
    }
    return this.#parts.get(name);
  }

  /** Only what changes is written, so that selected text stays selected. */
  #text(name, text) {
    const part = this.#part(name);
    if (part.textContent !== text) {
      part.textContent = text;
    }
  }
}

function moment(text, zone) {
  const time = Date.parse(text);
  return `${date(time, zone)}, ${minute(time, zone)} ${zoneName(zone)}`;
}
