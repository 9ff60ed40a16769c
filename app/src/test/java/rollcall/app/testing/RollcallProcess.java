package rollcall.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import rollcall.config.MongoSettings;
import rollcall.store.Database;

/** A {@code rollcall} command as a process of its own, so that it can be killed. */
public final class RollcallProcess implements AutoCloseable {

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
     * Starts {@code rollcall run --embedded} and waits until it says where it is.
     *
     * @param kafkaPort 0 takes a free one; so does the database's
     */
    public static RollcallProcess run(Path directory, int kafkaPort, int mongoPort, Map<String, String> environment)
            throws IOException {
        return everything(
                directory,
                environment,
                "run",
                "--embedded",
                "--kafka-port",
                "" + kafkaPort,
                "--mongo-port",
                "" + mongoPort);
    }

    /** Starts the demo and waits until it says where it is. */
    public static RollcallProcess demo(Path directory, int drivers) throws IOException {
        return everything(
                directory, Map.of(), "demo", "--kafka-port", "0", "--mongo-port", "0", "--drivers", "" + drivers);
    }

    private static RollcallProcess everything(Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port", "0", "--data", "data"));
        RollcallProcess started = start(directory, environment, all);
        Waiting.await().until(() -> started.says(MONGO) || !started.process.isAlive());
        assertThat(started.says(MONGO)).as(started.output()).isTrue();
        return started;
    }

    /** Starts a command, in a directory that may have a configuration file. */
    public static RollcallProcess start(Path directory, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(System.getProperty("rollcall.spark.jvm.flags", "").split("\\s+"))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        // It lives for seconds: too short for the second compiler to pay.
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(ROLLCALL|KAFKA|MONGO)_.*"));
        builder.environment().putAll(environment);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return new RollcallProcess(builder.start(), output);
    }

    private boolean says(Pattern pattern) throws IOException {
        return pattern.matcher(output()).find();
    }

    /** What it has printed so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Host and port of the page. */
    public String page() throws IOException {
        return said(PAGE);
    }

    /** What the server answers to a call, such as {@code /reports}. */
    public JsonNode get(String call) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + page() + call))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    public String brokers() throws IOException {
        return "127.0.0.1:" + kafkaPort();
    }

    public int kafkaPort() throws IOException {
        return Integer.parseInt(said(KAFKA));
    }

    public int mongoPort() throws IOException {
        return Integer.parseInt(said(MONGO));
    }

    /** The embedded database. */
    public Database openDatabase() throws IOException {
        return Database.open(new MongoSettings("mongodb://127.0.0.1:" + mongoPort(), "rollcall"));
    }

    /** Waits until so many offsets of a topic have been counted. */
    public void awaitCounted(String topic, long atLeast) throws IOException {
        try (Database database = openDatabase()) {
            Waiting.await()
                    .until(() -> database.ledger().frontier(topic).offsets().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            >= atLeast);
        }
    }

    private String said(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(output());
        assertThat(matcher.find()).as(output()).isTrue();
        return matcher.group(1);
    }

    /** SIGKILL: nothing is flushed, no hook runs. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it has ended by itself, and returns its exit code. */
    public int awaitEnd() {
        Waiting.await().until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** SIGTERM; says whether it ended in order within so many seconds. */
    public boolean terminate(int seconds) throws InterruptedException {
        process.toHandle().destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 128 + 15;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
