package rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A scanner and its oracle never disagree, on millions of records.
 *
 * @param <A> an answer: a reason or a record's parts
 * @param <R> the reasons
 */
public abstract class ScannerOracleTest<A, R extends Enum<R>> {

    protected static final long RECORD_MILLIS = 1_514_779_245_678L;
    protected static final long MAX_AHEAD_MILLIS = 300_000;
    protected static final long MAX_LATE_MILLIS = 3_600_000;

    private static final int RECORDS = 500_000;

    private final Class<R> reasons;

    protected ScannerOracleTest(Class<R> reasons) {
        this.reasons = reasons;
    }

    protected abstract RandomJson records(long seed);

    protected abstract A oracle(byte[] json);

    protected abstract A scan(byte[] bytes, int offset, int length);

    /** The answer's reason, null if it has none. */
    protected abstract R rejection(A answer);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithJackson(long seed) {
        RandomJson records = records(seed);
        int accepted = 0;
        Map<R, Integer> rejected = new EnumMap<>(reasons);
        for (int i = 0; i < RECORDS; i++) {
            byte[] json = records.next();
            A expected = oracle(json);
            A actual = scanAmidOtherBytes(json, i % 7);
            if (!expected.equals(actual)) {
                assertThat(actual)
                        .as(
                                "seed %d, record %d: %s (%s)",
                                seed,
                                i,
                                new String(json, StandardCharsets.UTF_8),
                                HexFormat.of().formatHex(json))
                        .isEqualTo(expected);
            }
            if (rejection(expected) == null) {
                accepted++;
            } else {
                rejected.merge(rejection(expected), 1, Integer::sum);
            }
        }
        // Else the records would prove nothing.
        assertThat(accepted).as("accepted, seed %d", seed).isGreaterThan(RECORDS / 10);
        for (R reason : reasons.getEnumConstants()) {
            assertThat(rejected.getOrDefault(reason, 0))
                    .as("%s, seed %d", reason, seed)
                    .isGreaterThan(RECORDS / 200);
        }
    }

    /** The other bytes must not matter. */
    private A scanAmidOtherBytes(byte[] json, int offset) {
        byte[] bytes = new byte[offset + json.length + 9];
        Arrays.fill(bytes, (byte) '1');
        System.arraycopy(json, 0, bytes, offset, json.length);
        return scan(bytes, offset, json.length);
    }
}
