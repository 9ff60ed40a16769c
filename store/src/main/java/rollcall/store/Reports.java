package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import rollcall.presence.Roster;

/**
 * The collection {@code report_summary}: one document per minute, what the minute's roster says, in the form that
 * existing readers know.
 */
public final class Reports {

    /** How {@code timeBucket} writes a minute, in UTC; the strings sort by time. */
    public static final DateTimeFormatter TIME_BUCKET = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** The years that four digits write; pings of other years are rejected. */
    private static final long FIRST = LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private static final long LAST = LocalDateTime.of(9999, 12, 31, 23, 59).toEpochSecond(ZoneOffset.UTC);

    private final MongoCollection<Document> collection;

    Reports(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void prepare() {
        collection.createIndex(Indexes.ascending("timeBucket"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("updatedAt"));
    }

    /**
     * Brings the reports of minutes up to what their rosters say. Counts of a minute only ever grow, so a writer that
     * comes late with older figures changes nothing.
     *
     * @param minutes rosters of level minute, overall
     */
    public void raise(Collection<StoredRoster> minutes) {
        List<UpdateOneModel<Document>> writes = minutes.stream()
                .map(minute -> {
                    String timeBucket = timeBucket(minute.bucket().start());
                    return new UpdateOneModel<Document>(
                            eq("_id", timeBucket),
                            combine(setOnInsert("timeBucket", timeBucket), figures(minute)),
                            new UpdateOptions().upsert(true));
                })
                .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** The reports from one epoch second until another, both inclusive, by time. */
    public List<MinuteReport> between(long from, long to) {
        return read(and(gte("timeBucket", timeBucket(from)), lte("timeBucket", timeBucket(to))));
    }

    /** The reports of the minutes that start at these epoch seconds, by time; a minute without one is absent. */
    public List<MinuteReport> of(Collection<Long> minutes) {
        return read(in("_id", minutes.stream().map(Reports::timeBucket).toList()));
    }

    /** The reports written at or after a moment, by time. */
    public List<MinuteReport> changedSince(Instant moment) {
        return read(gte("updatedAt", Date.from(moment)));
    }

    private List<MinuteReport> read(Bson filter) {
        return collection
                .find(filter)
                .sort(Indexes.ascending("timeBucket"))
                .map(Reports::report)
                .into(new ArrayList<>());
    }

    private static Bson figures(StoredRoster minute) {
        Roster roster = minute.roster();
        return combine(
                max("driversOnlineCount", roster.online().size()),
                max("driversAvailableCount", roster.available().size()),
                max("pingCount", roster.pings()),
                max("availablePingCount", roster.availablePings()),
                max("updatedAt", Date.from(minute.updatedAt())));
    }

    private static MinuteReport report(Document document) {
        return new MinuteReport(
                start(document),
                number(document, "driversOnlineCount"),
                number(document, "driversAvailableCount"),
                number(document, "pingCount"),
                number(document, "availablePingCount"),
                document.getDate("updatedAt").toInstant());
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    /** The first epoch second of the minute that a document is about. */
    static long start(Document document) {
        return LocalDateTime.parse(document.getString("timeBucket"), TIME_BUCKET)
                .toEpochSecond(ZoneOffset.UTC);
    }

    static String timeBucket(long epochSecond) {
        long inRange = Math.max(FIRST, Math.min(LAST, epochSecond));
        return LocalDateTime.ofEpochSecond(inRange, 0, ZoneOffset.UTC).format(TIME_BUCKET);
    }
}
