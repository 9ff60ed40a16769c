package rollcall.presence;

import rollcall.json.RandomJson;
import rollcall.json.ScannerOracleTest;

final class PingScannerOracleTest extends ScannerOracleTest<PingOracle.Answer, Rejection> {

    private final PingOracle oracle = new PingOracle(MAX_AHEAD_MILLIS, MAX_LATE_MILLIS);
    private final PingScanner scanner = new PingScanner(MAX_AHEAD_MILLIS, MAX_LATE_MILLIS);

    PingScannerOracleTest() {
        super(Rejection.class);
    }

    @Override
    protected RandomJson records(long seed) {
        return new RandomPings(seed, RECORD_MILLIS);
    }

    @Override
    protected PingOracle.Answer oracle(byte[] json) {
        return oracle.answer(json, RECORD_MILLIS);
    }

    @Override
    protected PingOracle.Answer scan(byte[] bytes, int offset, int length) {
        Rejection rejection = scanner.scan(bytes, offset, length, RECORD_MILLIS);
        return rejection != null
                ? PingOracle.Answer.no(rejection)
                : new PingOracle.Answer(
                        null, scanner.driver(), scanner.epochMilli(), scanner.available(), scanner.city());
    }

    @Override
    protected Rejection rejection(PingOracle.Answer answer) {
        return answer.rejection();
    }
}
