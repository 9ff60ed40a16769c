package rollcall.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Kafka, the database, or both in a JVM of their own, so that it can be killed. */
final class EmbeddedProcess implements AutoCloseable {

    static final String TOPIC = "pings";
    static final int PARTITIONS = 3;

    private final Process process;
    private final String address;

    private EmbeddedProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    enum Part {
        KAFKA,
        MONGO,
        BOTH
    }

    static EmbeddedProcess start(Part part, Path data, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                System.getProperty("rollcall.spark.jvm.flags", "").trim().split("\\s+")));
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(EmbeddedProcess.class.getName(), part.name(), data.toString(), Integer.toString(port)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String address = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (address == null) {
            throw new IllegalStateException("the process did not start; its error output says why");
        }
        return new EmbeddedProcess(process, address);
    }

    /** Runs until its standard input ends. */
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[1]);
        int port = Integer.parseInt(args[2]);
        switch (Part.valueOf(args[0])) {
            case KAFKA -> {
                try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port, Map.of(TOPIC, PARTITIONS))) {
                    runAt(kafka.brokers());
                }
            }
            case MONGO -> {
                try (EmbeddedMongo mongo = EmbeddedMongo.start(data, port)) {
                    runAt(mongo.uri());
                }
            }
            case BOTH -> {
                try (Embedded both = Embedded.start(data, port, 0, Map.of(TOPIC, PARTITIONS))) {
                    runAt(both.kafka().brokers());
                }
            }
        }
    }

    private static void runAt(String address) throws IOException {
        System.out.println(address);
        while (System.in.read() >= 0) {}
    }

    /** Where clients connect. */
    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: nothing is flushed, no hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it in order; says whether it did within the time. */
    boolean stop(int seconds) throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
