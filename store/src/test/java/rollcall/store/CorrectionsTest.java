package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;

class CorrectionsTest {

    private static final long MINUTE = 1_514_779_200;
    private static final long END = MINUTE + 60;
    private static final Bucket OVERALL = new Bucket(Level.MINUTE, MINUTE, Bucket.OVERALL);

    private final TestDatabase server = new TestDatabase();
    private final Database database = server.open();
    private final Corrections corrections = database.corrections();
    private long offset;

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"119, 0", "120, 1"})
    void aMinuteIsCorrectedOnceTwoMinutesMoreWerePassed(long past, int expected) {
        count(passedBy(0), OVERALL, 1, 2);
        count(passedBy(past), OVERALL, 3);
        assertThat(all()).hasSize(expected);
    }

    @Test
    void theFiguresBeforeTheFirstChangeStayTheTimeIsOfTheLast() {
        count(passedBy(0), OVERALL, 1, 2);
        count(passedBy(600), OVERALL, 3);
        Correction first = all().get(0);
        count(passedBy(900), OVERALL, 5, 6);
        assertThat(all()).hasSize(1);
        Correction second = all().get(0);
        assertThat(second.start()).isEqualTo(MINUTE);
        assertThat(second.online()).isEqualTo(2);
        assertThat(second.available()).isEqualTo(1);
        assertThat(second.at()).isAfterOrEqualTo(first.at());
    }

    @Test
    void latePingsOfDriversSeenThatMinuteCorrectNothing() {
        count(passedBy(0), OVERALL, 1, 2);
        count(passedBy(600), OVERALL, 1, 2);
        assertThat(all()).isEmpty();
    }

    @Test
    void aReplayAfterACrashBeforeTheReportNotesTheSame() {
        count(passedBy(0), OVERALL, 1, 2);
        RosterDelta late = delta(0, OVERALL, 3);
        for (int attempt = 0; attempt < 2; attempt++) {
            corrections.note(List.of(late), database.rosters().merge(List.of(late)), passedBy(600));
        }
        assertThat(all()).extracting(Correction::online).containsExactly(2L);
    }

    @Test
    void aReplayAfterTheReportNotesNothing() {
        count(passedBy(0), OVERALL, 1, 2);
        RosterDelta delta = delta(0, OVERALL, 3);
        database.reports().raise(database.rosters().merge(List.of(delta)).values());
        corrections.note(List.of(delta), database.rosters().merge(List.of(delta)), passedBy(600));
        assertThat(all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"600, 1", "86400, 1", "86401, 0"})
    void aMinuteWithoutFiguresIsCorrectedWithinADay(long past, int expected) {
        count(passedBy(past), OVERALL, 1);
        assertThat(all()).hasSize(expected);
        assertThat(all())
                .allSatisfy(correction -> assertThat(correction.online()).isZero());
    }

    @Test
    void hoursAndCitiesHaveNoCorrections() {
        for (Passed passed : List.of(passedBy(0), passedBy(90_000))) {
            count(passed, new Bucket(Level.HOUR, MINUTE, Bucket.OVERALL), 1, 2);
            count(passed, new Bucket(Level.MINUTE, MINUTE, "Austin"), 1, 2);
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void whileCatchingUpOnlyAPartitionsOwnNewerPingsMakeAPingLate() {
        Map<Integer, Long> newest = Map.of(0, END + 600, 1, END);
        count(passedBy(0), OVERALL, 1);
        write(Passed.of(newest, false), delta(1, OVERALL, 2));
        write(Passed.of(newest, false), delta(2, OVERALL, 3));
        assertThat(all()).isEmpty();
        write(Passed.of(newest, false), delta(0, OVERALL, 4));
        assertThat(all()).extracting(Correction::online).containsExactly(3L);
    }

    @Test
    void onceCaughtUpAPingIsLateWhicheverPartitionItComesBy() {
        count(passedBy(0), OVERALL, 1);
        write(Passed.of(Map.of(0, END + 600, 1, END), true), delta(2, OVERALL, 2));
        assertThat(all()).hasSize(1);
    }

    @Test
    void aRangeIncludesBothItsEndsAndGivesTheNewestByTime() {
        IntStream.range(0, 5).forEach(i -> count(passedBy(1_200), new Bucket(Level.MINUTE, MINUTE + 60 * i, ""), 1));
        assertThat(corrections.between(MINUTE + 60, MINUTE + 180, 100))
                .extracting(Correction::start)
                .containsExactly(MINUTE + 60, MINUTE + 120, MINUTE + 180);
        assertThat(corrections.between(MINUTE, MINUTE + 180, 2))
                .extracting(Correction::start)
                .containsExactly(MINUTE + 120, MINUTE + 180);
        assertThat(corrections.of(List.of(MINUTE + 240, MINUTE, MINUTE + 6_000)))
                .extracting(Correction::start)
                .containsExactly(MINUTE, MINUTE + 240);
    }

    private List<Correction> all() {
        return corrections.between(Long.MIN_VALUE, Long.MAX_VALUE, 100);
    }

    private static Passed passedBy(long seconds) {
        return Passed.of(Map.of(0, END + seconds), false);
    }

    private void count(Passed passed, Bucket bucket, long... drivers) {
        write(passed, delta(0, bucket, drivers));
    }

    private void write(Passed passed, RosterDelta delta) {
        Map<Bucket, StoredRoster> merged = database.rosters().merge(List.of(delta));
        corrections.note(List.of(delta), merged, passed);
        if (delta.bucket().equals(OVERALL)) {
            database.reports().raise(merged.values());
        }
    }

    /** Drivers with an even number are available. */
    private RosterDelta delta(int partition, Bucket bucket, long... drivers) {
        Roster roster = new Roster();
        for (long driver : drivers) {
            roster.add(driver, driver % 2 == 0);
        }
        RosterDelta delta = new RosterDelta(bucket);
        delta.add(new KafkaRange("pings", "log", partition, offset, offset + drivers.length), roster);
        offset += drivers.length;
        return delta;
    }
}
