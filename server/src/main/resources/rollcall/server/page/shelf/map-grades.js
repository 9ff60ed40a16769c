import { svg } from "./svg.js";

/** How bad it can be in a store, from the worst. Each has a shape of its own, in pixels around its middle. */
export const grades = ["out-of-stock", "low", "running-low", "fine"];

export const words = { "out-of-stock": "out of stock", low: "low", "running-low": "running low", fine: "fine" };

export const shapes = {
  "out-of-stock": "M-7.5-4.25L-4.25-7.5 0-3.25 4.25-7.5 7.5-4.25 3.25 0 7.5 4.25 4.25 7.5 0 3.25-4.25 7.5-7.5 4.25-3.25 0Z",
  low: "M-7.5-5.5H7.5L0 7.5Z",
  "running-low": "M0-7L7 0 0 7-7 0Z",
  fine: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z",
};

export const gradeOf = ({ worst }) => (worst in shapes ? worst : "fine");

/** How many stores there are of each grade. */
export function tally(stores) {
  const counts = Object.fromEntries(grades.map((grade) => [grade, 0]));
  stores.forEach((store) => counts[gradeOf(store)]++);
  return counts;
}

/** The shape as a small picture for lists. */
export function sign(grade) {
  const picture = svg("svg", { class: `map-sign ${grade}`, viewBox: "-9 -9 18 18", "aria-hidden": "true" });
  picture.append(svg("path", { class: `mark ${grade}`, d: shapes[grade] }));
  return picture;
}
