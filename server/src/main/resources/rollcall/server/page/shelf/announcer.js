/** Several alerts at once are told together, so many milliseconds after the first. */
const GATHER = 1_000;

const words = { "out-of-stock": "out of stock", low: "low", "running-low": "running low" };

/** Tells screen readers of new alerts, each once. */
export class Announcer {
  #region;
  #told = 0;
  #gathered = [];

  constructor(region) {
    this.#region = region;
  }

  add(alert) {
    if (alert.number <= this.#told) {
      return;
    }
    this.#told = alert.number;
    if (this.#gathered.push(alert) === 1) {
      setTimeout(() => this.#tell(), GATHER);
    }
  }

  #tell() {
    const [newest] = this.#gathered.slice(-1);
    const number = this.#gathered.length;
    this.#gathered = [];
    const text = `Product ${newest.product} in ${newest.city}, ${newest.state} is ${words[newest.kind] ?? newest.kind}, ${newest.level} left.`;
    this.#region.textContent = number === 1 ? `New alert. ${text}` : `${number} new alerts. The newest: ${text}`;
  }
}
