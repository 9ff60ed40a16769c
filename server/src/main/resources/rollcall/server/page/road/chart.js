import "/vendor/echarts.js";
import { colour, themes } from "../themes.js";
import { count, date, minute } from "../time.js";

const { echarts } = globalThis;
const MINUTE = 60_000;

/** The chart of available against online drivers, minute by minute. */
export class PresenceChart {
  #chart;
  #element;
  #points = new Map();
  #zone = "utc";
  #minutes = 60;
  #newest = null;

  constructor(element) {
    this.#element = element;
    this.#chart = echarts.init(element, null, { renderer: "canvas" });
    new ResizeObserver(() => this.#chart.resize()).observe(element);
    themes.addEventListener("change", () => this.draw());
  }

  set zone(zone) {
    this.#zone = zone;
    this.draw();
  }

  /** How many minutes are shown. */
  set minutes(minutes) {
    this.#minutes = minutes;
  }

  get from() {
    return new Date(this.#newest - (this.#minutes - 1) * MINUTE);
  }

  /** Shows these points and no others. */
  replace(points, newestMinute) {
    this.#points.clear();
    this.merge(points, newestMinute);
  }

  /** Puts in minutes that have changed. */
  merge(points, newestMinute) {
    this.#newest = Date.parse(newestMinute);
    for (const point of points) {
      this.#points.set(Date.parse(point.time), point);
    }
    const oldest = this.from.getTime();
    for (const time of this.#points.keys()) {
      if (time < oldest) {
        this.#points.delete(time);
      }
    }
    this.draw();
  }

  draw() {
    if (this.#newest === null) {
      return;
    }
    this.#chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 4, right: 12, top: 16, bottom: 4, containLabel: true },
      xAxis: {
        type: "time",
        min: this.from.getTime(),
        max: this.#newest,
        axisLine: { lineStyle: { color: colour("line") } },
        axisTick: { show: false },
        axisLabel: { color: colour("quiet"), hideOverlap: true, alignMaxLabel: "right", formatter: (time) => minute(time, this.#zone) },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        splitLine: { lineStyle: { color: colour("line") } },
        axisLabel: { color: colour("quiet"), formatter: (n) => count(n) },
      },
      tooltip: {
        trigger: "axis",
        backgroundColor: colour("card"),
        borderColor: colour("line"),
        textStyle: { color: colour("text") },
        axisPointer: { lineStyle: { color: colour("quiet"), type: "solid", opacity: 0.5 } },
        formatter: (hits) => this.#tip(hits[0].value[0]),
      },
      series: [this.#series("online", 0.1), this.#series("available", 0.16)],
    });
    const last = this.#at(this.#newest);
    this.#element.setAttribute(
      "aria-label",
      `Drivers per minute; in the newest minute ${count(last.available)} available and ${count(last.online)} online`,
    );
  }

  /** A minute in which nobody was online has no point. */
  #at(time) {
    return this.#points.get(time) ?? { online: 0, available: 0 };
  }

  #series(name, opacity) {
    const data = [];
    for (let time = this.from.getTime(); time <= this.#newest; time += MINUTE) {
      data.push([time, this.#at(time)[name]]);
    }
    return {
      id: name,
      type: "line",
      showSymbol: false,
      lineStyle: { width: 2, color: colour(name) },
      itemStyle: { color: colour(name) },
      areaStyle: { color: colour(name), opacity },
      data,
    };
  }

  #tip(time) {
    const point = this.#at(time);
    const tip = document.createElement("div");
    tip.className = "tip";
    const title = document.createElement("strong");
    title.textContent = `${date(time, this.#zone)}, ${minute(time, this.#zone)}`;
    tip.append(title);
    for (const [name, label] of [["available", "Available"], ["online", "Online"]]) {
      const row = document.createElement("span");
      row.className = `key ${name}`;
      const value = document.createElement("b");
      value.textContent = count(point[name]);
      row.append(label, value);
      tip.append(row);
    }
    return tip;
  }
}
