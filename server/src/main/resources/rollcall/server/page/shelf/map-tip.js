/** How far from its point the tip is, in pixels. */
const GAP = 14;

/** A few lines beside what somebody points at. What it says can be read elsewhere, too. */
export class MapTip {
  #element;

  constructor(element) {
    this.#element = element;
  }

  /**
   * @param lines the first one stands out
   * @param point in pixels from the map's upper left corner
   * @param room how wide the map is, in pixels
   */
  show(lines, [x, y], room) {
    const [title, ...others] = lines;
    const strong = document.createElement("strong");
    strong.textContent = title;
    this.#element.replaceChildren(strong, ...others.map(line));
    this.#element.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const left = Math.max(0, Math.min(room - width, x - width / 2));
    const top = y - height - GAP < 0 ? y + GAP : y - height - GAP;
    this.#element.style.left = `${left}px`;
    this.#element.style.top = `${top}px`;
  }

  hide() {
    this.#element.hidden = true;
  }
}

function line(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}
