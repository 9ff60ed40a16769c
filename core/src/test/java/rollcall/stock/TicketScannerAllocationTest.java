package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketScannerAllocationTest {

    private static final int SCANS = 100_000;

    private final TicketScanner scanner = new TicketScanner(300_000, Long.MAX_VALUE);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long seen;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"City\":\"Austin\",\"State\":\"TX\",\"Counter\":3,\"Cart\":{\"0\":2,\"3\":1},\"Inventory\":{\"0\":9998,\"1\":10000,\"3\":9871}}",
                "{\"Inventory\":{\"a\\u0062c\":3e2},\"State\":\"SP\",\"City\":\"S\\u00e3o Paulo\",\"Timestamp\":\"2018-01-01T04:00:45.123+01:00\"}",
                "{\"City\":\"A\",\"State\":\"B\",\"Cart\":{\"0\":1},\"x\":[{\"y\":1}],\"Cart\":{\"1\":1,\"1\":2.0},\"Timestamp\":1514779245}"
            })
    void allocatesNothingPerTicket(String ticket) {
        byte[] bytes = ticket.getBytes(StandardCharsets.UTF_8);
        scan(bytes, 1000); // loads classes, grows buffers, meets the names
        long before = threads.getCurrentThreadAllocatedBytes();
        scan(bytes, SCANS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(SCANS); // the measuring itself takes a few bytes
    }

    private void scan(byte[] bytes, int times) {
        for (int i = 0; i < times; i++) {
            TicketRejection rejection = scanner.scan(bytes, 0, bytes.length, 1_514_779_245_678L);
            if (rejection != null) {
                throw new AssertionError(rejection);
            }
            for (int line = 0; line < scanner.size(); line++) {
                seen += scanner.product(line).length() + scanner.level(line) + scanner.quantity(line);
            }
        }
    }
}
