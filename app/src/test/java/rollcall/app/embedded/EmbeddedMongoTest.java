package rollcall.app.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Rollcall asks of a database that speaks MongoDB's protocol. */
class EmbeddedMongoTest {

    private static final int DUPLICATE_KEY = 11000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    @TempDir
    private Path directory;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> documents;

    @BeforeEach
    void open() {
        mongo = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(mongo.uri());
        documents = client.getDatabase("rollcall").getCollection("documents");
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void failsExactlyTheCompareAndSetsThatLost() {
        documents.insertMany(List.of(revised("a", 3), revised("b", 3), revised("c", 3)));
        List<ReplaceOneModel<Document>> writes =
                List.of(compareAndSet("a", 3), compareAndSet("b", 2), compareAndSet("c", 3), compareAndSet("new", 0));

        MongoBulkWriteException lost = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.bulkWrite(writes, new BulkWriteOptions().ordered(false)));

        assertThat(lost.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(1);
        assertThat(lost.getWriteErrors()).extracting(BulkWriteError::getCode).containsExactly(DUPLICATE_KEY);
        assertThat(lost.getWriteResult().getModifiedCount()).isEqualTo(2);
        assertThat(found(new Document()))
                .containsExactly(revised("a", 4), revised("b", 3), revised("c", 4), revised("new", 1));
    }

    @Test
    void failsASingleCompareAndSetThatLost() {
        documents.insertOne(revised("a", 3));
        assertThatThrownBy(() -> documents.replaceOne(and(eq("_id", "a"), eq("revision", 2)), revised("a", 3), UPSERT))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(DUPLICATE_KEY));
    }

    @Test
    void keepsTheLargestAddsUpAndSetsOnInsertOnly() {
        Bson update =
                Updates.combine(Updates.max("newest", 5), Updates.inc("pings", 2), Updates.setOnInsert("first", "yes"));
        documents.updateOne(eq("_id", "a"), update, new UpdateOptions().upsert(true));
        documents.updateOne(
                eq("_id", "a"),
                Updates.combine(Updates.max("newest", 4), Updates.inc("pings", 2), Updates.setOnInsert("first", "no")),
                new UpdateOptions().upsert(true));
        assertThat(found(eq("_id", "a")))
                .containsExactly(new Document("_id", "a")
                        .append("newest", 5)
                        .append("pings", 4)
                        .append("first", "yes"));
    }

    @Test
    void findsAndUpdatesInOneStep() {
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        documents.findOneAndUpdate(eq("_id", "counter"), Updates.inc("n", 1), options);
        assertThat(documents.findOneAndUpdate(eq("_id", "counter"), Updates.inc("n", 1), options))
                .isEqualTo(new Document("_id", "counter").append("n", 2));
    }

    @Test
    void refusesASecondDocumentUnderAUniqueKey() {
        documents.createIndex(Indexes.ascending("alert"), new IndexOptions().unique(true));
        documents.insertOne(new Document("_id", 1).append("alert", "x"));
        assertThatThrownBy(() -> documents.insertOne(new Document("_id", 2).append("alert", "x")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(DUPLICATE_KEY));
        assertThat(documents.countDocuments()).isEqualTo(1);
    }

    @Test
    void findsByIdsRangesAndSorts() {
        documents.insertMany(IntStream.range(0, 100)
                .mapToObj(i -> revised("m%03d".formatted(i), i % 2))
                .toList());

        assertThat(ids(in("_id", "m007", "m003", "none"))).containsExactlyInAnyOrder("m003", "m007");
        assertThat(ids(and(gte("_id", "m010"), lt("_id", "m013")))).containsExactly("m010", "m011", "m012");
        assertThat(ids(and(gte("_id", "m010"), lt("_id", "m013"), eq("revision", 1))))
                .containsExactly("m011");
        assertThat(ids(gte("_id", "m098"))).containsExactly("m098", "m099");
        assertThat(ids(and(eq("_id", "m010"), eq("revision", 1)))).isEmpty();
        assertThat(documents
                        .find(gte("_id", "m050"))
                        .sort(Sorts.descending("_id"))
                        .limit(2)
                        .map(d -> d.getString("_id"))
                        .into(new ArrayList<>()))
                .containsExactly("m099", "m098");
    }

    @Test
    void doesNotChangeAnAnswerThatIsBeingRead() {
        documents.insertMany(List.of(revised("a", 1), revised("b", 1), revised("c", 1)));
        try (MongoCursor<Document> reading = documents.find().batchSize(1).cursor()) {
            reading.next();
            documents.updateOne(eq("_id", "c"), Updates.set("revision", 2));
            reading.next();
            assertThat(reading.next()).isEqualTo(revised("c", 1));
        }
        assertThat(found(eq("_id", "c"))).containsExactly(revised("c", 2));
    }

    private static ReplaceOneModel<Document> compareAndSet(String id, int expected) {
        return new ReplaceOneModel<>(and(eq("_id", id), eq("revision", expected)), revised(id, expected + 1), UPSERT);
    }

    private static Document revised(String id, int revision) {
        return new Document("_id", id).append("revision", revision);
    }

    private List<Document> found(Bson filter) {
        return documents.find(filter).into(new ArrayList<>());
    }

    private List<String> ids(Bson filter) {
        return documents.find(filter).map(d -> d.getString("_id")).into(new ArrayList<>());
    }
}
