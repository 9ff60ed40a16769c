package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.StoredDocuments;
import rollcall.app.testing.TopicReader;
import rollcall.app.testing.Wire;
import rollcall.app.testing.Wire.Cut;
import rollcall.app.testing.Wire.Moment;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;
import rollcall.store.Incident;

/** What one run of the stock job leaves to the next: the database says it all. */
class StockRunsTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ticket> TICKETS = new Tickets(SEED, 30).make(900);

    private static Workbench bench;

    @BeforeAll
    static void start(@TempDir Path directory) {
        bench = new Workbench(directory);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void aRunWithNothingToReadWritesAndAnnouncesNothing() throws Exception {
        Settings settings = send("again", 1, TICKETS);
        bench.once(settings);
        List<String> alerts = StoredDocuments.of(settings.mongo(), "alerts");
        List<String> shelves = StoredDocuments.of(settings.mongo(), "shelves");

        assertThat(bench.once(settings).records()).isZero();

        assertThat(StoredDocuments.of(settings.mongo(), "alerts")).isEqualTo(alerts);
        assertThat(StoredDocuments.of(settings.mongo(), "shelves")).isEqualTo(shelves);
        bench.assertEpisodes(SEEDED, settings, oracle(TICKETS));
    }

    @Test
    void runsGoOnWhereTheOneBeforeEnded() throws Exception {
        Settings atOnce = send("parts", 2, TICKETS.subList(0, 300));
        Settings inParts = bench.settings("parts", "parts-again", StockShape.AT_ONCE);
        bench.once(inParts);
        bench.append("parts", TICKETS.subList(300, 310));
        bench.once(inParts);
        bench.append("parts", TICKETS.subList(310, 900));
        bench.once(inParts);

        bench.once(atOnce);

        bench.assertEpisodes(SEEDED, inParts, oracle(TICKETS));
        bench.assertSame(SEEDED, atOnce, inParts);
    }

    @Test
    void aBatchThatIsCommittedIsNotReadAgainThoughTheLedgerDoesNotKnowOfItYet() throws Exception {
        Settings settings = send("committed", 1, TICKETS);
        try (Wire wire = new Wire(bench.installation().mongoPort())) {
            wire.cutAt(new Cut(Moment.BEFORE_IT_ARRIVES, 1, "kafka_meta_table", "$inc"));
            assertThatThrownBy(() -> bench.once(Workbench.over(wire, settings))).isNotNull();
        }
        assertThat(bench.counted(settings)).isZero();

        JobSummary summary = bench.once(settings);

        assertThat(summary.records()).isZero();
        assertThat(bench.counted(settings)).isEqualTo(TICKETS.size());
        bench.assertEpisodes(SEEDED, settings, oracle(TICKETS));
    }

    @Test
    void whatWasAnnouncedIsNotSentAgainThoughItsBatchIsReadAgain() throws Exception {
        Settings settings = send("announced", 1, TICKETS);
        try (Wire wire = new Wire(bench.installation().mongoPort())) {
            wire.cutAt(new Cut(Moment.BEFORE_IT_ARRIVES, 1, "stock_commits", "committed."));
            assertThatThrownBy(() -> bench.once(Workbench.over(wire, settings))).isNotNull();
        }
        assertThat(bench.notifications(settings)).as(SEEDED).isNotEmpty();

        assertThat(bench.once(settings).records()).isEqualTo(TICKETS.size());

        assertThat(TopicReader.all(settings.kafka().brokers(), settings.kafka().notifications()))
                .as(SEEDED)
                .hasSameSizeAs(oracle(TICKETS).episodes());
        bench.assertEpisodes(SEEDED, settings, oracle(TICKETS));
    }

    @Test
    void whatKafkaDeletedBeforeItWasReadIsOneIncident() throws Exception {
        Settings settings = send("lost", 1, TICKETS.subList(0, 300));
        bench.once(settings);
        bench.append("lost", TICKETS.subList(300, 900));
        bench.installation().purge("lost", 0, 500);

        bench.once(settings);
        bench.once(settings);

        StockOracle oracle = oracle(TICKETS.subList(0, 300));
        oracle.add(TICKETS.subList(500, 900));
        bench.assertEpisodes(SEEDED, settings, oracle);
        assertThat(bench.incidents(settings))
                .extracting(Incident::kind, Incident::partition, Incident::from, Incident::to, Incident::count)
                .containsExactly(tuple(Incident.DATA_LOST, 0, 300L, 500L, 200L));
    }

    @Test
    void aTopicMadeAgainIsReadAndAnnouncedFromItsBeginning() throws Exception {
        Settings settings = send("remade", 1, TICKETS.subList(0, 600));
        bench.once(settings);
        bench.installation().makeAgain("remade", 1);
        bench.append("remade", TICKETS.subList(600, 900));

        bench.once(settings);

        bench.assertEpisodes(SEEDED, settings, oracle(TICKETS));
        assertThat(bench.incidents(settings)).extracting(Incident::kind).containsExactly(Incident.TOPIC_RECREATED);
    }

    /** Sends tickets to a topic, and has a database of the same name. */
    private static Settings send(String topic, int partitions, List<Ticket> tickets) throws Exception {
        bench.send(topic, partitions, tickets);
        return bench.settings(topic, topic, StockShape.AT_ONCE);
    }

    private static StockOracle oracle(List<Ticket> tickets) {
        StockOracle oracle = new StockOracle(StockShape::threshold);
        oracle.add(tickets);
        return oracle;
    }
}
