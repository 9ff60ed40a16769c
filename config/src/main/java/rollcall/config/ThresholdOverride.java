package rollcall.config;

import java.io.Serializable;

/**
 * A threshold of its own for a product, a store, or a product in a store. City and state are both given or both null.
 *
 * @param cityOrNull the store's city; null: all stores
 * @param stateOrNull the store's state; null: all stores
 * @param productOrNull the product; null: all products
 * @param threshold a level at or below it is low, in units
 */
public record ThresholdOverride(String cityOrNull, String stateOrNull, String productOrNull, long threshold)
        implements Serializable {}
