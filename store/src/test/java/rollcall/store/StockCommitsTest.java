package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockCommitsTest {

    private static final Claim FIRST = new Claim("tickets", "job-a", 1);
    private static final Claim SECOND = new Claim("tickets", "job-b", 2);

    private final TestDatabase server = new TestDatabase();
    private final Database database = server.open();
    private final StockCommits commits = database.stockCommits();

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void runsAreNumberedUpAndHaveOnePublisher() {
        StockCommits.Run one = commits.begin(FIRST);
        StockCommits.Run two = commits.begin(FIRST);
        StockCommits.Run three = commits.begin(SECOND);

        assertThat(two.number()).isGreaterThan(one.number());
        assertThat(three.number()).isGreaterThan(two.number());
        assertThat(List.of(two.publisher(), three.publisher())).containsOnly(one.publisher());
    }

    @Test
    void nothingIsCommittedAtFirst() {
        StockCommits.Run run = commits.begin(FIRST);

        assertThat(run.committed()).isEqualTo(new Committed(Map.of()));
        assertThat(run.lastBatch()).isEmpty();
        assertThat(commits.committed("another topic")).isEqualTo(new Committed(Map.of()));
    }

    @Test
    void theLastBatchOfEveryRunCounts() {
        long one = commits.begin(FIRST).number();
        commits.commit(FIRST, ShelfVersion.of(one, 0), List.of());
        commits.commit(FIRST, ShelfVersion.of(one, 1), List.of());
        long two = commits.begin(FIRST).number();
        commits.commit(FIRST, ShelfVersion.of(two, 0), List.of());

        Committed committed = commits.begin(FIRST).committed();
        assertThat(committed).isEqualTo(commits.committed("tickets"));
        assertThat(committed.lastOfRuns())
                .isEqualTo(Map.of(one, ShelfVersion.of(one, 1), two, ShelfVersion.of(two, 0)));
        assertThat(committed.has(ShelfVersion.of(one, 0))).isTrue();
        assertThat(committed.has(ShelfVersion.of(one, 2))).isFalse();
        assertThat(committed.has(ShelfVersion.of(two + 1, 0))).isFalse();
    }

    @Test
    void theNextRunKnowsWhatTheLastBatchRead() {
        List<RangeOutcome> batch = List.of(
                new RangeOutcome(
                        new KafkaRange("tickets", "id", 0, 5, 9), 4, Map.of("json", 1L, "City", 2L), 1_514_779_245L),
                new RangeOutcome(new KafkaRange("tickets", "id~1", 7, 0, 1_000_000_007), 0, Map.of(), null));
        long run = commits.begin(FIRST).number();
        commits.commit(FIRST, ShelfVersion.of(run, 0), List.of());
        commits.commit(FIRST, ShelfVersion.of(run, 1), batch);

        assertThat(commits.begin(SECOND).lastBatch()).isEqualTo(batch);
    }

    @Test
    void aRunThatIsNotTheLastOneCommitsNothing() {
        long one = commits.begin(FIRST).number();
        long two = commits.begin(FIRST).number();

        assertThatThrownBy(() -> commits.commit(FIRST, ShelfVersion.of(one, 0), List.of()))
                .isInstanceOf(SupersededException.class);
        commits.commit(FIRST, ShelfVersion.of(two, 0), List.of());
        assertThat(commits.committed("tickets").lastOfRuns()).containsOnlyKeys(two);
    }

    @Test
    void aLaterClaimStopsTheEarlierJob() {
        long one = commits.begin(FIRST).number();
        commits.begin(SECOND);

        assertThatThrownBy(() -> commits.commit(FIRST, ShelfVersion.of(one, 0), List.of()))
                .isInstanceOf(SupersededException.class)
                .hasMessageContaining("Run one job per topic");
        assertThatThrownBy(() -> commits.begin(FIRST)).isInstanceOf(SupersededException.class);
        assertThat(commits.committed("tickets").lastOfRuns()).isEmpty();
    }

    /** Its offsets would be taken for those of the topic that the shelves are made of. */
    @Test
    void refusesAnotherTopicOnceThereAreShelves() {
        long run = commits.begin(FIRST).number();
        commits.commit(FIRST, ShelfVersion.of(run, 0), List.of());

        assertThatThrownBy(() -> commits.begin(new Claim("tickets-2", "job-a", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("follow topic tickets, not tickets-2");
        assertThat(commits.begin(SECOND).number()).isGreaterThan(run);
    }

    @Test
    void aTopicThatNothingWasReadOfIsInNobodysWay() {
        commits.begin(new Claim("tikets", "job-a", 1));

        assertThat(commits.begin(FIRST).lastBatch()).isEmpty();
    }
}
