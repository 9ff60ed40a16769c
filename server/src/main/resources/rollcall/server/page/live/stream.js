/** Heartbeats come every few seconds; so much silence in milliseconds means that something is wrong. */
const SILENCE = 10_000;
const RETRY = 3_000;

/**
 * Listens to the server's events and tells how the connection is: connecting, live, stalled (nothing comes, or the
 * server can't read its database) or lost.
 */
export function listen({ onPresence, onAlert, onAlerts, onIncident, onHeartbeat, onLink }) {
  const told = { presence: onPresence, alert: onAlert, alerts: onAlerts, incident: onIncident };
  let silence;
  let source;

  const heard = (healthy = true) => {
    clearTimeout(silence);
    silence = setTimeout(() => onLink("stalled"), SILENCE);
    onLink(healthy ? "live" : "stalled");
  };

  const open = () => {
    source = new EventSource("/api/stream");
    for (const [name, tell] of Object.entries(told)) {
      source.addEventListener(name, (event) => {
        heard();
        tell(JSON.parse(event.data));
      });
    }
    source.addEventListener("heartbeat", (event) => {
      const beat = JSON.parse(event.data);
      heard(beat.healthy);
      onHeartbeat(beat);
    });
    source.onerror = () => {
      clearTimeout(silence);
      onLink("lost");
      // The browser tries again by itself, unless the server answered with an error.
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(open, RETRY);
      }
    };
  };
  open();
}
