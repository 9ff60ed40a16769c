import * as api from "./api.js";
import { radios } from "./controls.js";
import { Incidents } from "./incidents.js";
import { Link } from "./live/link.js";
import { listen } from "./live/stream.js";
import { Road } from "./road/road.js";
import { follow as followTheme } from "./themes.js";
import { trouble } from "./trouble.js";

const element = (id) => document.getElementById(id);

/** How often lists that change seldom are read, in milliseconds. */
const LISTS_PACE = 15_000;

radios("zone");
followTheme();

const road = new Road();
const incidents = new Incidents();
const link = new Link();

/** Most modules are of the shelf's; the figures don't wait for them. */
const shelf = import("./shelf/shelf.js").then(({ Shelf }) => new Shelf());
trouble(() => shelf);

/** After an outage everything is read again; the stream itself brings the rest. */
function onLink(now) {
  link.show(now);
  if (now.outage) {
    incidents.cutOff(now.outage);
    readLists();
  }
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
  presence: (event) => road.onPresence(event),
  alert: (alert) => shelf.then((it) => it.onAlert(alert)),
  alerts: (event) => shelf.then((it) => it.onAlerts(event)),
  incident: (incident) => incidents.put(incident),
  heartbeat: (beat) => {
    road.onHeartbeat(beat);
    shelf.then((it) => it.onHeartbeat(beat));
  },
  link: onLink,
});
readLists();
setInterval(readLists, LISTS_PACE);
