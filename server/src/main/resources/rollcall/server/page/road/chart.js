import "/vendor/echarts.js";
import { colour, themes } from "../themes.js";
import { option } from "./chart-option.js";
import { tip } from "./tip.js";

const { echarts } = globalThis;

/** A drag shorter than this, in pixels, is a click. */
const SHORTEST_DRAG = 6;

/** The chart of available against online drivers. */
export class PresenceChart {
  #chart;
  #element;
  #zoom;
  #drawn = null;

  /** @param zoom called with two moments, in epoch milliseconds, when somebody drags over the time between */
  constructor(element, zoom) {
    this.#element = element;
    this.#zoom = zoom;
    this.#chart = echarts.init(element, null, { renderer: "canvas" });
    new ResizeObserver(() => this.#chart.resize()).observe(element);
    themes.addEventListener("change", () => this.#drawn && this.draw(...this.#drawn));
    element.addEventListener("pointerdown", (event) => this.#startDrag(event));
  }

  /** @param newest the newest minute, which is not finished yet */
  draw(series, newest, zone) {
    this.#drawn = [series, newest, zone];
    this.#chart.setOption({ ...option(series, newest, zone), tooltip: this.#tooltip(series, zone) }, { replaceMerge: ["series"] });
  }

  /** The chart as a picture with a title: a PNG. */
  picture(title) {
    const [series, newest, zone] = this.#drawn;
    const size = { width: this.#element.clientWidth, height: this.#element.clientHeight + 56 };
    const copy = echarts.init(document.createElement("div"), null, { renderer: "canvas", devicePixelRatio: 2, ...size });
    const text = colour("text");
    copy.setOption({
      ...option(series, newest, zone),
      backgroundColor: colour("card"),
      title: { text: title, left: 8, top: 8, textStyle: { color: text, fontSize: 14, fontWeight: 600 } },
      legend: { top: 32, left: 4, data: ["Available", "Online"], textStyle: { color: text } },
    });
    copy.setOption({
      grid: { left: 12, right: 20, top: 64, bottom: 12 },
      series: [{ id: "online", name: "Online" }, { id: "available", name: "Available" }],
    });
    const canvas = copy.renderToCanvas({ pixelRatio: 2 });
    copy.dispose();
    return new Promise((done) => canvas.toBlob(done));
  }

  #tooltip(series, zone) {
    return {
      trigger: "axis",
      backgroundColor: colour("card"),
      borderColor: colour("line"),
      textStyle: { color: colour("text") },
      axisPointer: { lineStyle: { color: colour("quiet"), type: "solid", opacity: 0.5 } },
      formatter: ([hit]) => tip(series, hit.axisValue, this.#drawn[1], zone),
    };
  }

  #startDrag(start) {
    if (start.button !== 0 || start.pointerType === "touch" || !this.#drawn) {
      return;
    }
    const box = this.#element.getBoundingClientRect();
    const mark = document.createElement("div");
    mark.className = "drag";
    this.#element.append(mark);
    const ended = new AbortController();
    const ends = (event) => [start.clientX, event.clientX].map((x) => Math.min(box.width, Math.max(0, x - box.left))).sort((a, b) => a - b);
    addEventListener("pointermove", (event) => {
      const [left, right] = ends(event);
      mark.style.left = `${left}px`;
      mark.style.width = `${right - left}px`;
    }, ended);
    const end = (event) => {
      ended.abort();
      mark.remove();
      const [left, right] = ends(event);
      if (event.type === "pointerup" && right - left >= SHORTEST_DRAG) {
        this.#zoom(...[left, right].map((x) => this.#chart.convertFromPixel({ xAxisIndex: 0 }, x)));
      }
    };
    addEventListener("pointerup", end, ended);
    addEventListener("pointercancel", end, ended);
  }
}
