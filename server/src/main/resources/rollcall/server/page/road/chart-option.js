import { colour } from "../themes.js";
import { count, day, minute } from "../time.js";
import { STEPS } from "./span.js";

const DAY = STEPS["1d"];

/**
 * What ECharts draws: available against online, what is not finished yet dashed, and marks where late pings changed the
 * past.
 *
 * @param newest the newest minute: its step is not finished
 */
export function option(series, newest, zone) {
  const { from, to, step } = series.span;
  const first = series.first();
  const times = series.times().filter((time) => time >= first);
  const finished = times.filter((time) => time + STEPS[step] <= newest);
  const open = finished.length === times.length ? [] : times.slice(Math.max(0, finished.length - 1));
  const lines = ["online", "available"].flatMap((name) => [
    line(name, name, finished.map((time) => [time, series.at(time)[name]]), name === "online" ? 0.1 : 0.16),
    dashed(name, open.map((time) => [time, series.at(time)[name]])),
  ]);
  return {
    animation: false,
    useUTC: zone === "utc",
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 4, right: 20, top: 12, bottom: 4, containLabel: true },
    xAxis: timeAxis(from, to, zone),
    yAxis: {
      type: "value",
      minInterval: 1,
      splitLine: { lineStyle: { color: colour("line") } },
      axisLabel: { color: colour("quiet"), formatter: (n) => count(n) },
    },
    series: [...lines, corrections(series)],
  };
}

export function timeAxis(from, to, zone) {
  return {
    type: "time",
    min: from,
    max: Math.max(to, from + 1),
    axisLine: { lineStyle: { color: colour("line") } },
    axisTick: { show: false },
    axisLabel: { color: colour("quiet"), hideOverlap: true, alignMaxLabel: "right", formatter: (time) => label(time, to - from, zone) },
  };
}

function label(time, length, zone) {
  if (length <= 1.5 * DAY) {
    return minute(time, zone);
  }
  const clock = minute(time, zone);
  return length > 7 * DAY || clock === "00:00" ? day(time, zone) : clock;
}

function line(id, name, data, opacity) {
  return {
    id,
    type: "line",
    showSymbol: data.length === 1,
    lineStyle: { width: 2, color: colour(name) },
    itemStyle: { color: colour(name) },
    areaStyle: { color: colour(name), opacity },
    data,
  };
}

function dashed(name, data) {
  const last = data.length - 1;
  return {
    id: `${name}-unfinished`,
    type: "line",
    symbol: (value, { dataIndex }) => (dataIndex === last ? "circle" : "none"),
    symbolSize: 7,
    lineStyle: { width: 2, type: [3, 4], color: colour(name) },
    itemStyle: { color: colour("card"), borderColor: colour(name), borderWidth: 2 },
    data,
  };
}

function corrections(series) {
  return {
    id: "corrections",
    type: "scatter",
    symbol: "triangle",
    symbolSize: 8,
    itemStyle: { color: colour("warn") },
    silent: true,
    data: series.corrected().map((time) => [time, 0]),
  };
}
