/** What the page shows unless somebody chose otherwise; a choice equal to this is left out of the address. */
const usual = {
  minutes: "5",
  range: "1h",
  from: "",
  to: "",
  step: "",
  city: "",
  zone: "utc",
  theme: "",
  status: "",
  kind: "",
  q: "",
  store: "",
};

/**
 * What somebody has chosen to see. It stands in the page's address, so that a copied address shows a colleague the same,
 * and the browser's back and forward work.
 */
class View extends EventTarget {
  #chosen = View.#read();

  constructor() {
    super();
    addEventListener("popstate", () => this.#become(View.#read()));
  }

  get(name) {
    return this.#chosen[name];
  }

  /**
   * Shows something else.
   *
   * @param changes by name
   * @param quietly whether no step back leads to what was shown before, as while somebody types
   */
  set(changes, quietly = false) {
    const next = { ...this.#chosen, ...changes };
    const address = View.#address(next);
    if (address !== location.pathname + location.search) {
      history[quietly ? "replaceState" : "pushState"](null, "", address);
    }
    this.#become(next);
  }

  /** Acts now, and whenever one of these changes. */
  follow(names, act) {
    this.addEventListener("change", ({ detail }) => {
      if (names.some((name) => detail.has(name))) {
        act();
      }
    });
    act();
  }

  #become(next) {
    const changed = new Set(Object.keys(usual).filter((name) => next[name] !== this.#chosen[name]));
    this.#chosen = next;
    if (changed.size > 0) {
      this.dispatchEvent(new CustomEvent("change", { detail: changed }));
    }
  }

  static #read() {
    const asked = new URLSearchParams(location.search);
    return Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, asked.get(name) ?? value]));
  }

  static #address(chosen) {
    const unusual = Object.entries(chosen).filter(([name, value]) => value !== usual[name]);
    // A colon and a comma need not be escaped there (RFC 3986, 3.4), and people read addresses.
    const query = new URLSearchParams(unusual).toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
    return location.pathname + (query === "" ? "" : `?${query}`);
  }
}

export const view = new View();
