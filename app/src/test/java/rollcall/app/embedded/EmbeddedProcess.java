package rollcall.app.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Kafka and the database in a JVM of their own, so that it can be killed. */
final class EmbeddedProcess implements AutoCloseable {

    static final String TOPIC = "pings";
    static final int PARTITIONS = 3;

    private final Process process;
    private final String brokers;
    private final String uri;

    private EmbeddedProcess(Process process, String brokers, String uri) {
        this.process = process;
        this.brokers = brokers;
        this.uri = uri;
    }

    static EmbeddedProcess start(Path data, int kafkaPort, int mongoPort) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                System.getProperty("rollcall.spark.jvm.flags", "").trim().split("\\s+")));
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                EmbeddedProcess.class.getName(),
                data.toString(),
                Integer.toString(kafkaPort),
                Integer.toString(mongoPort)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String brokers = output.readLine();
        String uri = output.readLine();
        if (uri == null) {
            throw new IllegalStateException("the process did not start: " + brokers);
        }
        return new EmbeddedProcess(process, brokers, uri);
    }

    /** Runs until its standard input ends. */
    public static void main(String[] args) throws IOException {
        try (Embedded embedded = Embedded.start(
                Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), Map.of(TOPIC, PARTITIONS))) {
            System.out.println(embedded.kafka().brokers());
            System.out.println(embedded.mongo().uri());
            while (System.in.read() >= 0) {}
        } catch (EmbeddedStartException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    String brokers() {
        return brokers;
    }

    String uri() {
        return uri;
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
