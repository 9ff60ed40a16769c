package rollcall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.geo.Place;

/**
 * Tickets of five products each, over an hour of event time; a store's all on one partition. Of a hundred shelves about
 * one or two run low.
 */
final class PlainTickets {

    static final int PRODUCTS_A_TICKET = 5;

    private static final long START = 1_514_779_200_000L;
    private static final int MILLIS = 3_600_000;
    private static final int RESTOCKED = 1_000;

    /** Where the gazetteer has its cities, line by line. */
    private static final String CITIES = "/rollcall/geo/us-cities.csv";

    private final List<Place> places;
    private final int[][] levels;
    private final Random random = new Random(1);

    PlainTickets(int stores, int products) throws IOException {
        places = places(stores);
        levels = new int[stores][products];
        for (int[] shelves : levels) {
            for (int product = 0; product < products; product++) {
                shelves[product] = 40 + random.nextInt(2_000);
            }
        }
    }

    /** What is left at the end, by store and product; -1 where no ticket was sent. */
    int[][] send(String brokers, String topic, int partitions, int count) {
        int[][] sent = new int[levels.length][levels[0].length];
        for (int[] shelves : sent) {
            Arrays.fill(shelves, -1);
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 50, "batch.size", 1 << 18),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                int store = random.nextInt(levels.length);
                long millis = START + (long) MILLIS * i / count;
                producer.send(
                        new ProducerRecord<>(topic, store % partitions, millis, null, ticket(store, sent[store])));
            }
        }
        return sent;
    }

    private byte[] ticket(int store, int[] sent) {
        StringBuilder cart = new StringBuilder();
        StringBuilder inventory = new StringBuilder();
        int product = random.nextInt(levels[store].length);
        for (int i = 0; i < PRODUCTS_A_TICKET; i++) {
            int quantity = 1 + random.nextInt(2);
            int level = levels[store][product] - quantity;
            level = level < 0 ? RESTOCKED : level;
            levels[store][product] = level;
            sent[product] = level;
            String comma = i == 0 ? "" : ",";
            cart.append(comma).append('"').append(product).append("\":").append(quantity);
            inventory.append(comma).append('"').append(product).append("\":").append(level);
            product = (product + 1 + random.nextInt(20)) % levels[store].length;
        }
        Place place = places.get(store);
        return ("{\"City\":\"" + place.city() + "\",\"State\":\"" + place.state() + "\",\"Counter\":3,\"Cart\":{" + cart
                        + "},\"Inventory\":{" + inventory + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Cities of the gazetteer, all over the country. */
    static List<Place> places(int count) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(PlainTickets.class.getResourceAsStream(CITIES), StandardCharsets.UTF_8))) {
            List<Place> all = lines.lines()
                    .skip(1)
                    .filter(line -> line.indexOf('"') < 0)
                    .map(line -> line.split(","))
                    .map(fields -> new Place(fields[0], fields[1]))
                    .distinct()
                    .toList();
            return IntStream.range(0, count)
                    .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                    .toList();
        }
    }
}
