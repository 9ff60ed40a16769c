import { stepStart } from "../time.js";
import { view } from "../view.js";
import { STEPS } from "./span.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 100;

const element = (id) => document.getElementById(id);

/**
 * The strip under the chart: a longer stretch of time, and in it a window that says what the chart shows. The window's
 * ends are range inputs, so that keys move them too; the window itself can be dragged.
 */
export class Strip {
  #zoom;
  #span = null;
  #from = element("strip-from");
  #to = element("strip-to");
  #window = element("strip-window");

  /** @param zoom called with two moments, in epoch milliseconds, when somebody has moved the window */
  constructor(zoom) {
    this.#zoom = zoom;
    for (const input of [this.#from, this.#to]) {
      input.addEventListener("input", () => this.#place(Number(this.#from.value), Number(this.#to.value)));
      input.addEventListener("change", () => this.#moved());
    }
    this.#window.addEventListener("pointerdown", (event) => this.#startDrag(event));
  }

  /** @param shown the stretch that the chart shows */
  draw(series, shown) {
    const { from, to, step } = series.span;
    this.#span = series.span;
    const end = to + STEPS[step];
    for (const input of [this.#from, this.#to]) {
      input.min = from;
      input.max = end;
      input.step = STEPS[shown.step];
    }
    this.#place(Math.max(from, shown.from), Math.min(end, shown.to + STEPS[shown.step]));
    this.#drawLine(series);
  }

  #drawLine(series) {
    const { from, to, step } = series.span;
    const times = series.times();
    const most = Math.max(1, ...times.map((time) => series.at(time).online));
    const x = (time) => ((1000 * (time - from)) / (to + STEPS[step] - from)).toFixed(1);
    const y = (n) => (HEIGHT - (0.92 * HEIGHT * n) / most).toFixed(1);
    for (const name of ["online", "available"]) {
      const line = times.map((time) => `L${x(time)},${y(series.at(time)[name])}`).join("");
      const path = element(`strip-${name}`) ?? element("strip-lines").appendChild(document.createElementNS(SVG, "path"));
      path.id = `strip-${name}`;
      path.setAttribute("d", `M0,${HEIGHT}${line}L${x(times.at(-1))},${HEIGHT}Z`);
    }
  }

  #place(from, to) {
    const [start, end] = from <= to ? [from, to] : [to, from];
    const { min, max } = this.#from;
    const share = (time) => (100 * (time - min)) / (max - min);
    this.#from.value = from;
    this.#to.value = to;
    this.#window.style.left = `${share(start)}%`;
    this.#window.style.right = `${100 - share(end)}%`;
    for (const input of [this.#from, this.#to]) {
      input.setAttribute("aria-valuetext", stepStart(Number(input.value), "1m", view.get("zone")));
    }
  }

  #moved() {
    const [from, to] = [Number(this.#from.value), Number(this.#to.value)].sort((a, b) => a - b);
    if (to > from) {
      this.#zoom(from, to - 1);
    }
  }

  #startDrag(start) {
    const { min, max } = this.#from;
    const [from, to] = [Number(this.#from.value), Number(this.#to.value)];
    const perPixel = (max - min) / this.#window.parentElement.clientWidth;
    const ended = new AbortController();
    addEventListener("pointermove", (event) => {
      const by = Math.min(max - to, Math.max(min - from, (event.clientX - start.clientX) * perPixel));
      this.#place(from + by, to + by);
    }, ended);
    addEventListener("pointerup", () => {
      ended.abort();
      if (Number(this.#from.value) !== from) {
        this.#moved();
      }
    }, ended);
    addEventListener("pointercancel", () => {
      ended.abort();
      this.#place(from, to);
    }, ended);
    start.preventDefault();
  }
}
