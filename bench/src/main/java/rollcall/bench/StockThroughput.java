package rollcall.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rollcall.app.Main;
import rollcall.config.MongoSettings;
import rollcall.config.Settings;
import rollcall.geo.Place;
import rollcall.stock.ShelfView;
import rollcall.store.ConfiguredRules;
import rollcall.store.Database;
import rollcall.store.ShelfEntry;

/**
 * How fast {@code rollcall stock --once} reads tickets of five products each, with few shelves and with many: each in a
 * JVM of its own with a heap of 2 GB, the broker and the database in another.
 */
public final class StockThroughput {

    private static final int PARTITIONS = 8;

    private StockThroughput() {}

    /** Of how many stores with how many products each. */
    private record Size(int stores, int products) {}

    public static void main(String[] arguments) throws Exception {
        int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path directory = Files.createTempDirectory("rollcall-bench");
        try (Child peers = Child.start("1g", Map.of(), Peers.class, directory.toString())) {
            String brokers = peers.nextLine();
            String mongo = peers.nextLine();
            System.out.printf(
                    "%,d tickets of %d products on %d partitions, %d cores%n",
                    tickets,
                    PlainTickets.PRODUCTS_A_TICKET,
                    PARTITIONS,
                    Runtime.getRuntime().availableProcessors());
            System.out.println("| shelves | seconds | readings/s | readings/s after start-up | batches | alerts |");
            System.out.println("|---|---|---|---|---|---|");
            for (Size size : List.of(new Size(50, 20), new Size(1_000, 500))) {
                String topic = "tickets-" + size.stores() + "-" + size.products();
                Topics.create(brokers, topic, PARTITIONS);
                int[][] levels =
                        new PlainTickets(size.stores(), size.products()).send(brokers, topic, PARTITIONS, tickets);
                for (int round = 1; round <= rounds; round++) {
                    String database = topic + "-" + round;
                    JsonNode ours = rollcall(brokers, mongo, topic, database);
                    check(levels, mongo, database);
                    report(size, tickets, ours);
                }
            }
        }
    }

    private static void report(Size size, int tickets, JsonNode ours) {
        double seconds = ours.get("seconds").asDouble();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.2f | %,.0f | %,d | %d | %,d |%n",
                size.stores() * size.products(),
                seconds,
                PlainTickets.PRODUCTS_A_TICKET * tickets / seconds,
                PlainTickets.PRODUCTS_A_TICKET * ours.get("recordsPerSecond").asLong(),
                ours.get("batches").asInt(),
                ours.get("alerts").asLong());
    }

    private static JsonNode rollcall(String brokers, String mongo, String topic, String database) throws Exception {
        Map<String, String> environment = Map.of(
                "KAFKA_BROKERS",
                brokers,
                "KAFKA_TICKETS_TOPIC",
                topic,
                "KAFKA_NOTIFICATIONS_TOPIC",
                database,
                "MONGO_URI",
                mongo,
                "MONGO_DATABASE",
                database);
        try (Child job = Child.start("2g", environment, Main.class, "stock", "--once")) {
            return new ObjectMapper().readTree(job.lastLine());
        }
    }

    /** A fast wrong answer is none. */
    private static void check(int[][] levels, String mongo, String name) throws IOException {
        List<Place> places = PlainTickets.places(levels.length);
        try (Database database = Database.open(new MongoSettings(mongo, name))) {
            var rules = ConfiguredRules.of(Settings.defaults().stock());
            long expected = 0;
            for (int[] shelves : levels) {
                for (int level : shelves) {
                    expected += level < 0 ? 0 : 1;
                }
            }
            for (ShelfEntry entry : database.shelves()
                    .all(() -> database.stockCommits().committed(name.substring(0, name.lastIndexOf('-'))))) {
                for (ShelfView shelf : ShelfView.of(entry.product(), entry.number(), entry.state(), rules)) {
                    int store = places.indexOf(shelf.store());
                    int level = levels[store][Integer.parseInt(shelf.product())];
                    if (shelf.now().level() != level) {
                        throw new IllegalStateException(
                                shelf + " is wrong: of what was sent last, the level is " + level);
                    }
                    expected--;
                }
            }
            if (expected != 0) {
                throw new IllegalStateException("There are " + expected + " shelves too few");
            }
        }
    }
}
