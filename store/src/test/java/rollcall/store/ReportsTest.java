package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;

class ReportsTest {

    private static final long FOUR_O_CLOCK = 1_514_779_200;

    private final TestDatabase server = new TestDatabase();
    private final Database database = server.open();

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void aReportHasTheFieldsThatExistingReadersKnow() {
        database.reports().raise(List.of(minute(FOUR_O_CLOCK, 5, 7)));

        try (MongoClient client = MongoClients.create(server.settings().uri())) {
            List<Document> documents = client.getDatabase("rollcall")
                    .getCollection("report_summary")
                    .find()
                    .into(new ArrayList<>());
            assertThat(documents).hasSize(1);
            assertThat(documents.get(0))
                    .containsEntry("timeBucket", "2018-01-01 04:00:00")
                    .containsEntry("driversOnlineCount", 5L)
                    .containsEntry("driversAvailableCount", 2L)
                    .containsEntry("pingCount", 7L)
                    .containsEntry("availablePingCount", 3L)
                    .containsOnlyKeys(
                            "_id",
                            "timeBucket",
                            "driversOnlineCount",
                            "driversAvailableCount",
                            "pingCount",
                            "availablePingCount",
                            "updatedAt");
        }
    }

    @Test
    void aLateWriterWithOlderFiguresChangesNothing() {
        database.reports().raise(List.of(minute(FOUR_O_CLOCK, 5, 7)));
        database.reports().raise(List.of(minute(FOUR_O_CLOCK, 4, 4)));

        assertThat(database.reports().between(FOUR_O_CLOCK, FOUR_O_CLOCK))
                .first()
                .satisfies(report -> {
                    assertThat(report.online()).isEqualTo(5);
                    assertThat(report.pings()).isEqualTo(7);
                });
    }

    @Test
    void aRangeIncludesBothItsEndsAndComesByTime() {
        database.reports()
                .raise(List.of(
                        minute(FOUR_O_CLOCK + 120, 1, 1), minute(FOUR_O_CLOCK, 1, 1), minute(FOUR_O_CLOCK + 60, 1, 1)));

        assertThat(database.reports().between(FOUR_O_CLOCK, FOUR_O_CLOCK + 60))
                .extracting(MinuteReport::start)
                .containsExactly(FOUR_O_CLOCK, FOUR_O_CLOCK + 60);
        assertThat(database.reports().between(Long.MIN_VALUE, Long.MAX_VALUE)).hasSize(3);
    }

    /** A minute with so many drivers and pings; drivers with an even number are available. */
    private static StoredRoster minute(long start, int drivers, int pings) {
        Roster roster = new Roster();
        for (int i = 0; i < pings; i++) {
            int driver = 1 + i % drivers;
            roster.add(driver, driver % 2 == 0);
        }
        Bucket bucket = new Bucket(Level.MINUTE, start, Bucket.OVERALL);
        return new StoredRoster(bucket, roster, Map.of(), List.of(), 1, Instant.now());
    }
}
