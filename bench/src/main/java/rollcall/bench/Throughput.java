package rollcall.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import rollcall.app.Main;
import rollcall.config.MongoSettings;
import rollcall.store.Database;
import rollcall.store.MinuteReport;

/**
 * How fast {@code rollcall presence --once} counts a topic, beside a program written by hand for it: in turn, each in a
 * JVM of its own with a heap of 2 GB, the broker and the database in another.
 */
public final class Throughput {

    private static final String TOPIC = "pings";
    private static final int PARTITIONS = 8;

    private Throughput() {}

    public static void main(String[] arguments) throws Exception {
        int pings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path directory = Files.createTempDirectory("rollcall-bench");
        try (Child peers = Child.start("1g", Map.of(), Peers.class, directory.toString())) {
            String brokers = peers.nextLine();
            String mongo = peers.nextLine();
            PlainPings.send(brokers, TOPIC, PARTITIONS, pings);
            List<Double> ratios = new ArrayList<>();
            System.out.printf(
                    "%,d pings of 58 bytes on %d partitions, %d cores%n",
                    pings, PARTITIONS, Runtime.getRuntime().availableProcessors());
            System.out.println(
                    "| round | rollcall s | pings/s | after start-up | batches | by hand s | pings/s | ratio |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (int round = 1; round <= rounds; round++) {
                JsonNode ours = rollcall(brokers, mongo, "round" + round);
                String[] limit = byHand(brokers);
                check(ours, pings, mongo, "round" + round, Long.parseLong(limit[1]));
                double byHand = Double.parseDouble(limit[0]);
                double seconds = ours.get("seconds").asDouble();
                ratios.add(seconds / byHand);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %.2f | %,.0f | %,d | %d | %.2f | %,.0f | %.2f |%n",
                        round,
                        seconds,
                        pings / seconds,
                        ours.get("recordsPerSecond").asLong(),
                        ours.get("batches").asInt(),
                        byHand,
                        pings / byHand,
                        seconds / byHand);
            }
            System.out.printf(Locale.ROOT, "median ratio %.2f%n", median(ratios));
        }
    }

    private static JsonNode rollcall(String brokers, String mongo, String database) throws Exception {
        Map<String, String> environment =
                Map.of("KAFKA_BROKERS", brokers, "MONGO_URI", mongo, "MONGO_DATABASE", database);
        try (Child job = Child.start("2g", environment, Main.class, "presence", "--once")) {
            return new ObjectMapper().readTree(job.lastLine());
        }
    }

    private static String[] byHand(String brokers) throws Exception {
        try (Child program = Child.start("2g", Map.of(), HandWritten.class, brokers, TOPIC)) {
            return program.lastLine().split(" ");
        }
    }

    /** A fast wrong answer is none. */
    private static void check(JsonNode ours, int pings, String mongo, String name, long drivers) {
        try (Database database = Database.open(new MongoSettings(mongo, name))) {
            List<MinuteReport> reports = database.reports().between(Long.MIN_VALUE, Long.MAX_VALUE);
            long counted = reports.stream().mapToLong(MinuteReport::pings).sum();
            long distinct = reports.stream().mapToLong(MinuteReport::online).sum();
            if (counted != pings || distinct != drivers) {
                throw new IllegalStateException("Counted " + counted + " pings and " + distinct + " drivers; right are "
                        + pings + " and " + drivers + ": " + ours);
            }
        }
    }

    private static double median(List<Double> values) {
        return DoubleStream.of(values.stream().mapToDouble(d -> d).sorted().toArray())
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
