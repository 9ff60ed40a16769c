package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/**
 * The collection {@code stock_commits}: one document, by the tickets' topic, that says which batches of the stock job count.
 * Writing it makes everything that a batch wrote to {@link Shelves} true at once; what a batch wrote that never came so
 * far is passed over by all readers.
 */
public final class StockCommits {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;

    StockCommits(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /**
     * A run of the stock job.
     *
     * @param number greater than that of any run before
     * @param publisher names this database's notifications to Kafka; the same in all runs
     * @param committed which batches of the runs before count
     * @param lastBatch what the last of them read; the ledger may not know of it yet
     */
    public record Run(long number, String publisher, Committed committed, List<RangeOutcome> lastBatch) {}

    /**
     * Begins a run. What an earlier run has not committed by now is void.
     *
     * @throws SupersededException if the claim has ended
     * @throws IllegalStateException if the shelves follow another topic
     */
    public Run begin(Claim claim) {
        requireNoOther(claim.topic());
        try {
            Document document = collection.findOneAndUpdate(
                    // Found for none, so that a new topic gets one. One of a later claim makes the upsert fail.
                    and(eq("_id", claim.topic()), lte("epoch", claim.epoch())),
                    combine(
                            set("epoch", claim.epoch()),
                            inc("run", 1L),
                            setOnInsert("publisher", UUID.randomUUID().toString())),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            return new Run(
                    document.getLong("run"), document.getString("publisher"), committed(document), lastBatch(document));
        } catch (MongoCommandException | MongoWriteException failure) {
            if (failure.getCode() == DUPLICATE_KEY) {
                throw new SupersededException(claim, "a later claim");
            }
            throw failure;
        }
    }

    /** There is one state of shelves in a database, and the offsets that it goes with are of one topic. */
    private void requireNoOther(String topic) {
        Document other =
                collection.find(and(ne("_id", topic), exists("committed"))).first();
        if (other != null) {
            throw new IllegalStateException("The shelves in this database follow topic " + other.getString("_id")
                    + ", not " + topic + ". Read that topic, such as KAFKA_TICKETS_TOPIC=" + other.getString("_id")
                    + ", or use another database, such as MONGO_DATABASE=rollcall2.");
        }
    }

    /**
     * Makes what a batch wrote true.
     *
     * @param version what it wrote under
     * @param batch what it read
     * @throws SupersededException if the claim has ended or the run is not the last one
     */
    public void commit(Claim claim, long version, Collection<RangeOutcome> batch) {
        long run = ShelfVersion.runOf(version);
        boolean isMine = collection
                        .updateOne(
                                and(eq("_id", claim.topic()), eq("epoch", claim.epoch()), eq("run", run)),
                                combine(
                                        set("committed." + run, version),
                                        set(
                                                "batch",
                                                batch.stream()
                                                        .map(StockCommits::document)
                                                        .toList()),
                                        set("updatedAt", new Date())))
                        .getMatchedCount()
                == 1;
        if (!isMine) {
            throw new SupersededException(claim, "a later claim");
        }
    }

    /** Which batches count now. */
    public Committed committed(String topic) {
        Document document = collection.find(eq("_id", topic)).first();
        return document == null ? new Committed(Map.of()) : committed(document);
    }

    private static Committed committed(Document document) {
        Map<Long, Long> lastOfRuns = new HashMap<>();
        document.get("committed", new Document())
                .forEach((run, version) -> lastOfRuns.put(Long.valueOf(run), ((Number) version).longValue()));
        return new Committed(lastOfRuns);
    }

    private static List<RangeOutcome> lastBatch(Document document) {
        return document.getList("batch", Document.class, List.of()).stream()
                .map(StockCommits::outcome)
                .toList();
    }

    private static Document document(RangeOutcome outcome) {
        KafkaRange range = outcome.range();
        List<Document> rejected = new ArrayList<>();
        outcome.rejected()
                .forEach((reason, count) -> rejected.add(new Document("reason", reason).append("count", count)));
        return new Document("topic", range.topic())
                .append("log", range.log())
                .append("partition", range.partition())
                .append("from", range.from())
                .append("until", range.until())
                .append("records", outcome.records())
                .append("rejected", rejected)
                .append("newest", outcome.newestEventSecond());
    }

    private static RangeOutcome outcome(Document document) {
        KafkaRange range = new KafkaRange(
                document.getString("topic"),
                document.getString("log"),
                document.getInteger("partition"),
                document.getLong("from"),
                document.getLong("until"));
        Map<String, Long> rejected = new HashMap<>();
        document.getList("rejected", Document.class)
                .forEach(reason -> rejected.put(reason.getString("reason"), reason.getLong("count")));
        return new RangeOutcome(range, document.getLong("records"), rejected, document.getLong("newest"));
    }
}
