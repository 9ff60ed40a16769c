package rollcall.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rollcall.presence.PingScanner;

/** How many pings a second the scanner reads on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScannerBenchmark {

    @Param({
        "{\"driver_id\": 81234, \"timestamp\": 1514779245, \"on_duty\": 1}",
        "{\"driver_id\":81234,\"timestamp\":1514779245,\"on_duty\":1,\"city\":\"Austin\"}",
        "{\"driver_id\":\"driver-81234\",\"timestamp\":\"2018-01-01T04:00:45Z\",\"on_duty\":true,\"city\":\"Austin\"}"
    })
    private String ping;

    private final PingScanner scanner = new PingScanner(300_000, Long.MAX_VALUE);
    private byte[] bytes;

    @Setup
    public void encode() {
        bytes = ping.getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public long scan() {
        if (scanner.scan(bytes, 0, bytes.length, 1_514_779_245_000L) != null) {
            throw new IllegalStateException("rejected: " + ping);
        }
        return scanner.driver();
    }
}
