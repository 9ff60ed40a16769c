/** Several alerts at once are told together, so many milliseconds after the first. */
const GATHER = 1_000;

/** Alerts that were raised while the page is open, each once. */
export class News {
  #tell;
  #newest = null;
  #gathered = [];

  /** @param tell called with alerts that came at about the same time, the newest last */
  constructor(tell) {
    this.#tell = tell;
  }

  get isBegun() {
    return this.#newest !== null;
  }

  /** Only what has a higher number than this is news. */
  begin(number) {
    this.#newest ??= number;
  }

  /** @param isWanted whether it is to be told; it is no news later in any case */
  add(alert, isWanted) {
    if (!this.isBegun || alert.number <= this.#newest) {
      return;
    }
    this.#newest = alert.number;
    if (isWanted && alert.status !== "resolved" && this.#gathered.push(alert) === 1) {
      setTimeout(() => this.#tell(this.#gathered.splice(0)), GATHER);
    }
  }
}
