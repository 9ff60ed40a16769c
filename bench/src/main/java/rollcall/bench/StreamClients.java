package rollcall.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.app.Main;

/**
 * What {@code rollcall serve} takes of a processor for many clients of {@code /api/stream} while a driver never seen before
 * sends a ping every second; and whether each client gets every update. The server is a process of its own; so are the
 * presence job, and the broker with the database. The clients are in this one.
 */
public final class StreamClients {

    private static final int FIRST_DRIVER = 100_000;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SETTLE_SECONDS = 10;

    private StreamClients() {}

    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path directory = Files.createTempDirectory("rollcall-stream");
        ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
        try (Child peers = Child.start("1g", Map.of(), Peers.class, directory.toString())) {
            String brokers = peers.nextLine();
            Map<String, String> environment = Map.of("KAFKA_BROKERS", brokers, "MONGO_URI", peers.nextLine());
            try (Child job = Child.start("1g", environment, Main.class, "presence");
                    Child server = Child.start("512m", environment, Main.class, "serve", "--port", "0");
                    KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                            Map.of("bootstrap.servers", brokers),
                            new ByteArraySerializer(),
                            new ByteArraySerializer())) {
                URI stream = URI.create(server.nextLine().replaceAll(".* ", "") + "api/stream");
                load.scheduleAtFixedRate(pings(producer), 0, 1, TimeUnit.SECONDS);
                List<StreamListener> listeners = listen(stream, clients);
                measure(server, listeners, seconds);
                load.shutdownNow();
                check(listeners);
                server.terminate();
                job.terminate();
            } finally {
                load.shutdownNow();
            }
        }
    }

    private static Runnable pings(KafkaProducer<byte[], byte[]> producer) {
        AtomicInteger driver = new AtomicInteger(FIRST_DRIVER);
        return () -> producer.send(new ProducerRecord<>(
                "pings", PlainPings.ping(driver.getAndIncrement(), System.currentTimeMillis() / 1000, true)));
    }

    private static List<StreamListener> listen(URI stream, int clients) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(stream).build();
        return Stream.generate(StreamListener::new)
                .limit(clients)
                .peek(client -> http.sendAsync(request, BodyHandlers.fromLineSubscriber(client)))
                .toList();
    }

    private static void measure(Child server, List<StreamListener> clients, int seconds) throws InterruptedException {
        while (clients.stream().anyMatch(client -> client.updates() < WARM_UP_SECONDS)) {
            requireAll(clients);
            Thread.sleep(100);
        }
        long updatesBefore = updates(clients);
        Duration cpuBefore = server.cpu();
        long begun = System.nanoTime();
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        double cpu = server.cpu().minus(cpuBefore).toNanos() / 1e9;
        double elapsed = (System.nanoTime() - begun) / 1e9;
        long updates = (updates(clients) - updatesBefore) / clients.size();
        System.out.printf(
                Locale.ROOT,
                "%,d clients, %.0f s, %,d updates each: the server took %.3f s of a processor a second%n",
                clients.size(),
                elapsed,
                updates,
                cpu / elapsed);
    }

    /** Once nothing more is sent, all must come to the same event, and have missed none on the way. */
    private static void check(List<StreamListener> clients) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
        while (clients.stream().mapToLong(StreamListener::newest).distinct().count() > 1) {
            requireAll(clients);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Some clients did not get the newest update");
            }
            Thread.sleep(100);
        }
        long missed = clients.stream().mapToLong(StreamListener::missed).sum();
        if (missed > 0) {
            throw new IllegalStateException("Clients missed " + missed + " updates");
        }
        System.out.println("Every client got every update");
    }

    private static void requireAll(List<StreamListener> clients) {
        long ended = clients.stream().filter(StreamListener::hasEnded).count();
        if (ended > 0) {
            throw new IllegalStateException("The streams of " + ended + " clients have ended");
        }
    }

    private static long updates(List<StreamListener> clients) {
        return clients.stream().mapToLong(StreamListener::updates).sum();
    }
}
