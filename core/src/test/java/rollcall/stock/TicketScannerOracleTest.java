package rollcall.stock;

import java.util.HashMap;
import java.util.Map;
import rollcall.json.RandomJson;
import rollcall.json.ScannerOracleTest;

final class TicketScannerOracleTest extends ScannerOracleTest<TicketOracle.Answer, TicketRejection> {

    private final TicketOracle oracle = new TicketOracle(MAX_AHEAD_MILLIS, MAX_LATE_MILLIS);
    private final TicketScanner scanner = new TicketScanner(MAX_AHEAD_MILLIS, MAX_LATE_MILLIS);

    TicketScannerOracleTest() {
        super(TicketRejection.class);
    }

    @Override
    protected RandomJson records(long seed) {
        return new RandomTickets(seed, RECORD_MILLIS);
    }

    @Override
    protected TicketOracle.Answer oracle(byte[] json) {
        return oracle.answer(json, RECORD_MILLIS);
    }

    @Override
    protected TicketOracle.Answer scan(byte[] bytes, int offset, int length) {
        TicketRejection rejection = scanner.scan(bytes, offset, length, RECORD_MILLIS);
        if (rejection != null) {
            return TicketOracle.Answer.no(rejection);
        }
        Map<String, TicketOracle.Line> lines = new HashMap<>();
        for (int i = 0; i < scanner.size(); i++) {
            TicketOracle.Line line = new TicketOracle.Line(scanner.level(i), scanner.quantity(i));
            if (lines.put(scanner.product(i), line) != null) {
                throw new AssertionError("two lines of " + scanner.product(i));
            }
        }
        return new TicketOracle.Answer(null, scanner.city(), scanner.state(), scanner.epochMilli(), lines);
    }

    @Override
    protected TicketRejection rejection(TicketOracle.Answer answer) {
        return answer.rejection();
    }
}
