import { sentence } from "./alert-words.js";
import { count } from "../time.js";

/** Tells screen readers of new alerts. */
export class Announcer {
  #region;

  constructor(region) {
    this.#region = region;
  }

  tell(alerts) {
    const text = sentence(alerts.at(-1));
    this.#region.textContent =
      alerts.length === 1 ? `New alert. ${text}` : `${count(alerts.length)} new alerts. The newest: ${text}`;
  }
}
