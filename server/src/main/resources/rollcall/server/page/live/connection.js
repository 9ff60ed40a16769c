/** Heartbeats come every few seconds; so much silence, in milliseconds, means that something is wrong. */
const SILENCE = 10_000;

/** After so much of it the connection is given up: where a network goes away, nobody is told. */
const DEAF = 20_000;

/** How long to wait before another try, in milliseconds, at first and at most. */
const RETRY = 1_000;
const LONGEST_RETRY = 10_000;

const EVENTS = ["presence", "alert", "alerts", "incident"];

/**
 * The connection to the server's events. How it is, is one of: connecting, live, quiet (no pings come), stalled (nothing
 * comes, or the server can't read its database), lost.
 *
 * A connection that breaks is opened again by the browser at once, with the id of the last event; so nothing is missed.
 * Where that fails we go on, ever more seldom, and each page in its own time, for there may be many. The server then says
 * how things are now.
 */
export class Connection {
  #tell;
  #source = null;
  #silence;
  #deafness;
  #retry;
  #failures = 0;
  #heardAt = null;
  #beat = { healthy: true, quietSeconds: null };
  #link = { state: "connecting", since: null, quietSeconds: null };
  #lostAt = null;

  /** @param tell is given `{event, data}` for each event, and `{link}` when that has changed */
  constructor(tell) {
    this.#tell = tell;
    addEventListener("online", () => this.#source !== null && this.#link.state === "lost" && this.#open());
  }

  /** `state`; `since`, when it was lost (ms); `quietSeconds`, how long no ping has come; once it is back, `outage` says from when to when it was lost (ms). */
  get link() {
    return this.#link;
  }

  open() {
    if (this.#source === null) {
      this.#become("connecting");
      this.#open();
    }
  }

  close() {
    this.#end();
    this.#source = null;
    this.#lostAt = null;
    this.#failures = 0;
  }

  #open() {
    this.#end();
    this.#source = new EventSource("/api/stream");
    this.#source.onopen = () => this.#watch();
    this.#source.onerror = () => this.#failed();
    for (const event of EVENTS) {
      this.#source.addEventListener(event, ({ data }) => {
        this.#heard();
        this.#tell({ event, data: JSON.parse(data) });
      });
    }
    this.#source.addEventListener("heartbeat", ({ data }) => {
      this.#beat = JSON.parse(data);
      this.#heard();
      this.#tell({ event: "heartbeat", data: this.#beat });
    });
  }

  #end() {
    this.#source?.close();
    [this.#silence, this.#deafness, this.#retry].forEach(clearTimeout);
  }

  #heard() {
    this.#heardAt = Date.now();
    this.#failures = 0;
    this.#watch();
    const quiet = typeof this.#beat.quietSeconds === "number";
    this.#become(!this.#beat.healthy ? "stalled" : quiet ? "quiet" : "live");
  }

  #watch() {
    clearTimeout(this.#silence);
    clearTimeout(this.#deafness);
    this.#silence = setTimeout(() => this.#become("stalled"), SILENCE);
    this.#deafness = setTimeout(() => this.#lost(), DEAF);
  }

  #failed() {
    this.#failures += 1;
    if (this.#source.readyState === EventSource.CLOSED || this.#failures > 1) {
      this.#lost();
    } else {
      clearTimeout(this.#silence);
      this.#lose();
    }
  }

  /** Gives the connection up, and tries again a while later. */
  #lost() {
    this.#end();
    this.#lose();
    const wait = Math.min(LONGEST_RETRY, RETRY * 2 ** Math.max(0, this.#failures - 1));
    this.#retry = setTimeout(() => this.#open(), wait * (0.5 + Math.random() / 2));
  }

  #lose() {
    this.#lostAt ??= this.#heardAt ?? Date.now();
    this.#beat = { healthy: true, quietSeconds: null };
    this.#become("lost");
  }

  #become(state) {
    const before = this.#link;
    const isBack = this.#lostAt !== null && (state === "live" || state === "quiet");
    const outage = isBack ? { from: this.#lostAt, to: Date.now() } : undefined;
    this.#lostAt = isBack ? null : this.#lostAt;
    this.#link = { state, since: this.#lostAt, quietSeconds: this.#beat.quietSeconds ?? null, outage };
    if (before.state !== state || before.quietSeconds !== this.#link.quietSeconds) {
      this.#tell({ link: this.#link });
    }
  }
}
