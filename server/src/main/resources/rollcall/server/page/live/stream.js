import { Connection } from "./connection.js";

/** How often a page says that it is still there, in milliseconds. Browsers slow hidden pages' timers down to a minute. */
const SIGN_OF_LIFE = 30_000;

/**
 * Listens to the server's events. All pages of a browser share one connection, where the browser can: it allows only six
 * to a server.
 *
 * @param handlers by event, such as `presence`; `link` is told how the connection is
 */
export function listen(handlers) {
  const hear = ({ event, data, link }) => (link ? handlers.link(link) : handlers[event]?.(data));
  if (typeof SharedWorker === "undefined") {
    listenAlone(hear);
    return;
  }
  try {
    share(hear);
  } catch {
    listenAlone(hear); // as where the browser's settings forbid workers
  }
}

function share(hear) {
  const worker = new SharedWorker("/live/stream-worker.js", { type: "module", name: "rollcall" });
  const { port } = worker;
  let shares = true;
  const say = (word) => shares && port.postMessage(word);
  port.onmessage = ({ data }) => shares && hear(data);
  worker.onerror = () => {
    if (shares) {
      shares = false;
      port.close();
      listenAlone(hear);
    }
  };
  addEventListener("pagehide", () => say("bye"));
  addEventListener("pageshow", ({ persisted }) => persisted && say("here"));
  setInterval(() => say("here"), SIGN_OF_LIFE);
  // A page that was frozen in the background may have been given up.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && say("here"));
}

function listenAlone(hear) {
  const connection = new Connection(hear);
  connection.open();
  addEventListener("pagehide", () => connection.close());
  addEventListener("pageshow", ({ persisted }) => persisted && connection.open());
}
