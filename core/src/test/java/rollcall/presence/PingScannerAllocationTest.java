package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PingScannerAllocationTest {

    private static final int SCANS = 100_000;

    private final PingScanner scanner = new PingScanner(300_000, Long.MAX_VALUE);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"driver_id\": 81234, \"timestamp\": 1514779245, \"on_duty\": 1}",
                "{\"driver_id\":\"d-81234\",\"timestamp\":\"2018-01-01T04:00:45.123+01:00\",\"on_duty\":true,\"city\":\"Austin\"}",
                "{\"driver_id\":9223372036854775808,\"timestamp\":1.514779245e9,\"on_duty\":1.0,\"city\":\"S\\u00e3o Paulo\"}",
                "{\"driver_id\":7,\"timestamp\":1514779245,\"on_duty\":1,\"x\":{\"y\":[1,\"\\n\",{\"z\":null}]}}",
            })
    void allocatesNothingPerPing(String ping) {
        byte[] bytes = ping.getBytes(StandardCharsets.UTF_8);
        scan(bytes, 1000); // loads classes, grows buffers, meets the city
        long before = threads.getCurrentThreadAllocatedBytes();
        scan(bytes, SCANS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(SCANS); // the measuring itself takes a few bytes
    }

    private void scan(byte[] bytes, int times) {
        for (int i = 0; i < times; i++) {
            Rejection rejection = scanner.scan(bytes, 0, bytes.length, 1_514_779_245_678L);
            if (rejection != null) {
                throw new AssertionError(rejection);
            }
        }
    }
}
