import { gradeOf, grades, shapes, words } from "./map-grades.js";
import { storeName } from "./store-id.js";
import { svg } from "./svg.js";
import { count } from "../time.js";

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** What a store is like, in words. */
export function description(store) {
  const grade = gradeOf(store);
  return grade === "fine" ? "fine" : `${words[grade]}, ${count(store.alerts)} ${store.alerts === 1 ? "alert" : "alerts"}`;
}

/**
 * A mark for each store, the worst on top. One of them is a button that the tab key reaches; arrow keys make the next
 * one in their direction the button.
 */
export class Marks {
  #marks = new Map();
  #layers = {};
  #button = null;
  #open;
  #focused;

  /**
   * @param open called with the id of the store that somebody wants to see
   * @param focused called with the mark that has the focus, or null
   */
  constructor(group, open, focused) {
    for (const grade of [...grades].reverse()) {
      this.#layers[grade] = svg("g");
      group.append(this.#layers[grade]);
    }
    this.#open = open;
    this.#focused = focused;
    group.addEventListener("keydown", (event) => this.#onKey(event));
    group.addEventListener("focusin", () => focused(this.#button));
    group.addEventListener("focusout", () => focused(null));
  }

  get size() {
    return this.#marks.size;
  }

  /** The one that the tab key reaches, or null. */
  get button() {
    return this.#button;
  }

  get(id) {
    return this.#marks.get(id);
  }

  /** These stores and no others. */
  show(stores, project) {
    const known = new Set(stores.map(({ id }) => id));
    this.#marks.forEach((mark, id) => known.has(id) || this.#remove(mark));
    stores.forEach((store) => this.#put(store, project([store.longitude, store.latitude])));
    if (this.#button === null && this.#marks.size > 0) {
      this.#become([...this.#marks.values()].reduce((worst, mark) => (rank(mark) < rank(worst) ? mark : worst)));
    }
  }

  /** The mark nearest to a point, a worse one rather than one as near; null if none is within reach. */
  nearest([x, y], reach) {
    let best = null;
    let least = Infinity;
    for (const mark of this.#marks.values()) {
      const far = Math.hypot(mark.x - x, mark.y - y);
      const cost = far + (rank(mark) * reach) / 12;
      if (far <= reach && cost < least) {
        [best, least] = [mark, cost];
      }
    }
    return best;
  }

  /** Gives a store's mark the focus. */
  focus(id) {
    const mark = this.#marks.get(id);
    if (mark) {
      this.#become(mark);
      mark.element.focus({ preventScroll: true });
    }
    return mark !== undefined;
  }

  #put(store, [x, y]) {
    const { id } = store;
    const grade = gradeOf(store);
    const mark = this.#marks.get(id) ?? { id, element: svg("path", { "data-store": id }) };
    this.#marks.set(id, mark);
    mark.store = store;
    if (mark.x !== x || mark.y !== y) {
      [mark.x, mark.y] = [x, y];
      mark.element.style.translate = `${x}px ${y}px`;
    }
    if (mark.grade !== grade) {
      mark.grade = grade;
      this.#regrade(mark);
    }
    if (mark === this.#button) {
      mark.element.setAttribute("aria-label", `${storeName(store)}: ${description(store)}`);
    }
  }

  #regrade({ element, grade }) {
    const hadFocus = document.activeElement === element;
    element.setAttribute("class", `mark ${grade}`);
    element.setAttribute("d", shapes[grade]);
    this.#layers[grade].append(element);
    if (hadFocus) {
      element.focus({ preventScroll: true });
    }
  }

  #remove(mark) {
    mark.element.remove();
    this.#marks.delete(mark.id);
    if (mark === this.#button) {
      this.#button = null;
    }
  }

  #become(mark) {
    ["tabindex", "role", "aria-label"].forEach((name) => this.#button?.element.removeAttribute(name));
    this.#button = mark;
    mark.element.setAttribute("tabindex", "0");
    mark.element.setAttribute("role", "button");
    mark.element.setAttribute("aria-label", `${storeName(mark.store)}: ${description(mark.store)}`);
  }

  #onKey(event) {
    if (event.key === "Enter" || event.key === " ") {
      this.#open(this.#button.id);
    } else if (directions[event.key]) {
      const next = this.#next(directions[event.key]);
      if (next !== null) {
        this.focus(next.id);
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #next([right, down]) {
    let best = null;
    let least = Infinity;
    for (const mark of this.#marks.values()) {
      const [x, y] = [mark.x - this.#button.x, mark.y - this.#button.y];
      const along = x * right + y * down;
      const aside = Math.abs(x * down + y * right);
      if (along > 0 && aside <= 2 * along && along + 2 * aside < least) {
        [best, least] = [mark, along + 2 * aside];
      }
    }
    return best;
  }
}

const rank = (mark) => grades.indexOf(mark.grade);
