/** Times and numbers as people read them. */
const number = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const share = new Intl.NumberFormat("en", { style: "percent" });

export const count = (n) => number.format(n);
export const roughly = (x) => (x < 100 ? short.format(x) : count(Math.round(x)));
export const percent = (x) => share.format(x);

const zones = { utc: "UTC", local: Intl.DateTimeFormat().resolvedOptions().timeZone };

export const zoneName = (zone) => (zone === "utc" ? "UTC" : zones.local);

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const day = { year: "numeric", month: "short", day: "numeric" };

const format = (time, zone, options) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zones[zone] }).format(time);

export const minute = (time, zone) => format(time, zone, clock);
export const second = (time, zone) => format(time, zone, { ...clock, second: "2-digit" });
export const date = (time, zone) => format(time, zone, day);

const units = [["year", 31557600], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** A number of seconds in the largest unit that fits, such as "3 minutes". */
export function span(seconds) {
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? units.at(-1);
  const n = Math.floor(seconds / size);
  return `${count(n)} ${unit}${n === 1 ? "" : "s"}`;
}

/** A number of seconds as short as can be, such as "50 s", "7 min" or "3 h". */
export function brief(seconds) {
  if (seconds < 60) {
    return `${Math.max(1, Math.round(seconds))} s`;
  }
  return seconds < 7200 ? `${Math.floor(seconds / 60)} min` : `${count(Math.floor(seconds / 3600))} h`;
}

/** How long something will last, in minutes, in no more detail than anybody can know. */
export function about(minutes) {
  if (minutes < 1) {
    return "less than a minute";
  }
  if (minutes < 90) {
    return `about ${Math.round(minutes)} min`;
  }
  return `about ${minutes < 2880 ? `${roughly(minutes / 60)} h` : `${roughly(minutes / 1440)} days`}`;
}
