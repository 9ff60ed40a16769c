const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long steps are, in milliseconds; they begin at whole multiples of that, in UTC. */
export const STEPS = { "1m": MINUTE, "5m": 5 * MINUTE, "1h": HOUR, "1d": DAY };

/** How far back one looks by a click, in milliseconds. */
export const RANGES = { "1h": HOUR, "6h": 6 * HOUR, "24h": DAY, "7d": 7 * DAY, "30d": 30 * DAY, "1y": 365 * DAY };

/** More points than this nobody can tell apart. */
const MOST_POINTS = 3_000;

/** The shortest step that suits a length of time. */
const FITTING = [["1m", DAY], ["5m", 3 * DAY], ["1h", 31 * DAY], ["1d", Infinity]];

export const floor = (time, step) => time - (time % STEPS[step]);

/** Whether steps of a length of time are few enough to be drawn. */
export const affords = (length, step) => length / STEPS[step] <= MOST_POINTS;

/**
 * A stretch of time in steps: when the first and the last step begin (epoch milliseconds), how long they are, and whether
 * it goes on as time does.
 */
export function span(from, to, asked, newest) {
  const fitting = FITTING.find(([, longest]) => to - from <= longest)[0];
  const step = asked in STEPS && affords(to - from, asked) ? asked : fitting;
  const last = floor(Math.min(to, newest), step);
  return { from: Math.min(floor(from, step), last), to: last, step, live: to >= newest };
}

/** The last hour, day, … up to the newest minute. */
export function lately(range, asked, newest) {
  const length = RANGES[range] ?? RANGES["1h"];
  const { step } = span(newest - length, newest, asked, newest);
  return span(floor(newest, step) - length + STEPS[step], newest, asked, newest);
}

/** What the view asks for: a stretch between two moments if it names them, and else the last hour, day, … */
export function chosen(view, newest) {
  const [from, to] = [Date.parse(view.get("from")), Date.parse(view.get("to"))];
  return from < to && from < newest ? span(from, to, view.get("step"), newest) : lately(view.get("range"), view.get("step"), newest);
}

/** Whether the view names two moments. */
export const isFixed = (view) => Date.parse(view.get("from")) < Date.parse(view.get("to"));

/** What the strip under the chart shows: the chosen range, or a longer one that holds what the chart shows. */
export function around(shown, view, newest) {
  const names = Object.keys(RANGES);
  const wide = names.slice(Math.max(0, names.indexOf(view.get("range")))).find((name) => newest - RANGES[name] <= shown.from);
  return wide ? lately(wide, "", newest) : span(shown.from, newest, "", newest);
}
