package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.config.Settings;
import rollcall.engine.source.Topics;

/** The same tickets, read in many ways, by the stock job on a real broker and the real engine. */
class StockJobTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;

    /** Enough for four tasks to share one batch. */
    private static final List<Ticket> TICKETS = new Tickets(SEED, 150).make(8_200);

    private static Workbench bench;
    private static StockOracle oracle;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        bench = new Workbench(directory);
        bench.send("one", 1, TICKETS);
        bench.send("four", 4, TICKETS);
        oracle = new StockOracle(StockShape::threshold);
        oracle.add(TICKETS);
        assertThat(oracle.episodes()).as(SEEDED).hasSizeBetween(100, 500);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "four"})
    void batchesTasksAndPartsOfTheStateChangeNoDocument(String topic) {
        Settings atOnce = bench.settings(topic, topic + "-at-once", StockShape.AT_ONCE);
        assertThat(bench.once(atOnce).batches()).isEqualTo(1);
        bench.assertEpisodes(SEEDED, atOnce, oracle);

        Settings inRanges = bench.settings(topic, topic + "-in-ranges", new StockShape(1_000_000, 4, 3));
        assertThat(bench.once(inRanges).batches()).isEqualTo(1);
        bench.assertSame(SEEDED, atOnce, inRanges);

        Settings inBatches = bench.settings(topic, topic + "-in-batches", new StockShape(900, 2, 3));
        assertThat(bench.once(inBatches).batches()).isGreaterThan(8);
        bench.assertEpisodes(SEEDED, inBatches, oracle);
        bench.assertSame(SEEDED, atOnce, inBatches);
    }

    @Test
    void theSmallestBatchesChangeNoDocument() throws Exception {
        bench.send("few", 1, TICKETS.subList(0, 500));
        Settings atOnce = bench.settings("few", "few-at-once", StockShape.AT_ONCE);
        bench.once(atOnce);
        Settings settings = bench.settings("few", "few-in-batches", new StockShape(37, 1, 2));

        assertThat(bench.once(settings).batches()).isGreaterThan(10);

        bench.assertSame(SEEDED, atOnce, settings);
    }

    /** A producer's batch that the broker has stamped, or a history without times. */
    @Test
    void moreTicketsOfOneMomentThanABatchTakesChangeNoDocument() throws Exception {
        bench.send("moments", 4, ofThreeMoments(600));
        Settings atOnce = bench.settings("moments", "moments-at-once", StockShape.AT_ONCE);
        bench.once(atOnce);
        Settings settings = bench.settings("moments", "moments-in-batches", new StockShape(70, 2, 2));

        assertThat(bench.once(settings).batches()).isGreaterThan(8);

        bench.assertSame(SEEDED, atOnce, settings);
    }

    private static List<Ticket> ofThreeMoments(int count) {
        Random random = new Random(SEED);
        List<String> cities = List.of("Austin", "Dallas", "Houston", "San Antonio", "El Paso", "Fort Worth");
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String city = cities.get(random.nextInt(cities.size()));
                    long level = random.nextInt(120);
                    long moment = Tickets.START_MILLIS + 3 * i / count * 60_000L;
                    byte[] json = "{\"City\":\"%s\",\"State\":\"TX\",\"Inventory\":{\"0\":%d}}"
                            .formatted(city, level)
                            .getBytes(StandardCharsets.UTF_8);
                    return new Ticket(json, moment, city + "|TX", moment, Map.of("0", level), null);
                })
                .toList();
    }

    @Test
    void aMissingTopicIsNamedByItsOwnKey() {
        Settings settings = bench.settings("missing", "missing", StockShape.AT_ONCE);

        assertThatThrownBy(() -> Topics.unread(settings.kafka(), "missing", List.of()))
                .hasMessageContaining("no topic missing")
                .hasMessageContaining("KAFKA_TICKETS_TOPIC");
    }

    @Test
    void notificationsTellOfDemandAndOfWhoCanHelp() {
        Settings settings = bench.settings("one", "told", new StockShape(1_000_000, 2, 2));
        bench.once(settings);

        Map<String, Map<String, String>> byAlert = bench.headers(settings);

        assertThat(byAlert.values()).as(SEEDED).anyMatch(headers -> headers.containsKey("redirect-city"));
        assertThat(byAlert).as(SEEDED).allSatisfy((alert, headers) -> {
            double level = Double.parseDouble(headers.get("level"));
            double demand = Double.parseDouble(headers.get("demand-per-hour"));
            assertThat(headers).containsEntry("reorder-point", "0.0"); // there is no forecast
            if (demand > 0) {
                assertThat(Double.parseDouble(headers.get("minutes-left"))).isCloseTo(60 * level / demand, within(1.0));
            }
            if (headers.containsKey("redirect-city")) {
                String shelf = alert.substring(0, alert.lastIndexOf('|'));
                double clear = StockOracle.CLEAR_FACTOR * StockShape.threshold(shelf);
                assertThat(Double.parseDouble(headers.get("redirect-quantity")))
                        .isBetween(1.0, Math.ceil(clear) - level);
                assertThat(Double.parseDouble(headers.get("redirect-km"))).isBetween(50.0, 5_000.0);
                assertThat(shelf).doesNotStartWith(headers.get("redirect-city") + "|" + headers.get("redirect-state"));
            }
        });
    }
}
