package rollcall.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.embedded.EmbeddedProcess.Part;

class MongoKillTest {

    private static final int WRITERS = 3;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void keepsEveryAcknowledgedDocumentThroughTwoKills(@TempDir Path data) throws Exception {
        int port = LocalPort.free();
        for (int round = 0; round < 2; round++) {
            try (EmbeddedProcess process = EmbeddedProcess.start(Part.MONGO, data, port)) {
                killWhileWriting(process, round);
            }
        }
        try (EmbeddedProcess process = EmbeddedProcess.start(Part.MONGO, data, port);
                MongoClient client = MongoClients.create(process.address())) {
            assertEverythingIsThere(rosters(client));
            assertThat(process.stop(20)).isTrue();
        }
    }

    private void killWhileWriting(EmbeddedProcess process, int round) throws Exception {
        int before = written();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (MongoClient client =
                MongoClients.create(process.address() + "/?serverSelectionTimeoutMS=1000&connectTimeoutMS=1000")) {
            rosters(client).createIndex(Indexes.ascending("mark"), new IndexOptions().unique(true));
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                writers.submit(() -> writeUntilKilled(rosters(client), writer, round * 1_000_000));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> written() > before + 600);
            process.kill();
            writers.shutdown();
            assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void writeUntilKilled(MongoCollection<Document> rosters, int writer, int firstRevision) {
        try {
            for (int revision = firstRevision + 1; ; revision++) {
                String id = writer + "-" + revision % 20;
                rosters.replaceOne(Filters.eq("_id", id), roster(id, revision), new ReplaceOptions().upsert(true));
                acknowledged.put(id, revision);
            }
        } catch (MongoException e) {
            // killed: what was not acknowledged may or may not be there
        }
    }

    private static Document roster(String id, int revision) {
        return new Document("_id", id)
                .append("revision", revision)
                .append("mark", id + "/" + revision)
                .append("set", new Binary(new byte[5000]));
    }

    private int written() {
        return acknowledged.values().stream()
                .mapToInt(revision -> revision % 1_000_000)
                .sum();
    }

    private static MongoCollection<Document> rosters(MongoClient client) {
        return client.getDatabase("rollcall").getCollection("rosters");
    }

    private void assertEverythingIsThere(MongoCollection<Document> rosters) {
        for (Document stored : rosters.find()) {
            assertThat(stored.getInteger("revision")).isGreaterThanOrEqualTo(acknowledged.get(stored.getString("_id")));
            assertThat(rosters.find(Filters.eq("mark", stored.getString("mark")))
                            .first())
                    .as("by the unique index")
                    .isEqualTo(stored);
        }
        assertThat(rosters.find().map(stored -> stored.getString("_id")).into(new ArrayList<>()).stream()
                        .collect(Collectors.toSet()))
                .containsAll(acknowledged.keySet());
        for (String id : acknowledged.keySet()) { // an index entry left behind would refuse this
            int revision = acknowledged.get(id) + 1;
            rosters.replaceOne(Filters.eq("_id", id), roster(id, revision));
        }
    }
}
