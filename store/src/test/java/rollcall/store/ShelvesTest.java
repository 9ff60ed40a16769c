package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShelvesTest {

    private final TestDatabase server = new TestDatabase();
    private final Database database = server.open();
    private final Shelves shelves = database.shelves();

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        shelves.write(List.of(entry("3", 0, 1, "old")), version(1, 0));

        ShelfEntry read = shelves.all(() -> committed(Map.of(1L, 0L))).get(0);

        assertThat(read.product()).isEqualTo("3");
        assertThat(read.number()).isZero();
        assertThat(read.slot()).isEqualTo(1);
        assertThat(text(read)).isEqualTo("old");
    }

    @Test
    void whatWasNeverCommittedIsPassedOver() {
        shelves.write(List.of(entry("3", 0, 0, "old")), version(1, 0));
        shelves.write(List.of(entry("3", 0, 1, "new")), version(1, 1));

        assertThat(states(Map.of())).isEmpty();
        assertThat(states(Map.of(1L, 0L))).containsExactly("old");
        assertThat(states(Map.of(1L, 1L))).containsExactly("new");
    }

    @Test
    void whatAnEarlierRunLeftUncommittedDoesNotCountWhenALaterOneCommits() {
        shelves.write(List.of(entry("3", 0, 0, "old")), version(1, 0));
        shelves.write(List.of(entry("3", 0, 1, "void"), entry("4", 0, 0, "void")), version(1, 1));
        shelves.write(List.of(entry("5", 0, 0, "other")), version(2, 0));

        assertThat(states(Map.of(1L, 0L, 2L, 0L))).containsExactlyInAnyOrder("old", "other");
    }

    @Test
    void whatIsVoidMakesRoomForALaterVersion() {
        shelves.write(List.of(entry("3", 0, 0, "old")), version(1, 0));
        shelves.write(List.of(entry("3", 0, 1, "void")), version(1, 1));
        shelves.write(List.of(entry("3", 0, 1, "new")), version(2, 0));

        assertThat(states(Map.of(1L, 0L))).containsExactly("old");
        assertThat(states(Map.of(1L, 0L, 2L, 0L))).containsExactly("new");
    }

    @Test
    void ofTwoCommittedVersionsTheLaterCounts() {
        shelves.write(List.of(entry("3", 0, 1, "new")), version(10, 0));
        shelves.write(List.of(entry("3", 0, 0, "old")), version(9, 3_000_000_000L));

        assertThat(states(Map.of(9L, 3_000_000_000L, 10L, 0L))).containsExactly("new");
    }

    @Test
    void anEarlierVersionNeverTakesTheSlotOfALaterOne() {
        shelves.write(List.of(entry("3", 0, 0, "new")), version(2, 0));

        assertThatThrownBy(
                        () -> shelves.write(List.of(entry("4", 0, 0, "old"), entry("3", 0, 0, "old")), version(1, 7)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("later run");
        assertThat(states(Map.of(2L, 0L))).containsExactly("new");
    }

    @Test
    void aBatchMayBeWrittenTwice() {
        shelves.write(List.of(entry("3", 0, 0, "new")), version(1, 5));
        shelves.write(List.of(entry("3", 0, 0, "new"), entry("4", 0, 0, "too")), version(1, 5));

        assertThat(states(Map.of(1L, 5L))).containsExactlyInAnyOrder("new", "too");
    }

    @Test
    void productsAndNumbersAreToldApart() {
        shelves.write(
                List.of(
                        entry("3", 0, 0, "three"),
                        entry("3", 1, 0, "three more"),
                        entry("3|1", 0, 0, "three|one"),
                        entry("4", 0, 0, "four")),
                version(1, 0));
        Committed committed = committed(Map.of(1L, 0L));

        assertThat(shelves.products()).containsExactlyInAnyOrder("3", "3|1", "4");
        assertThat(shelves.ofProducts(List.of("3", "3|1"), () -> committed))
                .extracting(ShelvesTest::text)
                .containsExactlyInAnyOrder("three", "three more", "three|one");
        assertThat(shelves.ofNumber(0, () -> committed))
                .extracting(ShelvesTest::text)
                .containsExactlyInAnyOrder("three", "three|one", "four");
    }

    @Test
    void slotsTakeTurns() {
        assertThat(ShelfEntry.otherSlot(0)).isEqualTo(1);
        assertThat(ShelfEntry.otherSlot(1)).isZero();
    }

    /** The states that count when some runs have committed batches, by run and batch. */
    private List<String> states(Map<Long, Long> lastBatches) {
        return shelves.all(() -> committed(lastBatches)).stream()
                .map(ShelvesTest::text)
                .toList();
    }

    private static Committed committed(Map<Long, Long> lastBatches) {
        Map<Long, Long> versions = new HashMap<>();
        lastBatches.forEach((run, batch) -> versions.put(run, version(run, batch)));
        return new Committed(versions);
    }

    private static long version(long run, long batch) {
        return ShelfVersion.of(run, batch);
    }

    private static ShelfEntry entry(String product, int number, int slot, String state) {
        return new ShelfEntry(product, number, slot, state.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ShelfEntry entry) {
        return new String(entry.state(), StandardCharsets.UTF_8);
    }
}
