import { storeId, storeName } from "./store-id.js";
import { count } from "../time.js";

/** More alerts than this are not kept; the oldest go. */
const KEPT = 1_000;

/** Who can help whom, by the alerts that are not resolved. */
export class Redirects {
  #alerts = new Map();

  /** These alerts and no others. */
  replace(alerts) {
    this.#alerts.clear();
    alerts.forEach((alert) => this.put(alert));
  }

  /** An alert that is new or has changed. */
  put(alert) {
    if (alert.status === "resolved" || alert.redirects.length === 0) {
      this.#alerts.delete(alert.id);
      return;
    }
    this.#alerts.set(alert.id, alert);
    if (this.#alerts.size > KEPT) {
      const oldest = [...this.#alerts.values()].reduce((a, b) => (a.number < b.number ? a : b));
      this.#alerts.delete(oldest.id);
    }
  }

  get(id) {
    return this.#alerts.get(id);
  }

  /** One link from each donor to each store it helps, those of the newest alerts first. */
  get links() {
    const links = new Map();
    for (const alert of [...this.#alerts.values()].sort((a, b) => b.number - a.number)) {
      for (const redirect of alert.redirects) {
        const [from, to] = [storeId(redirect), storeId(alert)];
        const id = JSON.stringify([from, to]);
        if (!links.has(id)) {
          links.set(id, { id, from, to, donor: redirect, needy: alert, km: redirect.km, gifts: [] });
        }
        links.get(id).gifts.push({ alert: alert.id, product: alert.product, quantity: redirect.quantity });
      }
    }
    return [...links.values()];
  }
}

/** How many units of what, and how far. */
export function giftText({ gifts, km }) {
  const units = gifts.reduce((sum, { quantity }) => sum + quantity, 0);
  const what = gifts.length === 1 ? `product ${gifts[0].product}` : `${count(gifts.length)} products`;
  return `${count(units)} ${units === 1 ? "unit" : "units"} of ${what}, ${count(Math.round(km))} km`;
}

/** The same, and from whom to whom. */
export const linkText = (link) => [giftText(link), `${storeName(link.donor)} → ${storeName(link.needy)}`];
