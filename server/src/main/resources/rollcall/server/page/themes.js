import { radios } from "./controls.js";
import { view } from "./view.js";

const system = matchMedia("(prefers-color-scheme: dark)");
const probe = document.createElement("span");

/** Told when the page's colours have changed: charts, which can't follow by themselves, must be drawn anew. */
export const themes = new EventTarget();

/** Lets the page follow the choice of colours, and remembers it for the next visit. */
export function follow() {
  const { theme } = document.documentElement.dataset;
  if (theme && view.get("theme") === "") {
    view.set({ theme }, true);
  }
  radios("theme");
  view.follow(["theme"], () => become(view.get("theme")));
  system.addEventListener("change", tell);
}

function become(theme) {
  if (theme === "") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as its address.
  }
  tell();
}

function tell() {
  themes.dispatchEvent(new Event("change"));
}

/** A colour of the style sheet, as it is now. */
export function colour(name) {
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
