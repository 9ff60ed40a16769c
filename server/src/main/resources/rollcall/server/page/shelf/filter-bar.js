import { choices } from "./alert-filter.js";
import { select } from "../controls.js";
import { view } from "../view.js";

const element = (id) => document.getElementById(id);

/** Ties the fields over the list to what is chosen. Typing leaves no steps to go back through. */
export function filterBar() {
  select("status");
  select("kind");
  const text = element("q");
  text.addEventListener("input", () => view.set({ q: text.value }, true));
  view.follow(["q"], () => {
    if (text.value !== view.get("q")) {
      text.value = view.get("q");
    }
  });
  element("show-all").addEventListener("click", () => {
    view.set(choices);
    text.focus();
  });
}
