package rollcall.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill leaves the file with the commit that was being written cut off anywhere. */
class MongoFileDamageTest {

    private static final int HEAD = 2 * 4096;
    private static final int DOCUMENTS = 20;

    @TempDir
    private Path directory;

    @Test
    void comesBackAtTheLastCommitWhereverTheNextOneWasCutOff() throws Exception {
        byte[] before;
        byte[] after;
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory.resolve("original"), 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            for (int revision = 1; revision <= 10; revision++) {
                write(rosters(client), revision);
            }
            before = file(directory.resolve("original"));
            write(rosters(client), 11);
            after = file(directory.resolve("original"));
        }
        assertThat(after).isNotEqualTo(before);

        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            Path damaged = Files.createDirectories(directory.resolve("damaged-" + round));
            Files.write(damaged.resolve(EmbeddedMongo.FILE), cutOff(before, after, random));
            assertThat(revisions(damaged))
                    .as("seed %d, round %d", seed, round)
                    .hasSize(1)
                    .isSubsetOf(10, 11);
        }
    }

    /** One command, so one commit. */
    private static void write(MongoCollection<Document> rosters, int revision) {
        rosters.bulkWrite(IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> new ReplaceOneModel<>(
                        Filters.eq("_id", i),
                        new Document("_id", i).append("revision", revision).append("set", new Binary(new byte[3000])),
                        new ReplaceOptions().upsert(true)))
                .toList());
    }

    /** The store writes the commit in one piece and then, now and then, the head of the file. */
    private static byte[] cutOff(byte[] before, byte[] after, Random random) {
        int body = after.length - HEAD;
        int unchanged = Arrays.mismatch(before, HEAD, before.length, after, HEAD, after.length);
        int written = unchanged + random.nextInt(after.length - unchanged + 1);
        byte[] mixed = Arrays.copyOf(before, Math.max(before.length, HEAD + Math.min(written, body)));
        System.arraycopy(after, HEAD, mixed, HEAD, Math.min(written, body));
        System.arraycopy(after, 0, mixed, 0, Math.max(0, written - body));
        return mixed;
    }

    private static byte[] file(Path data) throws IOException {
        return Files.readAllBytes(data.resolve(EmbeddedMongo.FILE));
    }

    private static List<Integer> revisions(Path data) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(data, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(rosters(client).countDocuments()).isEqualTo(DOCUMENTS);
            return rosters(client).distinct("revision", Integer.class).into(new ArrayList<>());
        }
    }

    private static MongoCollection<Document> rosters(MongoClient client) {
        return client.getDatabase("rollcall").getCollection("rosters");
    }
}
