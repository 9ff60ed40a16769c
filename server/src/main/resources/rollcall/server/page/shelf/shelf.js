import { Alerts } from "./alerts.js";
import { Places } from "./map.js";

/** What runs low: the alerts, and the map of where that is. */
export class Shelf {
  #alerts = new Alerts();
  #places = new Places();

  onAlert(alert) {
    this.#alerts.put(alert);
    this.#places.onAlert(alert);
  }

  onAlerts(event) {
    this.#alerts.summary(event);
    this.#places.onAlerts(event);
  }

  onHeartbeat(beat) {
    this.#alerts.serverTime = beat.time;
  }
}
