package rollcall.app.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Seeded random tickets of twelve stores with twelve products each, in every form that the contract allows. Shelves are
 * sold down and restocked, sometimes by so little that an episode goes on; some tickets come late, some are bad.
 */
final class Tickets {

    static final long START_MILLIS = 1_514_779_200_000L;
    static final int PRODUCTS = 12;

    private static final List<String> STORES = List.of(
            "Austin|TX",
            "Dallas|TX",
            "Houston|TX",
            "San Antonio|TX",
            "Chicago|IL",
            "Milwaukee|WI",
            "New York City|NY",
            "Boston|MA",
            "Philadelphia|PA",
            "Los Angeles|CA",
            "San Diego|CA",
            "Phoenix|AZ");

    private static final long LATEST_MILLIS = 1_800_000;
    private static final int MOST_OF_A_PRODUCT = 6;

    private final Random random;
    private final TicketJson json;
    private final long fullShelf;
    private final Map<String, Long> levels = new HashMap<>();

    /** @param fullShelf about how many units a shelf holds: the more, the fewer episodes */
    Tickets(long seed, long fullShelf) {
        this.random = new Random(seed);
        this.json = new TicketJson(random);
        this.fullShelf = fullShelf;
    }

    /** So many tickets over three hours; 3% of them late by up to half an hour, 1% bad. */
    List<Ticket> make(int count) {
        List<Ticket> tickets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long now = START_MILLIS + 10_800L * i / count * 1000;
            String store = STORES.get(random.nextInt(STORES.size()));
            tickets.add(
                    random.nextInt(100) == 0
                            ? json.bad(store, now)
                            : random.nextInt(100) < 3 ? late(store, now) : sale(store, now));
        }
        return tickets;
    }

    /** Sold and restocked since the store's ticket before. */
    private Ticket sale(String store, long now) {
        Map<String, Long> cart = new LinkedHashMap<>();
        Map<String, Long> inventory = new LinkedHashMap<>();
        for (String product : someProducts()) {
            long before = levels.computeIfAbsent(store + product, shelf -> full());
            long level = isRestocked(before) ? restocked(before) : before;
            long quantity = Math.min(level, random.nextInt(MOST_OF_A_PRODUCT + 1));
            level -= quantity;
            levels.put(store + product, level);
            if (quantity > 0) {
                cart.put(product, quantity);
            }
            if (quantity == 0 || random.nextInt(20) > 0) {
                inventory.put(product, level);
            }
        }
        return json.good(store, now, now, cart, inventory);
    }

    /** Whatever it says of levels is out of date. */
    private Ticket late(String store, long now) {
        Map<String, Long> inventory = new LinkedHashMap<>();
        someProducts().forEach(product -> inventory.put(product, random.nextBoolean() ? 0 : full()));
        return json.good(store, now, now - 1 - (long) (random.nextDouble() * LATEST_MILLIS), Map.of(), inventory);
    }

    private List<String> someProducts() {
        return random.ints(1 + random.nextInt(3), 0, PRODUCTS)
                .distinct()
                .mapToObj(Integer::toString)
                .toList();
    }

    private boolean isRestocked(long level) {
        return level == 0 ? random.nextInt(3) == 0 : level < 40 && random.nextInt(12) == 0;
    }

    private long restocked(long level) {
        return level + (random.nextInt(3) == 0 ? random.nextInt(30) : full());
    }

    private long full() {
        return fullShelf + random.nextInt((int) fullShelf);
    }
}
