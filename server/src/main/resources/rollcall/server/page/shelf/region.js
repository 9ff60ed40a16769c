/** What the list scrolls in: a box of its own where the page has two columns, otherwise the page. */
export class Region {
  #box;
  #isWide = matchMedia("(min-width: 68rem)");

  constructor(box) {
    this.#box = box;
    const becomeReachable = () => (this.#isWide.matches ? (box.tabIndex = 0) : box.removeAttribute("tabindex"));
    this.#isWide.addEventListener("change", becomeReachable);
    becomeReachable();
  }

  /** Whether what comes first is out of sight, so that somebody may be reading further down. */
  get isScrolledInto() {
    return this.#isWide.matches ? this.#box.scrollTop > 0 : this.#box.getBoundingClientRect().top < 0;
  }

  scrollBy(pixels) {
    (this.#isWide.matches ? this.#box : window).scrollBy(0, pixels);
  }

  /** Brings what comes first into sight. */
  toTop() {
    this.#box.scrollTop = 0;
    this.#box.scrollIntoView({ block: this.#isWide.matches ? "nearest" : "start" });
  }
}
