import { Arcs } from "./map-arcs.js";
import { Atlas } from "./map-atlas.js";
import { description, Marks } from "./map-marks.js";
import { MapTip } from "./map-tip.js";
import { Viewport } from "./map-viewport.js";
import { giftText, linkText } from "./redirects.js";
import { storeName } from "./store-id.js";

/** How near a pointer must be to a mark, in pixels. */
const REACH = { mouse: 14, pen: 16, touch: 24 };

/** A tip lists no more arcs than this. */
const LISTED = 3;

/** So much of the map is seen on each side of the chosen store, as a share of what is seen. */
const AROUND = 0.3;

/** So many marks have room on a map of usual size; more are drawn smaller, until somebody zooms in. */
const ROOM = 120;
const USUAL_WIDTH = 620;

const element = (id) => document.getElementById(id);
const between = (least, x, most) => Math.min(most, Math.max(least, x));

/** The map itself: the land, the stores and who helps whom. */
export class MapDrawing {
  #svg = element("map");
  #atlas = new Atlas();
  #sheet = null;
  #viewport;
  #marks;
  #arcs = new Arcs(element("map-arcs"), element("map-strong-arcs"));
  #tip = new MapTip(element("map-tip"));
  #chosen = null;
  #pointed = null;
  #pointedArc = null;
  #focused = null;
  #alert = null;
  #lifted = null;

  /** @param open called with the id of the store that somebody wants to see */
  constructor(open) {
    this.#marks = new Marks(element("map-marks"), open, (mark) => this.#onFocus(mark));
    this.#viewport = new Viewport(this.#svg, element("map-view"), () => this.#onMoved());
    element("map-in").addEventListener("click", () => this.#viewport.zoomIn());
    element("map-out").addEventListener("click", () => this.#viewport.zoomOut());
    element("map-whole").addEventListener("click", () => this.#viewport.reset());
    this.#svg.addEventListener("pointermove", (event) => this.#point(event));
    this.#svg.addEventListener("pointerleave", () => this.#pointTo(null, null));
    this.#svg.addEventListener("pointerup", (event) => (this.#lifted = event));
    this.#svg.addEventListener("click", (event) => {
      const mark = this.#clicked(event);
      if (mark) {
        open(mark.id);
      }
    });
  }

  /** Chooses the map that suits these stores, all with a location. */
  async suit(stores) {
    const sheet = await this.#atlas.choose(stores.map(({ longitude, latitude }) => [longitude, latitude]));
    if (sheet !== this.#sheet) {
      this.#sheet = sheet;
      this.#svg.dataset.map = sheet.name;
      element("map-land").setAttribute("d", sheet.outline);
      this.#viewport.reset();
    }
  }

  /** Shows stores, all with a location, and who helps whom. */
  show(stores, links) {
    const before = this.#marks.size;
    this.#marks.show(stores, this.#sheet.project);
    this.#arcs.show(links, (id) => this.#marks.get(id));
    if (this.#marks.size !== before) {
      this.#onMoved();
      this.#reveal();
    }
    this.#emphasize();
  }

  /** The store whose panel is open, or null. @param covered how many pixels of the map are under the panel */
  choose(id, covered) {
    this.#chosen = id;
    this.#viewport.cover(covered);
    this.#reveal();
    this.#emphasize();
  }

  /** The panel lies over so many pixels of the map now. */
  cover(pixels) {
    this.#viewport.cover(pixels);
  }

  /** The alert that somebody looks at in the list, or null. */
  look(alert) {
    this.#alert = alert;
    this.#emphasize();
  }

  /** Gives a store's mark the focus; false if it has none. */
  focus(id) {
    return this.#marks.focus(id);
  }

  #onMoved() {
    const { pixel, zoom, width } = this.#viewport;
    const crowding = Math.sqrt(zoom) * Math.pow(ROOM / Math.max(1, this.#marks.size), 0.25);
    const size = between(0.3, crowding, 1) * between(0.75, width / USUAL_WIDTH, 1.4);
    this.#svg.style.setProperty("--pixel", pixel);
    this.#svg.style.setProperty("--size", pixel * size);
    this.#arcs.rescale(pixel);
    this.#tip.hide();
  }

  #under(event) {
    const reach = (REACH[event.pointerType] ?? REACH.mouse) * this.#viewport.pixel;
    return this.#marks.nearest(this.#viewport.pointAt(event), reach);
  }

  /** Browsers move a finger's click to what they think was meant; where the finger was tells more. */
  #clicked({ detail }) {
    if (detail === 0) {
      return this.#marks.button; // by other means than a pointer
    }
    return this.#viewport.wasDragged ? null : this.#under(this.#lifted);
  }

  #point(event) {
    if (event.buttons === 0) {
      const mark = this.#under(event);
      this.#pointTo(mark, mark ? null : this.#arcs.of(event.target));
    }
  }

  #pointTo(mark, arc) {
    if (mark !== this.#pointed || arc !== this.#pointedArc) {
      [this.#pointed, this.#pointedArc] = [mark, arc];
      this.#svg.classList.toggle("pointing", mark !== null);
      this.#emphasize();
    }
  }

  /** What is around the chosen store is seen, too. */
  #reveal() {
    const mark = this.#marks.get(this.#chosen);
    if (mark) {
      this.#viewport.reveal([mark.x, mark.y], AROUND);
    }
  }

  #onFocus(mark) {
    this.#focused = mark;
    if (mark) {
      this.#viewport.reveal([mark.x, mark.y]);
    }
    this.#emphasize();
  }

  #emphasize() {
    const looked = this.#pointed ?? (this.#pointedArc ?? this.#alert ? null : this.#focused);
    const needy = this.#alert && this.#marks.get(this.#alert.store);
    const helps = (link) => link.gifts.some(({ alert }) => alert === this.#alert?.id);
    const fits = (link) =>
      link.id === this.#pointedArc?.link.id ||
      [link.from, link.to].some((id) => id === looked?.id || id === this.#chosen) ||
      helps(link);
    this.#arcs.emphasize(fits);
    this.#ring(element("map-chosen"), this.#marks.get(this.#chosen));
    this.#ring(element("map-looked"), looked ?? needy);
    if (looked && looked.id === this.#chosen) {
      this.#tip.hide();
    } else if (looked) {
      this.#tell([`${storeName(looked.store)}: ${description(looked.store)}`, ...this.#help(looked.id)], looked);
    } else if (this.#pointedArc ?? this.#alert) {
      this.#tellArc(this.#pointedArc ?? this.#arcs.all(helps)[0], needy);
    } else {
      this.#tip.hide();
    }
  }

  #tellArc(arc, needy) {
    if (arc) {
      const gifts = arc.link.gifts.filter(({ alert }) => arc === this.#pointedArc || alert === this.#alert.id);
      this.#tell(linkText({ ...arc.link, gifts }), { x: arc.middle[0], y: arc.middle[1] });
    } else if (needy) {
      this.#tell([`${storeName(needy.store)}: ${description(needy.store)}`], needy);
    } else {
      this.#tip.hide();
    }
  }

  #help(id) {
    const found = this.#arcs.all((link) => link.from === id || link.to === id);
    const texts = found.slice(0, LISTED).map(({ link }) =>
      link.to === id ? `Gets from ${storeName(link.donor)} ${giftText(link)}` : `Gives ${storeName(link.needy)} ${giftText(link)}`,
    );
    return found.length > LISTED ? [...texts, `and ${found.length - LISTED} more`] : texts;
  }

  #tell(lines, { x, y }) {
    this.#tip.show(lines, this.#viewport.pixelsOf([x, y]), this.#viewport.width);
  }

  #ring(ring, mark) {
    ring.classList.toggle("shown", Boolean(mark));
    if (mark) {
      ring.style.translate = `${mark.x}px ${mark.y}px`;
    }
  }
}
