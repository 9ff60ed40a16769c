import * as api from "../api.js";
import { STEPS } from "./span.js";

const NOBODY = { online: 0, available: 0, pings: 0, availablePings: 0, correctedAt: null };

/** Points by when their step begins, within a stretch of time. */
export class Series {
  /** The stretch, see span.js; null until it was read. */
  span = null;

  #points = new Map();
  #corrections = new Map();
  #question = 0;

  /**
   * Reads a stretch anew. An answer to an earlier question is dropped.
   *
   * @returns whether this was the answer to the latest question
   */
  async read(span, city) {
    const question = ++this.#question;
    const { points, corrections = [] } = await api.series(span, city);
    if (question !== this.#question) {
      return false;
    }
    this.span = span;
    this.#points = byTime(points);
    this.#corrections = byTime(corrections);
    return true;
  }

  /** Puts in minutes that have changed, up to a stretch's new end. Only for steps of a minute. */
  merge(span, points, corrections) {
    this.span = span;
    byTime(points).forEach((point, time) => this.#points.set(time, point));
    byTime(corrections).forEach((correction, time) => this.#corrections.set(time, correction));
    for (const times of [this.#points, this.#corrections]) {
      [...times.keys()].filter((time) => time < span.from).forEach((time) => times.delete(time));
    }
  }

  /** A step in which nobody was online has no point of its own. */
  at(time) {
    return this.#points.get(time) ?? NOBODY;
  }

  /** When the first step begins in which anything was counted: whether anybody looked before, nobody knows. */
  first() {
    return Math.min(...this.#points.keys());
  }

  /** The minutes in a step that pings changed which came late, each with what was known before. */
  correctionsIn(time) {
    return [...this.#corrections].filter(([minute]) => minute >= time && minute < time + STEPS[this.span.step]);
  }

  /** When steps begin that late pings have changed. */
  corrected() {
    const { from, to, step } = this.span;
    const starts = [...this.#corrections.keys()].map((minute) => minute - (minute % STEPS[step]));
    return [...new Set(starts)].filter((time) => time >= from && time <= to);
  }

  /** When the steps begin. */
  times() {
    const { from, to, step } = this.span;
    return Array.from({ length: (to - from) / STEPS[step] + 1 }, (_, i) => from + i * STEPS[step]);
  }
}

const byTime = (points) => new Map(points.map((point) => [Date.parse(point.time), point]));
