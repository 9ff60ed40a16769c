import * as api from "./api.js";
import { Alerts } from "./alerts.js";
import { PresenceChart } from "./chart.js";
import { Figures } from "./figures.js";
import { Incidents } from "./incidents.js";
import { listen } from "./stream.js";
import { zoneName } from "./time.js";

const element = (id) => document.getElementById(id);
const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;
const onChoice = (id, act) => element(id).addEventListener("change", act);

const links = { connecting: "Connecting", live: "Live", stalled: "Stalled", lost: "Connection lost" };

/** A city's figures are asked for when something has changed, but not more often than this, in milliseconds. */
const CITY_PACE = 1_000;

/** How often lists that change seldom are read, in milliseconds. */
const LISTS_PACE = 15_000;

const figures = new Figures();
const chart = new PresenceChart(element("chart"));
const alerts = new Alerts();
const incidents = new Incidents();

let latest = null;
let city = "";
let cityTimer = null;
let asked = 0;
let missed = [];
let charted = false;

function state(name) {
  document.body.dataset.state = name;
}

function trouble(message) {
  element("trouble").hidden = message === null;
  element("trouble").textContent = message ?? "";
}

/** Runs what asks the server; if that fails, says so on the page. */
async function ask(question) {
  try {
    await question();
    trouble(null);
  } catch (failure) {
    trouble(`Can't read from the server; trying again. ${failure.message}`);
  }
}

function showFigures() {
  if (city === "") {
    figures.show(latest.last[chosen("window")]);
  }
}

async function showCityFigures() {
  const of = city;
  const answer = await api.last(chosen("window"), of);
  if (of === city) {
    figures.show(answer);
  }
}

/** Reads the chart anew. An answer to an earlier question is not shown; what changes meanwhile is put in after. */
async function readChart() {
  const question = ++asked;
  missed = [];
  chart.minutes = Number(chosen("range"));
  const to = new Date(latest.newestMinute);
  const from = new Date(to.getTime() - (Number(chosen("range")) - 1) * 60_000);
  const { points } = await api.series(from, to, city);
  if (question === asked) {
    chart.replace([...points, ...missed], latest.newestMinute);
    charted = true;
  }
}

async function readCities() {
  const known = new Set([...element("city").options].map((option) => option.value));
  for (const name of await api.cities()) {
    if (!known.has(name)) {
      element("city").append(new Option(name, name));
    }
  }
}

function readLists() {
  return ask(async () => {
    incidents.replace(await api.incidents());
    await readCities();
  });
}

function readCitySoon() {
  cityTimer ??= setTimeout(() => {
    cityTimer = null;
    if (city !== "") {
      ask(() => Promise.all([showCityFigures(), readChart()]));
    }
  }, CITY_PACE);
}

function onPresence(event) {
  latest = event;
  if (event.asOf === null) {
    state("empty");
    return;
  }
  if (document.body.dataset.state !== "ready") {
    state("ready");
    readLists();
  }
  figures.freshness(event.asOf, event.staleSeconds);
  showFigures();
  if (city !== "") {
    readCitySoon();
    return;
  }
  missed.push(...event.minutes);
  if (event.full || !charted) {
    ask(readChart);
  } else {
    chart.merge(event.minutes, event.newestMinute);
  }
}

function onLink(link) {
  document.body.dataset.link = link;
  element("link").dataset.link = link;
  element("link-text").textContent = links[link];
}

function showAll() {
  if (latest?.asOf) {
    showFigures();
    ask(() => Promise.all([city === "" ? null : showCityFigures(), readChart()]));
  }
}

function showZone() {
  const zone = chosen("zone");
  figures.zone = zone;
  chart.zone = zone;
  alerts.zone = zone;
  incidents.zone = zone;
  element("zone-text").textContent = `Times in ${zoneName(zone)}`;
}

element("example").textContent =
  `curl ${location.origin}/api/pings -d '{"driver_id": 1, "timestamp": '$(date +%s)', "on_duty": 1}'`;
onChoice("zone", showZone);
onChoice("window", showAll);
onChoice("range", showAll);
onChoice("city", () => {
  city = element("city").value;
  showAll();
});
showZone();
listen({
  onPresence,
  onAlert: (alert) => alerts.put(alert),
  onAlerts: (event) => alerts.summary(event),
  onIncident: (incident) => incidents.add(incident),
  onHeartbeat: (beat) => {
    alerts.serverTime = beat.time;
    if (beat.asOf) {
      figures.freshness(beat.asOf, beat.staleSeconds);
    }
  },
  onLink,
});
readLists();
setInterval(readLists, LISTS_PACE);
