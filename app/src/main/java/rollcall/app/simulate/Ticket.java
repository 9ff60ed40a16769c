package rollcall.app.simulate;

import java.util.Map;

/**
 * What a till writes for one customer.
 *
 * @param cart units bought, by product
 * @param inventory units left after it, by product
 */
record Ticket(StoreCity store, int till, long epochSecond, Map<Integer, Long> cart, Map<Integer, Long> inventory) {}
