package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.config.Settings;
import rollcall.engine.SparkEngine;
import rollcall.engine.presence.PresenceJob;
import rollcall.engine.presence.PresenceSummary;
import rollcall.store.Database;

/** The presence job on a real broker and the real engine, against an oracle. */
class PresenceJobTest {

    private static Installation installation;
    private static SparkSession spark;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        installation = Installation.start(directory);
        spark = SparkEngine.start(installation.settings("", "", 1, 1).spark());
    }

    @AfterAll
    static void stop() {
        spark.stop();
        installation.close();
    }

    @Test
    void batchesAndRangesChangeNoFigure() throws Exception {
        long seed = System.nanoTime();
        List<Ping> pings = new Pings(seed, 3_000, 3_600).make(60_000);
        Oracle oracle = new Oracle();
        oracle.add(pings);
        send("shapes", 4, pings);

        for (int[] way : new int[][] {{1_000_000, 0}, {600, 2}, {7_000, 8}}) {
            Settings settings = installation.settings("shapes", "db" + way[0], way[0], way[1]);
            try (Database database = Database.open(settings.mongo())) {
                PresenceSummary summary = new PresenceJob(settings, spark, database, progress -> {}).runOnce();

                assertThat(summary.records()).isEqualTo(pings.size());
                assertThat(oracle.differences(database)).as("seed %d", seed).isEmpty();
                assertThat(database.ledger().frontier("shapes").rejectedByReason())
                        .isEqualTo(oracle.rejected());
            }
        }
    }

    private static void send(String topic, int partitions, List<Ping> pings) throws Exception {
        installation.createTopic(topic, partitions);
        try (KafkaProducer<byte[], byte[]> producer = installation.producer(Map.of())) {
            int i = 0;
            for (Ping ping : pings) {
                producer.send(Installation.record(topic, i++ % partitions, ping));
            }
        }
    }
}
