import { about, count, date, minute, roughly, span } from "../time.js";

/** A resolved alert is shown as such for so long, in milliseconds. */
const FAREWELL = 6_000;

const kinds = { "out-of-stock": "Out of stock", low: "Low", "running-low": "Running low" };

/** One alert in the list. */
export class AlertRow {
  element = document.getElementById("alert").content.firstElementChild.cloneNode(true);
  #alert;
  #goneAt = Infinity;

  /** @param acknowledge called with the alert when somebody wants to say that they have seen to it */
  constructor(alert, zone, acknowledge) {
    this.element.dataset.number = alert.number;
    this.#part("acknowledge").addEventListener("click", () => acknowledge(this.#alert));
    ["pointerenter", "focusin"].forEach((comes) => this.element.addEventListener(comes, () => this.#tellFocus(this.#alert)));
    ["pointerleave", "focusout"].forEach((goes) => this.element.addEventListener(goes, () => this.#tellFocus(null)));
    this.show(alert, zone);
  }

  get id() {
    return this.#alert.id;
  }

  get number() {
    return this.#alert.number;
  }

  /** Whether the row may be taken off the list. */
  get isGone() {
    return performance.now() >= this.#goneAt;
  }

  /** The row is to go: the alert is not among those listed any more. */
  leave() {
    this.#goneAt = Math.min(this.#goneAt, performance.now());
  }

  show(alert, zone) {
    this.#alert = alert;
    if (alert.status === "resolved") {
      this.#goneAt = Math.min(this.#goneAt, performance.now() + FAREWELL);
    }
    this.draw(zone);
  }

  draw(zone) {
    const alert = this.#alert;
    const isResolved = alert.status === "resolved";
    this.element.dataset.status = alert.status;
    this.element.dataset.kind = alert.kind;
    this.#part("kind").querySelector("use").setAttribute("href", `#icon-${isResolved ? "acknowledged" : alert.kind}`);
    this.#text("word", isResolved ? "Resolved" : (kinds[alert.kind] ?? alert.kind));
    this.#text("product", `Product ${alert.product}`);
    this.#text("place", `${alert.city}, ${alert.state}`);
    this.#text("redirect", redirect(alert));
    this.#text("said", alert.comment ? `Acknowledged: “${alert.comment}”` : "Acknowledged");
    this.#part("seen").hidden = alert.acknowledgedAt === null;
    this.#text("level", `${count(alert.level)} left`);
    this.#text("pace", pace(alert));
    this.#part("age").dateTime = alert.raisedAt;
    this.#part("age").title = `Raised ${date(Date.parse(alert.raisedAt), zone)}, ${minute(Date.parse(alert.raisedAt), zone)}`;
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
    const seconds = (now - Date.parse(this.#alert.raisedAt)) / 1000;
    this.#text("age", seconds < 1 ? "just now" : `${span(seconds)} ago`);
  }

  /** Tells the rest of the page which alert somebody looks at, or null. */
  #tellFocus(alert) {
    document.dispatchEvent(new CustomEvent("alertfocus", { detail: { id: alert?.id ?? null, alert } }));
  }

  #part(name) {
    return this.element.querySelector(`.${name}`);
  }

  /** Only what changes is written, so that selected text stays selected. */
  #text(name, text) {
    const part = this.#part(name);
    if (part.textContent !== text) {
      part.textContent = text;
    }
  }
}

function redirect({ redirects, status }) {
  if (status === "resolved" || redirects.length === 0) {
    return status === "resolved" ? "" : "No donor found";
  }
  const [nearest, ...others] = redirects;
  const more = others.length === 0 ? "" : `, and ${count(others.length)} more`;
  return `${count(nearest.quantity)} ${nearest.quantity === 1 ? "unit" : "units"} from ${nearest.city}, ${nearest.state} (${count(Math.round(nearest.km))} km)${more}`;
}

function pace({ level, status, minutesLeft, demandPerHour }) {
  if (status === "resolved" || minutesLeft === null) {
    return status === "resolved" ? "" : "none sold lately";
  }
  const rate = `${roughly(demandPerHour)} an hour`;
  return level === 0 ? `sold ${rate}` : `${about(minutesLeft)} at ${rate}`;
}
