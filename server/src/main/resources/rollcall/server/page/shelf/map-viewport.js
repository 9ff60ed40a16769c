import { HEIGHT, WIDTH } from "./map-atlas.js";

const CLOSEST = 32;
const STEP = 1.6;

/** In pixels. */
const PAN = 80;
const EDGE = 32;
const DRAG = 4;

const keys = { ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN] };

/**
 * What part of the map is seen: zoomed by buttons, keys, two fingers, or the wheel with Ctrl (without, it scrolls the
 * page), and moved by dragging and arrow keys. A point of the map is at `zoom * point + offset` of the drawing.
 */
export class Viewport {
  #svg;
  #group;
  #moved;
  #zoom = 1;
  #x = 0;
  #y = 0;
  #covered = 0;
  #pointers = new Map();
  #travelled = 0;

  /** @param moved called when something else is seen */
  constructor(svg, group, moved) {
    this.#svg = svg;
    this.#group = group;
    this.#moved = moved;
    svg.addEventListener("wheel", (event) => this.#onWheel(event), { passive: false });
    svg.addEventListener("keydown", (event) => this.#onKey(event));
    svg.addEventListener("pointerdown", (event) => this.#onDown(event));
    svg.addEventListener("pointermove", (event) => this.#onMove(event));
    ["pointerup", "pointercancel"].forEach((end) => svg.addEventListener(end, (event) => this.#onEnd(event)));
    new ResizeObserver(() => this.#apply()).observe(svg);
  }

  get zoom() {
    return this.#zoom;
  }

  /** How long a pixel of the screen is, in units of the map as it is seen now. */
  get pixel() {
    return 1 / (this.#zoom * this.#scale);
  }

  /** Whether the pointer that was lifted last has moved the map; if so, no click was meant. */
  get wasDragged() {
    return this.#travelled > DRAG;
  }

  /** How wide the map is, in pixels. */
  get width() {
    return this.#svg.clientWidth;
  }

  /** The point of the map under the pointer. */
  pointAt({ clientX, clientY }) {
    const [x, y] = this.#place({ clientX, clientY }).map((pixels) => pixels / this.#scale);
    return [(x - this.#x) / this.#zoom, (y - this.#y) / this.#zoom];
  }

  /** Where a point of the map is on the screen, in pixels from the map's upper left corner. */
  pixelsOf([x, y]) {
    return [(this.#zoom * x + this.#x) * this.#scale, (this.#zoom * y + this.#y) * this.#scale];
  }

  zoomIn() {
    this.#zoomBy(STEP);
  }

  zoomOut() {
    this.#zoomBy(1 / STEP);
  }

  /** Shows the whole map. */
  reset() {
    [this.#zoom, this.#x, this.#y] = [1, 0, 0];
    this.#apply();
  }

  /** Something lies over so many pixels at the right; the map may be moved out from under it. */
  cover(pixels) {
    this.#covered = pixels;
    this.#apply();
  }

  /** Moves the map so far that a point can be seen. @param around and so much beside it, as a share of what is seen */
  reveal(point, around = 0) {
    const [x, y] = this.pixelsOf(point);
    const into = (at, end) => {
      const edge = Math.max(EDGE, around * end);
      return Math.min(Math.max(at, edge), Math.max(edge, end - edge)) - at;
    };
    this.#panBy(into(x, this.width - this.#covered), into(y, this.#svg.clientHeight));
  }

  get #scale() {
    return this.width / WIDTH || 1;
  }

  /** @param at what stays where it is, in pixels from the upper left corner */
  #zoomBy(factor, [x, y] = [(this.width - this.#covered) / 2, this.#svg.clientHeight / 2]) {
    const zoom = Math.min(CLOSEST, Math.max(1, this.#zoom * factor));
    const [fixedX, fixedY] = [x / this.#scale, y / this.#scale];
    this.#x = fixedX - (fixedX - this.#x) * (zoom / this.#zoom);
    this.#y = fixedY - (fixedY - this.#y) * (zoom / this.#zoom);
    this.#zoom = zoom;
    this.#apply();
  }

  #panBy(x, y) {
    this.#x += x / this.#scale;
    this.#y += y / this.#scale;
    this.#apply();
  }

  #apply() {
    const within = (offset, size, covered) => Math.min(0, Math.max(offset, size * (1 - this.#zoom) - covered));
    this.#x = within(this.#x, WIDTH, this.#covered / this.#scale);
    this.#y = within(this.#y, HEIGHT, 0);
    this.#group.setAttribute("transform", `translate(${this.#x} ${this.#y}) scale(${this.#zoom})`);
    this.#svg.classList.toggle("zoomed", this.#zoom > 1);
    this.#moved();
  }

  #onWheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#zoomBy(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 150), this.#place(event));
    }
  }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (keys[event.key]) {
      this.#panBy(...keys[event.key]);
    } else if (event.key === "+" || event.key === "=") {
      this.zoomIn();
    } else if (event.key === "-") {
      this.zoomOut();
    } else if (event.key === "0") {
      this.reset();
    } else {
      return;
    }
    event.preventDefault();
  }

  #onDown(event) {
    if (event.button === 0) {
      this.#travelled = this.#pointers.size === 0 ? 0 : Infinity;
      this.#pointers.set(event.pointerId, this.#place(event));
    }
  }

  #onMove(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = this.#place(event);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other) {
      this.#zoomBy(distance(now, other) / Math.max(1, distance(before, other)), other);
      return;
    }
    this.#travelled += distance(before, now);
    if (this.wasDragged) {
      this.#svg.setPointerCapture(event.pointerId);
      this.#panBy(now[0] - before[0], now[1] - before[1]);
    }
  }

  #onEnd(event) {
    this.#pointers.delete(event.pointerId);
  }

  #place({ clientX, clientY }) {
    const { left, top } = this.#svg.getBoundingClientRect();
    return [clientX - left - this.#svg.clientLeft, clientY - top - this.#svg.clientTop];
  }
}

const distance = ([x, y], [otherX, otherY]) => Math.hypot(x - otherX, y - otherY);
