package rollcall.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rollcall.engine.source.TopicLogs.Bounds;
import rollcall.engine.source.TopicLogs.Snapshot;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;
import rollcall.store.LedgerEntry;

class BatchPlanTest {

    @Test
    void readsANewPartitionFromTheEarliestRecordThereIs() {
        BatchPlan plan = BatchPlan.next(known(done(0, 5)), topic(bounds(0, 9), bounds(3, 7)));

        assertThat(plan.ranges()).containsExactly(range(0, 5, 9), range(1, 3, 7));
        assertThat(plan.incidents()).isEmpty();
    }

    @Test
    void readsAPartitionThatWasOnlyClaimedAsANewOne() {
        LedgerEntry claimed = new LedgerEntry("pings", "", 0, 0, 0, "job", 1);

        assertThat(BatchPlan.next(known(claimed), topic(bounds(4, 9))).ranges()).containsExactly(range(0, 4, 9));
    }

    @Test
    void isEmptyWhereNothingIsNew() {
        BatchPlan plan = BatchPlan.next(known(done(0, 9), done(1, 0)), topic(bounds(2, 9), bounds(0, 0)));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.toRead()).isEmpty();
        assertThat(plan.ranges()).containsExactly(range(0, 9, 9), range(1, 0, 0));
    }

    @Test
    void isEmptyWhereThereIsNoTopic() {
        assertThat(BatchPlan.next(known(done(0, 9)), new Snapshot("pings", null, Map.of()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void resumesPendingRangesAloneAndWithTheirBounds() {
        BatchPlan plan = BatchPlan.next(
                        known(pending(0, 5, 8), done(1, 2), pending(2, 0, 100)),
                        topic(bounds(0, 50), bounds(0, 60), bounds(0, 100), bounds(0, 40)))
                .cut(Cut::inProportion, 10);

        assertThat(plan.toRead()).containsExactly(range(0, 5, 8), range(2, 0, 100));
        assertThat(plan.ranges()).hasSize(4);
    }

    @Test
    void goesOnWithEverythingAfterPendingRangesAreDone() {
        Snapshot topic = topic(bounds(0, 50), bounds(0, 60));
        BatchPlan resumed = BatchPlan.next(known(pending(0, 5, 8), done(1, 2)), topic);

        assertThat(BatchPlan.next(BatchPlan.after(resumed.ranges()), topic).ranges())
                .containsExactly(range(0, 8, 50), range(1, 2, 60));
    }

    @Test
    void tellsOfRecordsDeletedBeforeTheStart() {
        BatchPlan plan = BatchPlan.next(known(done(0, 5)), topic(bounds(7, 9)));

        assertThat(plan.ranges()).containsExactly(range(0, 7, 9));
        assertThat(plan.incidents()).singleElement().satisfies(lost -> {
            assertThat(lost.kind()).isEqualTo(Incident.DATA_LOST);
            assertThat(List.of(lost.from(), lost.to(), lost.count())).containsExactly(5L, 7L, 2L);
        });
    }

    @Test
    void tellsOfDeletedRecordsOnce() {
        Snapshot topic = topic(bounds(7, 7));
        BatchPlan plan = BatchPlan.next(known(done(0, 5)), topic);

        assertThat(plan.isEmpty()).isFalse();
        assertThat(BatchPlan.next(BatchPlan.after(plan.ranges()), topic).isEmpty())
                .isTrue();
    }

    @Test
    void leavesRecordsDeletedWithinAPendingRangeToItsReader() {
        BatchPlan plan = BatchPlan.next(known(pending(0, 5, 9)), topic(bounds(7, 20)));

        assertThat(plan.ranges()).containsExactly(range(0, 5, 9));
        assertThat(plan.incidents()).isEmpty();
    }

    @Test
    void beginsAnewWithATopicMadeAgain() {
        Snapshot again = new Snapshot("pings", "another-id", Map.of(0, bounds(0, 3)));

        BatchPlan plan = BatchPlan.next(known(pending(0, 5, 8), done(1, 4)), again);

        assertThat(plan.ranges()).containsExactly(new KafkaRange("pings", "another-id", 0, 0, 3));
        assertThat(plan.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Incident.TOPIC_RECREATED);
            assertThat(incident.log()).isEqualTo("id");
            assertThat(incident.from()).isEqualTo(5);
            assertThat(incident.to()).isEqualTo(8);
        });
    }

    @Test
    void countsALogThatLostItsTailAsAnotherLogFromThereOn() {
        BatchPlan plan = BatchPlan.next(known(done(0, 9)), topic(bounds(0, 6)));

        assertThat(plan.ranges()).containsExactly(new KafkaRange("pings", "id~1", 0, 6, 6));
        assertThat(plan.incidents()).singleElement().satisfies(lost -> {
            assertThat(lost.kind()).isEqualTo(Incident.LOG_TRUNCATED);
            assertThat(lost.count()).isEqualTo(3);
        });

        BatchPlan next = BatchPlan.next(BatchPlan.after(plan.ranges()), topic(bounds(0, 8)));
        assertThat(next.ranges()).containsExactly(new KafkaRange("pings", "id~1", 0, 6, 8));
        assertThat(BatchPlan.next(BatchPlan.after(next.ranges()), topic(bounds(0, 7)))
                        .ranges())
                .containsExactly(new KafkaRange("pings", "id~2", 0, 7, 7));
    }

    @Test
    void sharesTheLimitInProportion() {
        BatchPlan plan = BatchPlan.next(Map.of(), topic(bounds(0, 600), bounds(100, 400), bounds(0, 100), bounds(0, 0)))
                .cut(Cut::inProportion, 100);

        assertThat(plan.ranges()).containsExactly(range(0, 0, 60), range(1, 100, 130), range(2, 0, 10), range(3, 0, 0));
    }

    @Test
    void goesForwardInEveryPartitionHoweverLowTheLimit() {
        BatchPlan plan = BatchPlan.next(Map.of(), topic(bounds(0, 1_000_000), bounds(0, 1)))
                .cut(Cut::inProportion, 1);

        assertThat(plan.toRead()).containsExactly(range(0, 0, 1), range(1, 0, 1));
    }

    private static Snapshot topic(Bounds... partitions) {
        Map<Integer, Bounds> byPartition = new TreeMap<>();
        for (int i = 0; i < partitions.length; i++) {
            byPartition.put(i, partitions[i]);
        }
        return new Snapshot("pings", "id", byPartition);
    }

    private static Bounds bounds(long earliest, long end) {
        return new Bounds(earliest, end);
    }

    private static Map<Integer, LedgerEntry> known(LedgerEntry... entries) {
        return Stream.of(entries).collect(Collectors.toMap(LedgerEntry::partition, Function.identity()));
    }

    private static LedgerEntry done(int partition, long offset) {
        return pending(partition, offset, offset);
    }

    private static LedgerEntry pending(int partition, long offset, long until) {
        return new LedgerEntry("pings", "id", partition, offset, until, "job", 1);
    }

    private static KafkaRange range(int partition, long from, long until) {
        return new KafkaRange("pings", "id", partition, from, until);
    }
}
