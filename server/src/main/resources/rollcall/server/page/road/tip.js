import { count, minute, second, stepStart } from "../time.js";
import { STEPS } from "./span.js";

/** What the chart says of a step when one points at it. */
export function tip(series, time, newest, zone) {
  const { step } = series.span;
  const point = series.at(time);
  const box = element("div", "tip");
  box.append(element("strong", "", stepStart(time, step, zone)));
  for (const [name, label] of [["available", "Available"], ["online", "Online"]]) {
    const row = element("span", `key ${name}`, label);
    row.append(element("b", "", count(point[name])));
    box.append(row);
  }
  if (time + STEPS[step] > newest) {
    box.append(element("span", "note", "Not finished yet"));
  }
  const corrections = series.correctionsIn(time);
  if (corrections.length > 0) {
    box.append(element("span", "note late", told(corrections, step, zone)));
  }
  return box;
}

function told(corrections, step, zone) {
  const [minuteOf, last] = corrections.at(-1);
  const at = second(Date.parse(last.at), zone);
  if (step === "1m") {
    return `Corrected by late pings at ${at}; was ${count(last.available)} available of ${count(last.online)} online`;
  }
  const many = corrections.length;
  return many === 1
    ? `The minute ${minute(minuteOf, zone)} was corrected by late pings at ${at}`
    : `${count(many)} of its minutes were corrected by late pings`;
}

function element(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}
