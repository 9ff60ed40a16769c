package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.presence.Bucket;
import rollcall.presence.DriverId;
import rollcall.presence.Level;
import rollcall.presence.Roster;

class RostersTest {

    private static final Bucket MINUTE = new Bucket(Level.MINUTE, 1_514_779_200, Bucket.OVERALL);
    private static final Bucket AUSTIN = new Bucket(Level.DAY, 1_514_764_800, "Austin");

    private final TestDatabase server = new TestDatabase();
    private final Database database = server.open();

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void aBucketWithoutPingsHasNoRoster() {
        assertThat(database.rosters().find(List.of(MINUTE))).isEmpty();
        assertThat(database.rosters().revisions(List.of(MINUTE))).isEmpty();
    }

    @Test
    void aMergedDeltaCanBeFound() {
        database.rosters().merge(List.of(delta(MINUTE, range(0, 0, 3), 1, 2, 2)));

        StoredRoster stored = database.rosters().find(List.of(MINUTE)).get(MINUTE);
        assertThat(stored.roster()).isEqualTo(roster(1, 2, 2));
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(database.rosters().revisions(List.of(MINUTE, AUSTIN))).containsExactly(Map.entry(MINUTE, 1L));
    }

    @Test
    void aReplayedRangeAddsNothing() {
        RosterDelta delta = delta(MINUTE, range(0, 0, 3), 1, 2, 2);
        database.rosters().merge(List.of(delta));
        database.rosters().merge(List.of(delta));

        assertThat(roster(MINUTE)).isEqualTo(roster(1, 2, 2));
    }

    @Test
    void rangesOfOneOrSeveralPartitionsAddUp() {
        database.rosters().merge(List.of(delta(MINUTE, range(0, 0, 3), 1, 2, 3)));
        database.rosters().merge(List.of(delta(MINUTE, range(0, 7, 9), 3, 4)));
        database.rosters().merge(List.of(delta(MINUTE, range(1, 0, 1), 5)));

        assertThat(roster(MINUTE)).isEqualTo(roster(1, 2, 3, 3, 4, 5));
    }

    @Test
    void aLogWrittenAnewIsCountedFromItsBeginning() {
        database.rosters().merge(List.of(delta(MINUTE, new KafkaRange("pings", "first", 0, 0, 3), 1, 2, 3)));
        database.rosters().merge(List.of(delta(MINUTE, new KafkaRange("pings", "second", 0, 0, 2), 1, 9)));

        assertThat(roster(MINUTE)).isEqualTo(roster(1, 2, 3, 1, 9));
    }

    @Test
    void aRangeCountedInPartIsRefused() {
        database.rosters().merge(List.of(delta(MINUTE, range(0, 0, 3), 1)));

        assertThatThrownBy(() -> database.rosters().merge(List.of(delta(MINUTE, range(0, 2, 5), 1))))
                .hasMessageContaining("pings-0[2,5)")
                .hasMessageContaining("only up to 3");
    }

    @Test
    void writersThatCollideLoseNothing() throws Exception {
        long seed = System.nanoTime();
        ExecutorService writers = Executors.newFixedThreadPool(6);
        Roster expected = new Roster();
        List<Future<?>> runs = new ArrayList<>();
        for (int partition = 0; partition < 6; partition++) {
            List<Callable<Void>> steps = new ArrayList<>();
            Random random = new Random(seed + partition);
            for (int i = 0; i < 20; i++) {
                long[] drivers = random.longs(5, 1, 100).toArray();
                expected.add(roster(drivers));
                RosterDelta delta = delta(MINUTE, range(partition, i * 10, i * 10 + 10), drivers);
                steps.add(() -> {
                    database.rosters().merge(List.of(delta));
                    return null;
                });
            }
            runs.add(writers.submit(() -> {
                for (Callable<Void> step : steps) {
                    step.call();
                }
                return null;
            }));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        writers.shutdown();

        assertThat(roster(MINUTE)).as("seed %d", seed).isEqualTo(expected);
        assertThat(database.rosters().revisions(List.of(MINUTE)).get(MINUTE)).isEqualTo(120);
    }

    @Test
    void aRosterTooLargeForOneDocumentIsCutAndReadWhole() {
        try (MongoClient client = MongoClients.create(server.settings().uri())) {
            MongoCollection<Document> collection = client.getDatabase("parts").getCollection("rosters");
            Rosters small = new Rosters(collection, client.getDatabase("parts").getCollection("cities"), 1000);
            Random random = new Random(7);
            Roster expected = new Roster();
            for (int batch = 0; batch < 3; batch++) {
                long[] drivers = random.longs(500)
                        .map(id -> id % 2 == 0 ? DriverId.of("d" + id) : id >>> 33 | 1)
                        .toArray();
                small.merge(List.of(delta(MINUTE, range(0, batch * 500, batch * 500 + 500), drivers)));
                expected.add(roster(drivers));
            }

            StoredRoster stored = small.find(List.of(MINUTE)).get(MINUTE);
            assertThat(stored.roster()).isEqualTo(expected);
            assertThat(stored.parts()).hasSizeGreaterThan(5);
            assertThat(collection.countDocuments())
                    .as("parts that were replaced are gone")
                    .isEqualTo(1 + stored.parts().size());
        }
    }

    @Test
    void citiesAreListedOnceAndSorted() {
        database.rosters().merge(List.of(delta(AUSTIN, range(0, 0, 1), 1), delta(MINUTE, range(0, 0, 1), 1)));
        database.rosters().merge(List.of(delta(AUSTIN, range(0, 1, 2), 1)));
        database.rosters().merge(List.of(delta(new Bucket(Level.DAY, 0, "Albany"), range(0, 2, 3), 1)));

        assertThat(database.rosters().cities()).containsExactly("Albany", "Austin");
    }

    private Roster roster(Bucket bucket) {
        return database.rosters().find(List.of(bucket)).get(bucket).roster();
    }

    private static KafkaRange range(int partition, long from, long until) {
        return new KafkaRange("pings", "topic-id", partition, from, until);
    }

    private static RosterDelta delta(Bucket bucket, KafkaRange range, long... drivers) {
        RosterDelta delta = new RosterDelta(bucket);
        delta.add(range, roster(drivers));
        return delta;
    }

    /** A roster of one ping per driver named; even ids are available. */
    private static Roster roster(long... drivers) {
        Roster roster = new Roster();
        for (long driver : drivers) {
            roster.add(driver, driver % 2 == 0);
        }
        return roster;
    }
}
