import { donor } from "./alert-words.js";
import * as api from "../api.js";
import { csv, download } from "../export.js";
import { count, plain, zoneName } from "../time.js";

/** A file has at most so many alerts, the newest. */
const MOST = 10_000;
const PAGE = 1_000;

/**
 * Lets the browser save the alerts of a filter as a file.
 *
 * @returns what was saved, in words
 */
export async function saveAlerts(filter, zone) {
  const alerts = [];
  let total = 0;
  let next;
  do {
    const page = await api.alerts(filter.parameters, { limit: PAGE, before: next, total: next === undefined });
    alerts.push(...page.alerts);
    total = page.total ?? total;
    next = page.next;
  } while (next !== null && alerts.length < MOST);
  const now = plain(Date.now(), zone).replaceAll(":", "").replace(" ", "-");
  download(`rollcall-alerts-${now}.csv`, "text/csv;charset=utf-8", csv(header(zone), alerts.map((alert) => row(alert, zone))));
  return next === null
    ? `Saved ${count(alerts.length)} ${alerts.length === 1 ? "alert" : "alerts"}.`
    : `Saved the newest ${count(alerts.length)} of ${count(total)} alerts; a file has no more. A search has fewer.`;
}

function header(zone) {
  const times = ["Raised", "Resolved", "Acknowledged"].map((name) => `${name} (${zoneName(zone)})`);
  return ["Product", "City", "State", "Status", "Kind", "Level", "Demand per hour", "Minutes left", ...times, "Comment", "Redirects"];
}

function row(alert, zone) {
  const time = (text) => (text === null ? "" : plain(Date.parse(text), zone));
  const { product, city, state, status, kind, level, demandPerHour, minutesLeft } = alert;
  const numbers = [level, rounded(demandPerHour), rounded(minutesLeft)];
  const times = [alert.raisedAt, alert.resolvedAt, alert.acknowledgedAt].map(time);
  return [product, city, state, status, kind, ...numbers, ...times, alert.comment ?? "", alert.redirects.map(donor).join("; ")];
}

const rounded = (x) => (x === null ? null : Math.round(x * 10) / 10);
