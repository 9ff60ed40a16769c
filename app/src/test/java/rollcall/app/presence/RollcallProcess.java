package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rollcall.app.Main;

/** {@code rollcall run --embedded} or {@code rollcall demo} as a process of its own, so that it can be killed. */
final class RollcallProcess implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("The page is at http://(\\S+)/");
    private static final Pattern KAFKA = Pattern.compile("Kafka +127\\.0\\.0\\.1:(\\d+) ");
    private static final Pattern MONGO = Pattern.compile("database +mongodb://127\\.0\\.0\\.1:(\\d+) ");

    private final Process process;
    private final Path output;

    private RollcallProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it and waits until it says where it is.
     *
     * @param kafkaPort 0 takes a free one; so does the database's
     */
    static RollcallProcess run(Path directory, int kafkaPort, int mongoPort, long maxRecordsPerBatch)
            throws IOException {
        return start(
                directory,
                Map.of("ROLLCALL_PRESENCE_MAX_RECORDS_PER_BATCH", Long.toString(maxRecordsPerBatch)),
                List.of("run", "--embedded", "--kafka-port", "" + kafkaPort, "--mongo-port", "" + mongoPort));
    }

    /** Starts the demo and waits until it says where it is. */
    static RollcallProcess demo(Path directory, int drivers) throws IOException {
        return start(
                directory,
                Map.of(),
                List.of("demo", "--kafka-port", "0", "--mongo-port", "0", "--drivers", "" + drivers));
    }

    private static RollcallProcess start(Path directory, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(System.getProperty("rollcall.spark.jvm.flags", "").split("\\s+"))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        command.addAll(List.of("--port", "0", "--data", "data"));
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(ROLLCALL|KAFKA|MONGO)_.*"));
        builder.environment().putAll(environment);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        RollcallProcess started = new RollcallProcess(builder.start(), output);
        Workbench.await().until(() -> started.says(MONGO) || !started.process.isAlive());
        assertThat(started.says(MONGO)).as(started.output()).isTrue();
        return started;
    }

    private boolean says(Pattern pattern) throws IOException {
        return pattern.matcher(output()).find();
    }

    /** What it has printed so far. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** Host and port of the page. */
    String page() throws IOException {
        return said(PAGE);
    }

    int kafkaPort() throws IOException {
        return Integer.parseInt(said(KAFKA));
    }

    int mongoPort() throws IOException {
        return Integer.parseInt(said(MONGO));
    }

    private String said(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(output());
        assertThat(matcher.find()).as(output()).isTrue();
        return matcher.group(1);
    }

    /** SIGKILL: nothing is flushed, no hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; says whether it ended in order within so many seconds. */
    boolean terminate(int seconds) throws InterruptedException {
        process.toHandle().destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 128 + 15;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
