package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner and {@link PingOracle} never disagree, on millions of records. */
final class PingScannerOracleTest {

    private static final int RECORDS = 500_000;
    private static final long RECORD_MILLIS = 1_514_779_245_678L;
    private static final long MAX_AHEAD_MILLIS = 300_000;
    private static final long MAX_LATE_MILLIS = 3_600_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithJackson(long seed) {
        RandomPings pings = new RandomPings(seed, RECORD_MILLIS);
        PingOracle oracle = new PingOracle(MAX_AHEAD_MILLIS, MAX_LATE_MILLIS);
        PingScanner scanner = new PingScanner(MAX_AHEAD_MILLIS, MAX_LATE_MILLIS);
        int accepted = 0;
        Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
        for (int i = 0; i < RECORDS; i++) {
            byte[] json = pings.next();
            PingOracle.Answer expected = oracle.answer(json, RECORD_MILLIS);
            PingOracle.Answer actual = answer(scanner, json, i % 7);
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
            if (expected.rejection() == null) {
                accepted++;
            } else {
                rejected.merge(expected.rejection(), 1, Integer::sum);
            }
        }
        // Else the records would prove nothing.
        assertThat(accepted).as("accepted, seed %d", seed).isGreaterThan(RECORDS / 10);
        for (Rejection reason : Rejection.values()) {
            assertThat(rejected.getOrDefault(reason, 0))
                    .as("%s, seed %d", reason, seed)
                    .isGreaterThan(RECORDS / 200);
        }
    }

    /** Scans the record amid other bytes, which must not matter. */
    private static PingOracle.Answer answer(PingScanner scanner, byte[] json, int offset) {
        byte[] bytes = new byte[offset + json.length + 9];
        Arrays.fill(bytes, (byte) '1');
        System.arraycopy(json, 0, bytes, offset, json.length);
        Rejection rejection = scanner.scan(bytes, offset, json.length, RECORD_MILLIS);
        return rejection != null
                ? PingOracle.Answer.no(rejection)
                : new PingOracle.Answer(
                        null, scanner.driver(), scanner.epochMilli(), scanner.available(), scanner.city());
    }
}
