import { Connection } from "./connection.js";

/** How often a page says that it is still there, in milliseconds. Browsers slow hidden pages' timers down to a minute. */
const SIGN_OF_LIFE = 30_000;

const early = [];
let hear = (message) => early.push(message);

/**
 * Tells what the server says. That is listened to as soon as this module is there, which is before most others are: what
 * comes meanwhile is told first.
 *
 * @param handlers by event, such as `presence`; `link` is told how the connection is
 */
export function listen(handlers) {
  hear = ({ event, data, link }) => (link ? handlers.link(link) : handlers[event]?.(data));
  early.splice(0).forEach(hear);
}

/** All pages of a browser share one connection, where the browser can: it allows only six to a server. */
function begin() {
  if (typeof SharedWorker === "undefined") {
    listenAlone();
    return;
  }
  try {
    share();
  } catch {
    listenAlone(); // as where the browser's settings forbid workers
  }
}

function share() {
  const worker = new SharedWorker("/live/stream-worker.js", { type: "module", name: "rollcall" });
  const { port } = worker;
  let shares = true;
  const say = (word) => shares && port.postMessage(word);
  port.onmessage = ({ data }) => shares && hear(data);
  worker.onerror = () => {
    if (shares) {
      shares = false;
      port.close();
      listenAlone();
    }
  };
  addEventListener("pagehide", () => say("bye"));
  addEventListener("pageshow", ({ persisted }) => persisted && say("here"));
  setInterval(() => say("here"), SIGN_OF_LIFE);
  // A page that was frozen in the background may have been given up.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && say("here"));
}

function listenAlone() {
  const connection = new Connection((message) => hear(message));
  connection.open();
  addEventListener("pagehide", () => connection.close());
  addEventListener("pageshow", ({ persisted }) => persisted && connection.open());
}

begin();
