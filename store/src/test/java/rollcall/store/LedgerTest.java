package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final TestDatabase server = new TestDatabase();
    private final Database database = server.open();
    private final Ledger ledger = database.ledger();

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void anIntendedRangeIsPendingUntilItIsCompleted() {
        Claim claim = ledger.claim("pings", "a");
        ledger.intend(claim, List.of(range(0, 5, 9), range(1, 0, 2)));

        assertThat(ledger.entries("pings"))
                .flatExtracting(entry -> entry.pending().stream().toList())
                .containsExactly(range(0, 5, 9), range(1, 0, 2));

        ledger.complete(claim, List.of(outcome(range(0, 5, 9)), outcome(range(1, 0, 2))));

        assertThat(ledger.entries("pings")).allMatch(entry -> entry.pending().isEmpty());
        assertThat(ledger.entries("pings")).extracting(LedgerEntry::offset).containsExactly(9L, 2L);
    }

    @Test
    void completingARangeTwiceCountsItsRejectsOnce() {
        Claim claim = ledger.claim("pings", "a");
        ledger.intend(claim, List.of(range(0, 0, 9)));
        RangeOutcome outcome = new RangeOutcome(range(0, 0, 9), 9, Map.of("json", 2L, "future", 1L), 1_514_779_245L);
        ledger.complete(claim, List.of(outcome));
        ledger.complete(claim, List.of(outcome));

        Frontier frontier = ledger.frontier("pings");
        assertThat(frontier.rejectedByReason()).isEqualTo(Map.of("json", 2L, "future", 1L));
        assertThat(frontier.newestEventSecond()).isEqualTo(OptionalLong.of(1_514_779_245L));
        assertThat(frontier.offsets()).isEqualTo(Map.of(0, 9L));
        assertThat(frontier.updatedAt()).isNotNull();
    }

    @Test
    void aTopicNeverReadHasAnEmptyFrontier() {
        assertThat(ledger.frontier("pings")).isEqualTo(new Frontier(OptionalLong.empty(), Map.of(), Map.of(), null));
    }

    @Test
    void aLaterClaimStopsTheEarlierJobWithAClearMessage() {
        Claim first = ledger.claim("pings", "job-a");
        ledger.intend(first, List.of(range(0, 0, 9)));
        Claim second = ledger.claim("pings", "job-b");

        assertThatThrownBy(() -> ledger.complete(first, List.of(outcome(range(0, 0, 9)))))
                .isInstanceOf(SupersededException.class)
                .hasMessageContaining("job-b")
                .hasMessageContaining("Run one job per topic");
        assertThatThrownBy(() -> ledger.intend(first, List.of(range(0, 9, 12))))
                .isInstanceOf(SupersededException.class);
        assertThat(ledger.entries("pings").get(0).pending()).contains(range(0, 0, 9));

        ledger.complete(second, List.of(outcome(range(0, 0, 9))));
        assertThat(ledger.entries("pings").get(0).offset()).isEqualTo(9);
    }

    @Test
    void ofTwoJobsThatMeetANewTopicOneWins() {
        Claim first = ledger.claim("pings", "job-a");
        Claim second = ledger.claim("pings", "job-b");

        ledger.intend(second, List.of(range(0, 0, 5), range(1, 0, 5)));
        assertThatThrownBy(() -> ledger.intend(first, List.of(range(0, 0, 5), range(1, 0, 5))))
                .isInstanceOf(SupersededException.class);
    }

    @Test
    void aPartitionFoundByASupersededJobIsTakenOverWithWhatThatJobBegan() {
        Claim first = ledger.claim("pings", "job-a");
        Claim second = ledger.claim("pings", "job-b");
        ledger.intend(first, List.of(range(3, 0, 5)));

        assertThat(ledger.intend(second, List.of(range(3, 0, 9)))).isFalse();
        assertThat(ledger.entries("pings").get(1).pending()).contains(range(3, 0, 5));

        assertThat(ledger.intend(second, List.of(range(3, 0, 5)))).isTrue();
        ledger.complete(second, List.of(outcome(range(3, 0, 5))));
        assertThatThrownBy(() -> ledger.complete(first, List.of(outcome(range(3, 0, 5)))))
                .isInstanceOf(SupersededException.class);
        assertThat(ledger.frontier("pings").offsets()).containsEntry(3, 5L);
    }

    @Test
    void incidentsOfAdjacentOffsetsBecomeOne() {
        Incident first = Incident.now(Incident.DATA_LOST, range(0, 0, 500), "gone");
        Incident second = Incident.now(Incident.DATA_LOST, range(0, 500, 700), "gone");
        Incident elsewhere = Incident.now(Incident.DATA_LOST, range(1, 700, 800), "gone");
        Incident later = Incident.now(Incident.DATA_LOST, range(0, 701, 702), "gone");

        assertThat(Incident.joined(List.of(later, elsewhere, second, first)))
                .extracting(Incident::partition, Incident::from, Incident::to, Incident::count)
                .containsExactly(tuple(0, 0L, 700L, 700L), tuple(0, 701L, 702L, 1L), tuple(1, 700L, 800L, 100L));
    }

    @Test
    void incidentsAreStoredOnceAndListedNewestFirst() {
        Incidents incidents = database.incidents();
        Incident lost = Incident.now(Incident.DATA_LOST, range(0, 3, 10), "Kafka deleted these before they were read.");
        incidents.record(lost);
        incidents.record(lost);
        incidents.record(Incident.now(Incident.DATA_LOST, range(1, 3, 10), "these too"));

        assertThat(incidents.newest(10)).hasSize(2);
        assertThat(incidents.newest(1)).hasSize(1);
        assertThat(incidents.newest(10))
                .filteredOn(incident -> incident.partition() == 0)
                .first()
                .satisfies(incident -> {
                    assertThat(incident.count()).isEqualTo(7);
                    assertThat(incident.detail()).contains("Kafka deleted");
                });
    }

    private static RangeOutcome outcome(KafkaRange range) {
        return new RangeOutcome(range, range.length(), Map.of(), null);
    }

    private static KafkaRange range(int partition, long from, long until) {
        return new KafkaRange("pings", "topic-id", partition, from, until);
    }
}
