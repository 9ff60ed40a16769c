package rollcall.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.app.Main;

/**
 * How long it takes from a ping's append to Kafka until {@code /api/presence/last} counts it, at a steady load: everything
 * embedded in one process, the load and the observer in this one.
 *
 * <p>Twenty times a second a driver never seen before sends a ping; all these go to one partition, so that they become
 * visible in the order in which they were sent, and the growth of the count tells which of them are visible.
 */
public final class Latency {

    private static final int DRIVERS = 100_000;
    private static final int FIRST_PROBE = 10_000_000;
    private static final int WARM_UP_SECONDS = 30;

    private final KafkaProducer<byte[], byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final int rate;
    private final long end;
    private final Queue<Long> appended = new ConcurrentLinkedQueue<>();

    private Latency(String brokers, int rate, int seconds) {
        this.rate = rate;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 2),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Path data = Files.createTempDirectory("rollcall-latency");
        try (Child rollcall = Child.start(
                "2g",
                Map.of(),
                Main.class,
                "run",
                "--embedded",
                "--port",
                "0",
                "--kafka-port",
                "0",
                "--mongo-port",
                "0",
                "--data",
                data.toString())) {
            String page = rollcall.nextLine().replaceAll(".* ", "");
            String brokers = rollcall.nextLine().split(" +")[1];
            new Latency(brokers, rate, seconds + WARM_UP_SECONDS).measure(page);
            rollcall.terminate();
        }
    }

    private void measure(String page) throws Exception {
        Thread load = new Thread(this::load, "load");
        Thread probes = new Thread(this::probe, "probes");
        load.start();
        // All drivers of the load must have been counted: from then on only probes add to the count.
        settle(page);
        probes.start();
        long measuredFrom = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS / 2);
        List<Double> millis = new ArrayList<>();
        int visible = 0;
        while (probes.isAlive() || !appended.isEmpty()) {
            int now = online(page) - DRIVERS;
            long seen = System.nanoTime();
            for (; visible < now; visible++) {
                long sent = appended.remove();
                if (sent > measuredFrom) {
                    millis.add((seen - sent) / 1e6);
                }
            }
            LockSupport.parkNanos(2_000_000);
        }
        load.join();
        producer.close();
        report(millis);
    }

    private void report(List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(d -> d).sorted().toArray();
        System.out.printf("%,d pings/s, %d probes, from append to /api/presence/last%n", rate, sorted.length);
        for (double percent : new double[] {50, 90, 99, 100}) {
            int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
            System.out.printf("p%-3.0f %6.0f ms%n", percent, sorted[Math.max(0, index)]);
        }
    }

    private void load() {
        long begin = System.nanoTime();
        for (long sent = 0; System.nanoTime() < end; sent++) {
            long due = begin + sent * 1_000_000_000 / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(1_000_000);
            }
            long second = System.currentTimeMillis() / 1000;
            producer.send(new ProducerRecord<>(
                    "pings",
                    (int) (sent % 4),
                    null,
                    PlainPings.ping(1 + (int) (sent % DRIVERS), second, sent % 3 != 0)));
        }
    }

    private void probe() {
        for (int probe = 0; System.nanoTime() < end; probe++) {
            long second = System.currentTimeMillis() / 1000;
            producer.send(
                    new ProducerRecord<>("pings", 0, null, PlainPings.ping(FIRST_PROBE + probe, second, true)),
                    (where, failure) -> appended.add(System.nanoTime()));
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void settle(String page) throws IOException, InterruptedException {
        while (online(page) < DRIVERS) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private int online(String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page + "api/presence/last?minutes=60"))
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body())
                .get("online")
                .asInt();
    }
}
