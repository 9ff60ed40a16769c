import { sentence } from "./alert-words.js";
import { Toggle } from "./toggle.js";
import { count } from "../time.js";

const words = { on: "Notifications are on", off: "Notifications are off", blocked: "Notifications are blocked" };

const UNABLE = "This browser shows notifications only for pages that come over HTTPS, or not at all.";
const DENIED = "The browser blocks notifications from this page. Allow them in its settings for this site, then press again.";
const DISMISSED = "The browser was not allowed to show notifications. Press again to be asked again.";

/** Notifications on the desktop, while nobody looks at the page, if somebody has asked for them. All at once are one. */
export class Notices {
  #toggle;
  #say;
  #shown = null;
  #unseen = 0;

  /** @param say called with what people should know: why there are none */
  constructor(button, say) {
    this.#say = say;
    this.#toggle = new Toggle(button, words, (isOn) => this.#press(isOn));
    this.#toggle.show(stateNow(this.#toggle.wasOn));
    document.addEventListener("visibilitychange", () => this.#look());
  }

  tell(alerts) {
    if (this.#toggle.state === "on" && document.visibilityState === "hidden") {
      this.#unseen += alerts.length;
      this.#show(this.#unseen === 1 ? "New alert" : `${count(this.#unseen)} new alerts`, sentence(alerts.at(-1)));
    }
  }

  async #press(isOn) {
    this.#say("");
    if (isOn) {
      this.#toggle.choose("off");
      return;
    }
    if (!canNotify()) {
      this.#say(UNABLE);
      return;
    }
    const answer = await Notification.requestPermission();
    this.#toggle.choose({ granted: "on", denied: "blocked", default: "off" }[answer]);
    this.#say({ granted: "", denied: DENIED, default: DISMISSED }[answer]);
  }

  #show(title, body) {
    try {
      this.#shown = new Notification(title, { body, tag: "rollcall-alerts", renotify: true, icon: "/icon.svg" });
      this.#shown.addEventListener("click", () => {
        window.focus();
        this.#shown?.close();
      });
    } catch {
      // Some phones know them, but not from a page.
      this.#toggle.show("off");
      this.#say(UNABLE);
    }
  }

  #look() {
    if (document.visibilityState === "visible") {
      this.#shown?.close();
      this.#shown = null;
      this.#unseen = 0;
    }
  }
}

const canNotify = () => "Notification" in window && window.isSecureContext;

function stateNow(isWanted) {
  const permission = canNotify() ? Notification.permission : "default";
  return { granted: isWanted ? "on" : "off", denied: "blocked", default: "off" }[permission];
}
