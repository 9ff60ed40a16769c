package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DriverSetTest {

    private static final long[] BORDERS = {
        1,
        65_535,
        65_536,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL,
        0x1_0000_0000L,
        0x1_0000_0001L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        0xFFFF_FFFF_8000_0000L
    };

    @Test
    void holdsIdsAroundTheBordersOf32And64Bits() {
        DriverSet set = new DriverSet();
        for (int i = 0; i < BORDERS.length; i++) {
            assertThat(set.contains(BORDERS[i])).as("%d", BORDERS[i]).isFalse();
            set.add(BORDERS[i]);
            set.add(BORDERS[i]);
            assertThat(set.contains(BORDERS[i])).as("%d", BORDERS[i]).isTrue();
            assertThat(set.size()).isEqualTo(i + 1);
        }
        assertThat(members(set))
                .containsExactlyInAnyOrder(Arrays.stream(BORDERS).boxed().toArray(Long[]::new));
        assertThat(copy(set)).isEqualTo(set);
    }

    @Test
    void visitsSmallIdsAscendingAndUnsigned() {
        DriverSet set = new DriverSet();
        for (long id : new long[] {-1, 0xFFFF_FFFFL, 1L << 40, 7}) {
            set.add(id);
        }
        assertThat(members(set)).containsExactly(7L, 0xFFFF_FFFFL, -1L, 1L << 40);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void unionIsCommutativeAssociativeAndIdempotent(long seed) {
        Random random = new Random(seed);
        List<Long> a = ids(random);
        List<Long> b = ids(random);
        List<Long> c = ids(random);
        Set<Long> all = new TreeSet<>(a);
        all.addAll(b);
        all.addAll(c);

        DriverSet left = union(union(set(a), set(b)), set(c));
        DriverSet right = union(set(a), union(set(b), set(c)));
        DriverSet turned = union(set(c), union(set(b), set(a)));
        assertThat(left).as("seed %d", seed).isEqualTo(right).isEqualTo(turned).hasSameHashCodeAs(turned);
        assertThat(union(left, right)).as("seed %d", seed).isEqualTo(turned);
        assertThat(new TreeSet<>(members(left))).as("seed %d", seed).isEqualTo(all);
        assertThat(left.size()).as("seed %d", seed).isEqualTo(all.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSameDriversGiveTheSameBytesHoweverTheyCame(long seed) {
        Random random = new Random(seed);
        List<Long> ids = ids(random);
        byte[] expected = bytes(set(ids));
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(ids, random);
            DriverSet pieces = new DriverSet();
            for (int from = 0; from < ids.size(); ) {
                int to = Math.min(ids.size(), from + 1 + random.nextInt(ids.size()));
                pieces.addAll(copy(set(ids.subList(from, to))));
                from = to;
                pieces = random.nextBoolean() ? copy(pieces) : pieces;
            }
            assertThat(bytes(pieces)).as("seed %d, round %d", seed, round).isEqualTo(expected);
            assertThat(pieces).hasSameHashCodeAs(set(ids));
        }
    }

    /** Runs and an array take the same space for these: what was a run before must not stay one. */
    @Test
    void bytesDoNotTellWhatWasStoredBefore() {
        DriverSet whole = set(List.of(1L, 2L, 3L, 4L, 10L));
        DriverSet grown = copy(set(List.of(1L, 2L, 3L, 4L)));
        grown.add(10);
        assertThat(grown).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(bytes(grown)).isEqualTo(bytes(whole));
    }

    @Test
    void addingLeavesTheOtherAsItIs() {
        DriverSet mine = set(List.of(1L, 1L << 40));
        DriverSet other = set(List.of(2L, 1L << 41));
        mine.addAll(other);
        mine.add(3);
        mine.add(1L << 42);
        assertThat(other).isEqualTo(set(List.of(2L, 1L << 41)));
    }

    /** Dense, sparse, huge and hashed ids, in the mixtures that make every kind of container. */
    private static List<Long> ids(Random random) {
        Set<Long> ids = new TreeSet<>();
        for (int cluster = random.nextInt(6); cluster >= 0; cluster--) {
            long base =
                    random.nextInt(4) == 0 ? random.nextLong() | 1 : 1 + (random.nextInt() & 0xFFFF_FFFFL) % 300_000;
            int size = 1 + random.nextInt(random.nextBoolean() ? 20 : 9000);
            int spread = 1 + random.nextInt(12);
            for (int i = 0; i < size; i++) {
                long id = base + (spread == 1 ? i : random.nextInt(size * spread));
                ids.add(id == 0 ? 1 : id);
            }
        }
        List<Long> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static DriverSet set(List<Long> ids) {
        DriverSet set = new DriverSet();
        ids.forEach(set::add);
        return set;
    }

    private static DriverSet union(DriverSet a, DriverSet b) {
        DriverSet union = copy(a);
        union.addAll(b);
        return union;
    }

    private static DriverSet copy(DriverSet set) {
        return DriverSet.read(ByteBuffer.wrap(bytes(set)));
    }

    private static byte[] bytes(DriverSet set) {
        ByteBuffer bytes = ByteBuffer.allocate(set.compactSize());
        set.write(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        return bytes.array();
    }

    private static List<Long> members(DriverSet set) {
        List<Long> members = new ArrayList<>();
        set.forEach(members::add);
        return members;
    }
}
