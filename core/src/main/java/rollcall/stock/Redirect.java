package rollcall.stock;

import java.io.Serializable;
import rollcall.geo.Place;

/**
 * A promise: units of a product that one store can give another.
 *
 * @param quantity in units
 * @param km great-circle distance between the two
 */
public record Redirect(Place needy, Place donor, long quantity, double km) implements Serializable {}
