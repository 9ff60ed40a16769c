package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LongSetTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTreeSet(long seed) {
        Random random = new Random(seed);
        LongSet set = new LongSet();
        Set<Long> expected = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextInt(10) == 0 ? 1L << random.nextInt(64) : random.nextLong() >> random.nextInt(60);
            if (value != 0) {
                set.add(value);
                expected.add(value);
            }
            assertThat(set.size()).as("seed %d", seed).isEqualTo(expected.size());
        }
        assertThat(set.sorted()).as("seed %d", seed).containsExactly(expected.toArray(Long[]::new));
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextLong() >> random.nextInt(60);
            assertThat(set.contains(value)).as("seed %d, %d", seed, value).isEqualTo(expected.contains(value));
        }
    }

    @Test
    void zeroIsNoMember() {
        LongSet set = new LongSet();
        set.add(5);
        assertThat(set.contains(0)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> set.add(0));
    }

    @Test
    void holdsExtremes() {
        LongSet set = new LongSet();
        set.add(Long.MAX_VALUE);
        set.add(Long.MIN_VALUE);
        set.add(-1);
        set.add(-1);
        assertThat(set.sorted()).containsExactly(Long.MIN_VALUE, -1, Long.MAX_VALUE);
    }

    @Test
    void unionHoldsBoth() {
        LongSet odd = new LongSet();
        LongSet even = new LongSet();
        for (long i = 1; i < 1000; i += 2) {
            odd.add(i << 33);
            even.add(i + 1 << 33);
        }
        odd.addAll(even);
        assertThat(odd.size()).isEqualTo(1000);
        assertThat(even.size()).isEqualTo(500);
        assertThat(odd.contains(1000L << 33)).isTrue();
    }
}
