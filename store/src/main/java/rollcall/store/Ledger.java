package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection {@code kafka_meta_table}: one document per topic and partition that says how far the results go.
 *
 * <p>To write a range: {@link #intend} it, merge its deltas into the rosters, {@link #complete} it. After a crash in
 * between, the entry still says what was intended, and that range is read and merged again with the same bounds.
 */
public final class Ledger {

    /** The log of an entry that was made by a claim, before anything of the partition was read. */
    private static final String NO_LOG = "";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;

    Ledger(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** What is known of a topic's partitions, by partition. */
    public List<LedgerEntry> entries(String topic) {
        return documents(topic).stream().map(LedgerEntry::of).toList();
    }

    /** How far a topic has been counted. */
    public Frontier frontier(String topic) {
        return Frontier.of(documents(topic));
    }

    /** The latest event second counted of each partition of which anything was. */
    public Map<Integer, Long> newest(String topic) {
        Map<Integer, Long> newest = new HashMap<>();
        for (Document entry : documents(topic)) {
            if (entry.get("newest") instanceof Number second) {
                newest.put(((Number) entry.get("partition")).intValue(), second.longValue());
            }
        }
        return newest;
    }

    /**
     * Takes over a topic from whoever has it, for as long as nobody claims it after.
     *
     * @param owner names this job and no other
     */
    public Claim claim(String topic, String owner) {
        while (true) {
            List<LedgerEntry> entries = entries(topic);
            long epoch =
                    1 + entries.stream().mapToLong(LedgerEntry::epoch).max().orElse(0);
            Claim claim = new Claim(topic, owner, epoch);
            boolean won =
                    entries.isEmpty() ? insertFirst(claim) : entries.stream().allMatch(entry -> take(entry, claim));
            if (won) {
                return claim;
            }
        }
    }

    /** Two jobs that meet a new topic fight over its first partition, for every topic has that one. */
    private boolean insertFirst(Claim claim) {
        try {
            collection.insertOne(new Document("_id", id(claim.topic(), 0))
                    .append("topic", claim.topic())
                    .append("partition", 0)
                    .append("log", NO_LOG)
                    .append("offset", 0L)
                    .append("until", 0L)
                    .append("owner", claim.owner())
                    .append("epoch", claim.epoch()));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private boolean take(LedgerEntry entry, Claim claim) {
        Bson asRead = and(
                eq("_id", id(entry.topic(), entry.partition())),
                eq("epoch", entry.epoch()),
                eq("owner", entry.owner()));
        Bson mine = combine(set("owner", claim.owner()), set("epoch", claim.epoch()));
        return collection.updateOne(asRead, mine).getMatchedCount() == 1;
    }

    /**
     * Notes that these ranges are about to be written, at most one a partition.
     *
     * @return false if a job of an older claim has begun to read one of the partitions meanwhile, which this one did not
     *     know of. It is this one's now. What {@link #entries} say of it must be read first, or it would be counted by halves
     * @throws SupersededException if the claim has ended
     */
    public boolean intend(Claim claim, Collection<KafkaRange> ranges) {
        List<UpdateOneModel<Document>> writes = ranges.stream()
                .map(range -> new UpdateOneModel<Document>(
                        // Found for no entry, so that a new partition gets one. Another's entry makes the upsert fail.
                        and(eq("_id", id(range.topic(), range.partition())), isMine(claim)),
                        combine(
                                setOnInsert("topic", range.topic()),
                                setOnInsert("partition", range.partition()),
                                set("log", range.log()),
                                set("offset", range.from()),
                                set("until", range.until()),
                                set("owner", claim.owner()),
                                set("epoch", claim.epoch())),
                        new UpdateOptions().upsert(true)))
                .toList();
        try {
            if (!writes.isEmpty()) {
                collection.bulkWrite(writes, UNORDERED);
            }
            return true;
        } catch (MongoBulkWriteException failure) {
            throwIfSuperseded(claim);
            if (takeOlder(claim)) {
                return false;
            }
            throw failure;
        }
    }

    /** Takes the entries that a job found while this one's claim took over the others. */
    private boolean takeOlder(Claim claim) {
        return collection
                        .updateMany(
                                and(eq("topic", claim.topic()), lt("epoch", claim.epoch())),
                                combine(set("owner", claim.owner()), set("epoch", claim.epoch())))
                        .getModifiedCount()
                > 0;
    }

    /**
     * Notes that everything of these ranges is in the results. Does nothing for a range that was completed before.
     *
     * @throws SupersededException if the claim has ended
     */
    public void complete(Claim claim, Collection<RangeOutcome> outcomes) {
        List<UpdateOneModel<Document>> writes = outcomes.stream()
                .map(outcome -> new UpdateOneModel<Document>(
                        and(
                                eq(
                                        "_id",
                                        id(
                                                outcome.range().topic(),
                                                outcome.range().partition())),
                                isMine(claim),
                                eq("log", outcome.range().log()),
                                eq("offset", outcome.range().from()),
                                eq("until", outcome.range().until())),
                        combine(changes(outcome))))
                .toList();
        if (!writes.isEmpty() && collection.bulkWrite(writes, UNORDERED).getMatchedCount() < writes.size()) {
            throwIfSuperseded(claim);
        }
    }

    private static List<Bson> changes(RangeOutcome outcome) {
        List<Bson> changes = new ArrayList<>();
        changes.add(set("offset", outcome.range().until()));
        changes.add(set("updatedAt", new Date()));
        changes.add(inc("records", outcome.records()));
        outcome.rejected().forEach((reason, count) -> changes.add(inc("rejected." + reason, count)));
        outcome.newest().ifPresent(second -> changes.add(max("newest", second)));
        return changes;
    }

    private static Bson isMine(Claim claim) {
        return and(eq("epoch", claim.epoch()), eq("owner", claim.owner()));
    }

    private void throwIfSuperseded(Claim claim) {
        for (LedgerEntry entry : entries(claim.topic())) {
            if (entry.epoch() > claim.epoch()
                    || entry.epoch() == claim.epoch() && !entry.owner().equals(claim.owner())) {
                throw new SupersededException(claim, entry.owner());
            }
        }
    }

    private List<Document> documents(String topic) {
        return collection
                .find(eq("topic", topic))
                .sort(new Document("partition", 1))
                .into(new ArrayList<>());
    }

    private static String id(String topic, int partition) {
        return topic + "/" + partition;
    }
}
