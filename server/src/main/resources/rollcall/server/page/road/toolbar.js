import { radios } from "../controls.js";
import { plain } from "../time.js";
import { view } from "../view.js";
import { affords, chosen, isFixed, STEPS } from "./span.js";

const element = (id) => document.getElementById(id);
const iso = (time) => new Date(time).toISOString().replace(":00.000Z", "Z");

/** What chooses the time that the chart shows. */
export class Toolbar {
  #shown = null;
  #newest = null;

  constructor() {
    document.querySelectorAll("input[name=range]").forEach((input) =>
      // Also when it is chosen already: it leads back from two moments to the last hour, day, …
      input.addEventListener("click", () => view.set({ range: input.value, from: "", to: "" })),
    );
    view.follow(["range", "from", "to"], () => this.#drawRanges());
    element("step").addEventListener("change", () => view.set({ step: element("step").value }));
    element("earlier").addEventListener("click", () => this.#shift(-1));
    element("later").addEventListener("click", () => this.#shift(1));
    element("to-now").addEventListener("click", () => view.set({ from: "", to: "" }));
    element("between").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#showTyped();
    });
  }

  /**
   * Shows the time between two moments, in epoch milliseconds.
   *
   * @param finely whether somebody adjusts what they chose just before: then it takes no step of its own in the history
   */
  show(from, to, finely = false) {
    const start = Math.floor(from / STEPS["1m"]) * STEPS["1m"];
    const end = Math.max(start + STEPS["1m"], Math.floor(to / STEPS["1m"]) * STEPS["1m"]);
    view.set({ from: iso(start), to: iso(end) }, finely && isFixed(view));
  }

  draw(shown, newest) {
    this.#shown = shown;
    this.#newest = newest;
    const length = shown.to - shown.from;
    for (const option of element("step").options) {
      option.disabled = option.value !== "" && !affords(length, option.value);
    }
    element("step").value = shown.step === view.get("step") ? shown.step : "";
    element("later").disabled = shown.live;
    element("to-now").hidden = !isFixed(view);
    if (!element("between").contains(document.activeElement)) {
      element("between-from").value = plain(shown.from, view.get("zone")).slice(0, 16);
      element("between-to").value = plain(shown.to, view.get("zone")).slice(0, 16);
    }
  }

  #drawRanges() {
    document.querySelectorAll("input[name=range]").forEach((input) => {
      input.checked = !isFixed(view) && input.value === view.get("range");
    });
  }

  /** By nine tenths, so that something seen before stays in sight. */
  #shift(direction) {
    if (this.#shown) {
      const { from, to, step } = this.#shown;
      const by = direction * Math.max(STEPS[step], Math.round((0.9 * (to - from)) / STEPS[step]) * STEPS[step]);
      const ahead = Math.max(0, to + by - this.#newest);
      this.show(from + by - ahead, to + by - ahead);
    }
  }

  #showTyped() {
    const [from, to] = ["between-from", "between-to"].map((id) => moment(element(id).value));
    const fault = to > from ? "" : "The end must lie after the beginning.";
    element("between-to").setCustomValidity(fault);
    element("between-to").reportValidity();
    if (fault === "") {
      view.set({ from: iso(from), to: iso(to) });
      element("between").closest("details").open = false;
    }
  }
}

/** A moment typed in the time zone that the page shows. */
const moment = (typed) => Date.parse(view.get("zone") === "utc" ? `${typed}Z` : typed);
