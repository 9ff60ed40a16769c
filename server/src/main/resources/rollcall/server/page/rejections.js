import { count } from "./time.js";

/** Why a record was rejected, in words. */
const MEANINGS = {
  json: "Not JSON",
  driver_id: "driver_id is missing, 0, negative or empty",
  timestamp: "timestamp is missing or no time",
  on_duty: "on_duty is missing or neither 0 nor 1",
  future: "From the future: further ahead of its arrival than is allowed",
  expired: "Too late: further behind its arrival than is allowed",
};

/** A row for each reason, the most frequent first. */
export function rejections(byReason) {
  return Object.entries(byReason)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => row(reason, MEANINGS[reason] ?? `The field ${reason} is missing or not what it should be`, n));
}

function row(reason, meaning, n) {
  const element = document.createElement("tr");
  const head = cell("th", reason);
  head.scope = "row";
  const number = cell("td", count(n));
  number.className = "number";
  element.append(head, cell("td", meaning), number);
  return element;
}

function cell(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
