import { about, count, roughly } from "../time.js";

export const kinds = { "out-of-stock": "Out of stock", low: "Low", "running-low": "Running low" };

export const kindOf = ({ kind }) => kinds[kind] ?? kind;

/** Who can help, such as "27 units from Dallas, TX (290 km)". */
export const donor = ({ quantity, city, state, km }) =>
  `${count(quantity)} ${quantity === 1 ? "unit" : "units"} from ${city}, ${state} (${count(Math.round(km))} km)`;

/** How long what is left will last, such as "39 min at 19/hour". */
export function pace({ level, minutesLeft, demandPerHour }) {
  if (minutesLeft === null) {
    return "none sold lately";
  }
  const rate = `${roughly(demandPerHour)}/hour`;
  return level === 0 ? `sold ${rate}` : `${about(minutesLeft).replace("about ", "")} at ${rate}`;
}

/** What is new, in a sentence. */
export const sentence = (alert) =>
  `Product ${alert.product} in ${alert.city}, ${alert.state} is ${kindOf(alert).toLowerCase()}, ${count(alert.level)} left.`;

/** How long an episode lasted that is over. */
export function lasted({ raisedAt, resolvedAt }) {
  const minutes = Math.round((Date.parse(resolvedAt) - Date.parse(raisedAt)) / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) {
    return `lasted ${count(days)} d ${hours} h`;
  }
  return hours > 0 ? `lasted ${hours} h ${rest} min` : `lasted ${rest === 0 ? "less than a minute" : `${rest} min`}`;
}
