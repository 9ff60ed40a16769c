import * as api from "./api.js";
import { radios } from "./controls.js";
import { Incidents } from "./incidents.js";
import { listen } from "./live/stream.js";
import { Road } from "./road/road.js";
import { Alerts } from "./shelf/alerts.js";
import { follow as followTheme } from "./themes.js";
import { trouble } from "./trouble.js";

const element = (id) => document.getElementById(id);
const links = { connecting: "Connecting", live: "Live", stalled: "Stalled", lost: "Connection lost" };

/** How often lists that change seldom are read, in milliseconds. */
const LISTS_PACE = 15_000;

radios("zone");
followTheme();

const road = new Road();
const alerts = new Alerts();
const incidents = new Incidents();

function onLink(link) {
  document.body.dataset.link = link;
  element("link").dataset.link = link;
  element("link-text").textContent = links[link];
}

function readLists() {
  return trouble(async () => {
    incidents.replace(await api.incidents());
    await road.readCities();
  });
}

element("example").textContent =
  `curl ${location.origin}/api/pings -d '{"driver_id": 1, "timestamp": '$(date +%s)', "on_duty": 1}'`;
listen({
  onPresence: (event) => road.onPresence(event),
  onAlert: (alert) => alerts.put(alert),
  onAlerts: (event) => alerts.summary(event),
  onIncident: (incident) => incidents.put(incident),
  onHeartbeat: (beat) => {
    alerts.serverTime = beat.time;
    road.onHeartbeat(beat);
  },
  onLink,
});
readLists();
setInterval(readLists, LISTS_PACE);
