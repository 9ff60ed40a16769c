import "/vendor/d3-array.js";
import "/vendor/d3-geo.js";

const { d3 } = globalThis;

/** The size of the map in its own units. */
export const WIDTH = 960;
export const HEIGHT = 600;

const MARGIN = 12;

/** Stores are seldom at the edge of what one wants to see: so much is left around them. */
const SURROUNDINGS = 72;

/** Of stores that are so near to each other (degrees), as much of the land around is shown. */
const NEIGHBOURHOOD = 3;

/** Stores within so much of a globe (radians from their middle) are seen as from above; others on a map of the world. */
const REGION = 1;

const DEGREES = 180 / Math.PI;
const whole = [[MARGIN, MARGIN], [WIDTH - MARGIN, HEIGHT - MARGIN]];
const inner = [[SURROUNDINGS, SURROUNDINGS], [WIDTH - SURROUNDINGS, HEIGHT - SURROUNDINGS]];

/**
 * Chooses the map that suits the stores: the United States, with Alaska and Hawaii as insets, or if a store lies outside
 * them, the world's outline around where the stores are.
 */
export class Atlas {
  #outlines = new Map();
  #states = null;

  /**
   * @param points where the stores are: longitude and latitude in degrees
   * @returns `name`, `outline` (a path) and `project` (of a point, in the map's units); the same object for the same map
   */
  async choose(points) {
    const states = d3.geoAlbersUsa();
    return points.every((point) => states(point) !== null) ? this.#unitedStates() : this.#world(points);
  }

  async #unitedStates() {
    const outline = await this.#read("us-states");
    this.#states ??= sheet("states", d3.geoAlbersUsa().fitExtent(whole, outline), outline);
    return this.#states;
  }

  async #world(points) {
    return sheet("world", around(points), await this.#read("world-countries"));
  }

  async #read(name) {
    if (!this.#outlines.has(name)) {
      const answer = await fetch(`/vendor/${name}.geojson`);
      if (!answer.ok) {
        throw new Error(`The outlines are missing (${answer.status}).`);
      }
      this.#outlines.set(name, await answer.json());
    }
    return this.#outlines.get(name);
  }
}

function sheet(name, projection, outline) {
  return { name, outline: d3.geoPath(projection).digits(1)(outline), project: (point) => projection(point) };
}

function around(points) {
  const middle = d3.geoCentroid({ type: "MultiPoint", coordinates: points });
  const [longitude, latitude] = middle.some(Number.isNaN) ? [0, 0] : middle;
  const reach = points.reduce((most, point) => Math.max(most, d3.geoDistance([longitude, latitude], point)), 0);
  const near = d3.geoCircle().center([longitude, latitude]).radius(NEIGHBOURHOOD).precision(30)().coordinates[0];
  const seen = { type: "MultiPoint", coordinates: [...points, ...near] };
  const projection =
    reach < REGION
      ? d3.geoAzimuthalEqualArea().rotate([-longitude, -latitude]).clipAngle(Math.min(150, 60 + 2 * reach * DEGREES))
      : d3.geoEqualEarth();
  return projection.fitExtent(inner, seen).clipExtent([[-WIDTH, -HEIGHT], [2 * WIDTH, 2 * HEIGHT]]);
}
