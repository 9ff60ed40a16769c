import { view } from "./view.js";

/** Ties radio buttons of a name to what is chosen under it. */
export function radios(name) {
  const inputs = [...document.querySelectorAll(`input[name="${name}"]`)];
  inputs.forEach((input) => input.addEventListener("change", () => view.set({ [name]: input.value })));
  view.follow([name], () => inputs.forEach((input) => (input.checked = input.value === view.get(name))));
}

/** Ties a select, whose id is the name, to what is chosen under it; a choice that it doesn't list yet is added. */
export function select(name) {
  const element = document.getElementById(name);
  element.addEventListener("change", () => view.set({ [name]: element.value }));
  view.follow([name], () => {
    const chosen = view.get(name);
    if (![...element.options].some((option) => option.value === chosen)) {
      element.append(new Option(chosen, chosen));
    }
    element.value = chosen;
  });
}
