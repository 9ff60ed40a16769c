package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.config.Settings;

/** A database that is behind what has been announced: restored from a backup, or after a power failure. */
class RestoredDatabaseTest {

    @Test
    void whatWasAnnouncedIsNotAnnouncedAgainThoughBatchesEndElsewhere(@TempDir Path directory) throws Exception {
        try (Workbench bench = new Workbench(directory)) {
            bench.installation().createTopic("tickets", 2);
            bench.installation()
                    .send(List.of(ticket(0, 1, "Austin", 90), ticket(0, 10, "Austin", 3), ticket(1, 2, "Dallas", 90)));
            Settings settings = bench.settings("tickets", "restored", StockShape.AT_ONCE);
            bench.once(settings);
            bench.installation()
                    .send(IntStream.range(5, 9)
                            .mapToObj(second -> ticket(1, second, "Dallas", 4))
                            .toList());
            forget(settings);

            bench.once(bench.settings("tickets", "restored", new StockShape(6, 1, 1)));

            assertThat(bench.notifications(settings).stream().map(Announcement::of))
                    .extracting(Announcement::alertId)
                    .containsExactly("Austin|TX|0|1", "Dallas|TX|0|1");
        }
    }

    private static ProducerRecord<byte[], byte[]> ticket(int partition, int second, String city, int level) {
        String json = "{\"City\":\"%s\",\"State\":\"TX\",\"Inventory\":{\"0\":%d}}".formatted(city, level);
        long millis = Tickets.START_MILLIS + 1000L * second;
        return new ProducerRecord<>("tickets", partition, millis, null, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Goes back to before the first batch; the database's name for Kafka stays. */
    private static void forget(Settings settings) {
        try (MongoClient client = MongoClients.create(settings.mongo().uri())) {
            MongoDatabase database = client.getDatabase(settings.mongo().database());
            List.of("alerts", "shelves", "kafka_meta_table")
                    .forEach(name -> database.getCollection(name).drop());
            database.getCollection("stock_commits")
                    .updateMany(
                            new Document(),
                            Document.parse("{\"$unset\":{\"committed\":1,\"batch\":1},\"$set\":{\"epoch\":0}}"));
        }
    }
}
