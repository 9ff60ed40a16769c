import { linkText } from "./redirects.js";
import { svg } from "./svg.js";

/** How far an arc swings out, as a share of its length. */
const SWING = 0.18;

/** An arc with fewer pixels has no room for its arrow head. */
const LEAST = 26;

/** With more arcs than this, all are drawn more lightly. */
const FEW = 12;

const HEAD = "M-17-5L-8 0-17 5-15 0Z";

/** Who helps whom: an arc from the donor, with an arrow head at the store in need. */
export class Arcs {
  #calm;
  #strong;
  #arcs = new Map();

  /**
   * @param calm the group of arcs in the background
   * @param strong the group of those that somebody looks at
   */
  constructor(calm, strong) {
    this.#calm = calm;
    this.#strong = strong;
  }

  /**
   * These links and no others.
   *
   * @param markOf gives a store's mark, which has its place; a link to a store without a mark is not shown
   */
  show(links, markOf) {
    const drawn = new Map();
    for (const link of links) {
      const [from, to] = [markOf(link.from), markOf(link.to)];
      if (from && to && from !== to) {
        const arc = this.#arcs.get(link.id) ?? this.#make(link.id);
        this.#draw(arc, link, from, to);
        drawn.set(link.id, arc);
      }
    }
    this.#arcs.forEach((arc, id) => drawn.has(id) || arc.element.remove());
    this.#arcs = drawn;
    this.#calm.classList.toggle("crowded", drawn.size > FEW);
  }

  /** Draws those strongly that fit; the others step back, if there are any that do. */
  emphasize(fits) {
    let some = false;
    for (const arc of this.#arcs.values()) {
      const is = fits(arc.link);
      some ||= is;
      const group = is ? this.#strong : this.#calm;
      if (arc.element.parentNode !== group) {
        group.append(arc.element);
      }
    }
    this.#calm.classList.toggle("behind", some);
  }

  /** @param pixel how long a pixel is in units of the map */
  rescale(pixel) {
    this.#arcs.forEach((arc) => arc.element.classList.toggle("short", arc.length < LEAST * pixel));
  }

  /** The arc of an element of the drawing, or null. */
  of(element) {
    return this.#arcs.get(element.closest?.(".arc")?.dataset.link) ?? null;
  }

  /** The arcs that fit, those of the newest alerts first. */
  all(fits) {
    return [...this.#arcs.values()].filter((arc) => fits(arc.link));
  }

  #make(id) {
    const parts = { reach: svg("path", { class: "reach" }), line: svg("path", { class: "line" }), head: svg("path", { class: "head", d: HEAD }) };
    const element = svg("g", { class: "arc", role: "img", "data-link": id });
    element.append(...Object.values(parts));
    this.#calm.append(element);
    return { element, ...parts };
  }

  #draw(arc, link, from, to) {
    arc.link = link;
    arc.element.setAttribute("aria-label", linkText(link).join("; "));
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const [x, y] = [(from.x + to.x) / 2 + dy * SWING, (from.y + to.y) / 2 - dx * SWING];
    arc.length = Math.hypot(dx, dy);
    arc.middle = [(from.x + 2 * x + to.x) / 4, (from.y + 2 * y + to.y) / 4];
    const curve = `M${from.x} ${from.y}Q${x} ${y} ${to.x} ${to.y}`;
    arc.reach.setAttribute("d", curve);
    arc.line.setAttribute("d", curve);
    arc.head.style.translate = `${to.x}px ${to.y}px`;
    arc.head.style.rotate = `${Math.atan2(to.y - y, to.x - x)}rad`;
  }
}
