import { count, percent, range } from "../time.js";
import { STEPS } from "./span.js";

const names = { "1m": "minute", "5m": "5 minutes", "1h": "hour", "1d": "day" };

/** How long a step is, in words: "per minute". */
export const per = (step) => `per ${names[step]}`;

/** What the chart shows, in a sentence or two for those who can't see it. */
export function summary(series, newest, city, zone) {
  const { from, to, step } = series.span;
  const finished = series.times().filter((time) => time + STEPS[step] <= newest);
  const where = city === "" ? "" : ` in ${city}`;
  if (finished.length === 0) {
    return `Drivers${where} ${per(step)}: nothing is finished yet.`;
  }
  const said = ["available", "online"].map((name) => `${name} ${spread(finished.map((time) => series.at(time)[name]))}`);
  const corrected = series.corrected().length;
  const late = corrected === 0 ? "" : ` ${count(corrected)} of these ${corrected === 1 ? "was" : "were"} corrected by late pings.`;
  return `Drivers${where} ${per(step)}, ${range(from, to, zone)}: ${said.join("; ")}.${late}`;
}

function spread(numbers) {
  const [first, last] = [numbers[0], numbers.at(-1)];
  const trend = first === 0 || first === last ? "" : `, ${last > first ? "up" : "down"} ${percent(Math.abs(last / first - 1))} since the beginning`;
  const [least, most] = numbers.reduce(([a, b], n) => [Math.min(a, n), Math.max(b, n)], [Infinity, -Infinity]);
  return `between ${count(least)} and ${count(most)}, last ${count(last)}${trend}`;
}
