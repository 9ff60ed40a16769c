import { brief, second } from "../time.js";
import { view } from "../view.js";

/** How long it is said that the connection is back, in milliseconds. */
const NEWS = 20_000;

const element = (id) => document.getElementById(id);
const words = { connecting: "Connecting", live: "Live", stalled: "Stalled", lost: "Connection lost" };

/** Says at the top of the page how the connection is, and when it is back after it was lost. */
export class Link {
  #link = { state: "connecting" };
  #news;

  constructor() {
    view.follow(["zone"], () => this.#draw());
    element("back-dismiss").addEventListener("click", () => this.#dismiss());
  }

  show(link) {
    this.#link = link;
    this.#draw();
    if (link.state === "lost") {
      this.#dismiss();
    }
    if (link.outage) {
      this.#announce(link.outage);
    }
  }

  #draw() {
    const { state, since, quietSeconds } = this.#link;
    document.body.dataset.link = state;
    element("link").dataset.link = state;
    write("link-text", state === "quiet" ? `No pings for ${brief(Math.max(60, quietSeconds))}` : words[state]);
    element("link-since").hidden = since == null;
    if (since != null) {
      element("link-since").dateTime = new Date(since).toISOString();
      write("link-since", `since ${second(since, view.get("zone"))}`);
    }
  }

  #announce({ from, to }) {
    write("back-text", `Back after ${brief((to - from) / 1000)}; nothing is missing`);
    element("back").hidden = false;
    clearTimeout(this.#news);
    this.#news = setTimeout(() => this.#dismiss(), NEWS);
  }

  #dismiss() {
    clearTimeout(this.#news);
    element("back").hidden = true;
  }
}

/** What says the same already is left alone, for screen readers read out what is written. */
function write(id, text) {
  if (element(id).textContent !== text) {
    element(id).textContent = text;
  }
}
