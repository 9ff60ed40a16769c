package rollcall.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import rollcall.stock.TicketScanner;

/** How long the scanner takes for a ticket, whose products are all in its Cart and in its Inventory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TicketScannerBenchmark {

    private static final long RECORD_MILLIS = 1_514_779_245_000L;

    @Param({"5", "30", "500"})
    private int products;

    private final TicketScanner scanner = new TicketScanner(300_000, Long.MAX_VALUE);
    private byte[][] tickets;
    private int next;

    /** Of several stores with other products, so that no branch is learnt by heart. */
    @Setup
    public void encode() {
        tickets = IntStream.range(0, 64)
                .mapToObj(store -> ticket(store).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private String ticket(int store) {
        return "{\"City\":\"City " + store * 37 % 50 + "\",\"State\":\"TX\",\"Counter\":3,\"Cart\":" + amounts(store, 1)
                + ",\"Inventory\":" + amounts(store, 9_871 + 7 * store) + "}";
    }

    private String amounts(int store, int amount) {
        return IntStream.range(0, products)
                .mapToObj(i -> "\"" + (store * 31 + i * 7) % 1_000 + "\":" + (amount + i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Benchmark
    public long scan() {
        byte[] ticket = tickets[next++ & 63];
        if (scanner.scan(ticket, 0, ticket.length, RECORD_MILLIS) != null || scanner.size() != products) {
            throw new IllegalStateException("rejected: " + new String(ticket, StandardCharsets.UTF_8));
        }
        return scanner.level(0);
    }
}
