/** Times and numbers as people read them. */
const number = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const share = new Intl.NumberFormat("en", { style: "percent" });

export const count = (n) => number.format(n);
export const roughly = (x) => (x < 100 ? short.format(x) : count(Math.round(x)));
export const percent = (x) => share.format(x);

const zones = { utc: "UTC", local: Intl.DateTimeFormat().resolvedOptions().timeZone };

export const zoneName = (zone) => zones[zone] ?? zones.utc;

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const dayOfYear = { month: "short", day: "numeric" };

/** What formats times in a way, in the zone asked for. To make such a thing takes long. */
function formatter(options) {
  const made = new Map();
  return (time, zone) => {
    if (!made.has(zone)) {
      made.set(zone, new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zones[zone] }));
    }
    return made.get(zone).format(time);
  };
}

export const minute = formatter(clock);
export const second = formatter({ ...clock, second: "2-digit" });
export const day = formatter(dayOfYear);
export const date = formatter({ ...dayOfYear, year: "numeric" });
const weekday = formatter({ weekday: "short", ...dayOfYear, year: "numeric" });

/** A moment as spreadsheets read it, in the zone asked for: 2018-01-01 04:00:00. */
const sortable = formatter({ year: "numeric", month: "2-digit", day: "2-digit", ...clock, second: "2-digit" });
export const plain = (time, zone) => sortable(time, zone).replace(/(\d+)\/(\d+)\/(\d+), /, "$3-$2-$1 ");

/** From one moment to another, with the date but once if it is the same. */
export function range(from, to, zone) {
  const end = date(from, zone) === date(to, zone) ? minute(to, zone) : `${date(to, zone)}, ${minute(to, zone)}`;
  return `${date(from, zone)}, ${minute(from, zone)} – ${end}`;
}

/** When a step begins: a day has no time of day. */
export const stepStart = (time, step, zone) =>
  step === "1d" ? weekday(time, zone) : `${date(time, zone)}, ${minute(time, zone)}`;

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
export const about = (minutes) => (minutes < 1 ? "less than a minute" : `about ${lasting(minutes)}`);

/** The same in fewer words, such as "39 min". */
export function lasting(minutes) {
  if (minutes < 90) {
    return minutes < 1 ? "< 1 min" : `${Math.round(minutes)} min`;
  }
  return minutes < 2880 ? `${roughly(minutes / 60)} h` : `${roughly(minutes / 1440)} days`;
}
