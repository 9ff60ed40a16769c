package rollcall.app.simulate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Stores that write purchase tickets.
 *
 * <p>A ticket's inventory says what is left of the products in its cart, now and then of a few others, and of what a truck
 * has brought since the store's last ticket. A late ticket is of a till that was offline: its time is past, but what it
 * sold is missing only now. A bad ticket sells nothing.
 */
final class StoreChain implements RecordSource {

    /** A product in a store. */
    private record Shelf(int store, int product) {}

    private static final int LATEST_SECONDS = 3_600;
    private static final int TILLS = 8;
    private static final int LARGEST_CART = 5;
    private static final int LARGEST_QUANTITY = 4;
    private static final double UNITS_PER_TICKET = 4.1;
    private static final double OTHERS_SHARE = 0.1;
    private static final int RUSH_ENDS = 10;

    private final FeedSettings feed;
    private final List<StoreCity> cities;
    private final byte[][] keys;
    private final Customers customers;
    private final Assortment[] assortments;
    private final Shelves[] shelves;
    private final SplittableRandom random;
    private final TicketWriter writer = new TicketWriter();

    private Optional<Shelf> rush = Optional.empty();

    StoreChain(ChainSettings settings) {
        feed = settings.feed();
        random = new SplittableRandom(feed.seed());
        cities = StoreCity.ALL.subList(0, settings.stores());
        keys = cities.stream()
                .map(city -> city.key().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        customers = new Customers(cities, random.split());
        int[] ranks = Assortment.ranks(settings.products(), random);
        assortments = new Assortment[cities.size()];
        shelves = new Shelves[cities.size()];
        double unitsPerHour = settings.pace().simulatedRate() * 3_600 * UNITS_PER_TICKET;
        for (int store = 0; store < shelves.length; store++) {
            assortments[store] = new Assortment(ranks, random);
            shelves[store] = new Shelves(assortments[store], unitsPerHour * customers.share(store), random.split());
        }
    }

    /** Has customers storm the next shelf that would run low, until it is: every other ticket is one of theirs. */
    void rush(long nowMillis) {
        long now = Math.floorDiv(nowMillis, 1000L);
        rush = IntStream.range(0, shelves.length)
                .mapToObj(store -> new Shelf(store, shelves[store].nextToRunLow()))
                .filter(shelf -> customers.areAt(shelf.store, now))
                .min(Comparator.comparingLong(shelf -> shelves[shelf.store].beforeLow(shelf.product)));
    }

    @Override
    public ProducerRecord<byte[], byte[]> next(String topic, long nowMillis) {
        long now = Math.floorDiv(nowMillis, 1000L);
        if (rush.isPresent() && random.nextBoolean()) {
            Shelf shelf = rush.get();
            Ticket ticket = sell(shelf.store, new int[] {shelf.product}, LARGEST_QUANTITY, now, now);
            rush = rush.filter(still -> shelves[still.store].level(still.product) > RUSH_ENDS);
            return record(topic, nowMillis, shelf.store, writer.toBytes(ticket, TicketFlaw.NONE));
        }
        boolean late = random.nextDouble() < feed.lateShare();
        boolean bad = random.nextDouble() < feed.badShare();
        long epochSecond = late ? now - 1 - random.nextInt(LATEST_SECONDS) : now;
        int store = customers.next(epochSecond, random);
        byte[] value = bad
                ? writer.toBytes(browse(store, now), TicketFlaw.ofKind(random.nextInt(TicketFlaw.KINDS)))
                : writer.toBytes(sell(store, wishes(store), 1, epochSecond, now), TicketFlaw.NONE);
        return record(topic, nowMillis, store, value);
    }

    private ProducerRecord<byte[], byte[]> record(String topic, long nowMillis, int store, byte[] value) {
        return new ProducerRecord<>(topic, null, nowMillis, keys[store], value);
    }

    private int[] wishes(int store) {
        return IntStream.rangeClosed(0, smaller(LARGEST_CART))
                .map(i -> assortments[store].next(random))
                .distinct()
                .toArray();
    }

    private Ticket sell(int store, int[] wishes, int least, long epochSecond, long now) {
        Shelves there = shelves[store];
        // A truck that came while the till was offline is told of by the next till that is not.
        int[] restocked = epochSecond < now ? new int[0] : there.unload(now);
        int[] wanted = wishes;
        if (Arrays.stream(wishes).allMatch(product -> there.level(product) == 0)) {
            restocked = there.fullest().isPresent() ? restocked : there.fillAll();
            wanted = there.fullest().stream().toArray();
        }
        Map<Integer, Long> cart = new LinkedHashMap<>();
        Map<Integer, Long> inventory = new LinkedHashMap<>();
        for (int product : wanted) {
            long sold = there.sell(product, Math.max(least, 1 + smaller(LARGEST_QUANTITY)), now);
            if (sold > 0) {
                cart.put(product, sold);
                inventory.put(product, there.level(product));
            }
        }
        others(there.size()).forEach(product -> inventory.put(product, there.level(product)));
        Arrays.stream(restocked).forEach(product -> inventory.put(product, there.level(product)));
        return new Ticket(cities.get(store), 1 + random.nextInt(TILLS), epochSecond, cart, inventory);
    }

    private IntStream others(int products) {
        int count = random.nextDouble() < OTHERS_SHARE ? 1 + random.nextInt(3) : 0;
        return IntStream.range(0, count).map(i -> random.nextInt(products));
    }

    /** A ticket that nobody pays. */
    private Ticket browse(int store, long epochSecond) {
        int product = assortments[store].next(random);
        Map<Integer, Long> inventory = Map.of(product, shelves[store].level(product));
        return new Ticket(cities.get(store), 1 + random.nextInt(TILLS), epochSecond, Map.of(product, 1L), inventory);
    }

    /** The smaller of two numbers from 0 to below a bound: most customers buy little. */
    private int smaller(int bound) {
        return Math.min(random.nextInt(bound), random.nextInt(bound));
    }
}
