package rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rollcall.app.cli.Errors;
import rollcall.app.cli.Rollcall;
import rollcall.app.cli.SettingsCommand;
import rollcall.app.cli.Surroundings;
import rollcall.config.Configuration;
import rollcall.config.Keys;

class CommandLineTest {

    @TempDir
    Path directory;

    @Test
    void helpAndVersionEndWell() {
        assertThat(run("--help").code).isZero();
        assertThat(run("--version").out)
                .contains("rollcall 0.", "Spark 4", "Java " + System.getProperty("java.version"));
        assertThat(run("config", "--help").out).contains("--json", "--config=FILE", "--debug");
    }

    @Test
    void callWithoutCommandShowsUsageOnStandardError() {
        Outcome outcome = run();

        assertThat(outcome.code).isEqualTo(2);
        assertThat(outcome.err).contains("Missing command", "Usage: rollcall", "config");
        assertThat(outcome.out).isEmpty();
    }

    @Test
    void misspeltCommandAndFlagAreUsageErrorsWithSuggestion() {
        assertThat(run("confg")).satisfies(outcome -> {
            assertThat(outcome.code).isEqualTo(2);
            assertThat(outcome.err).contains("'confg'", "rollcall config");
        });
        assertThat(run("config", "--jsn").err).contains("'--jsn'", "--json");
    }

    @Test
    void configListsValuesWithTheirSources() throws IOException {
        Files.writeString(directory.resolve("rollcall.conf"), "server.port = 9999");

        Outcome outcome = run("config");

        assertThat(outcome.code).isZero();
        assertThat(outcome.out)
                .containsPattern("(?m)^server\\.port +9999 +.*rollcall\\.conf:1$")
                .containsPattern("(?m)^kafka\\.brokers +localhost:9092 +default$")
                .contains("Configuration file: " + directory.resolve("rollcall.conf"), "KAFKA_BROKERS  Bootstrap");
    }

    @Test
    void configTellsTheSameAsJson() throws IOException {
        JsonNode lines = new ObjectMapper().readTree(run("config", "--json").out);

        assertThat(lines.get(0).get("key").asText()).isEqualTo("kafka.brokers");
        assertThat(lines).hasSize(Keys.ALL.size());
    }

    @Test
    void allProblemsAreListedAtOnce() throws IOException {
        Path file = Files.writeString(directory.resolve("other.conf"), "mongo.databas = x\nspark.master = moon");

        Outcome outcome = run("config", "--config", file.toString());

        assertThat(outcome.code).isEqualTo(2);
        assertThat(outcome.err).contains("2 problems", "did you mean mongo.database?", "other.conf:2", "local[*]");
    }

    @Test
    void keysOfCommandBecomeFlagsThatWin() throws IOException {
        Files.writeString(directory.resolve("rollcall.conf"), "server.port = 9999");

        assertThat(run("echo", "--port", "1234").out).isEqualToIgnoringNewLines("port 1234");
        assertThat(run("echo").out).isEqualToIgnoringNewLines("port 9999");
        assertThat(run("echo", "--port", "x").err).contains("server.port = \"x\"", "flag --port");
        assertThat(run("echo", "--help").out).contains("--port=PORT", "Default: 8080 (server.port)");
    }

    @Test
    void failureIsOneLineUnlessStackTracesAreAskedFor() {
        assertThat(run("fail")).satisfies(outcome -> {
            assertThat(outcome.code).isEqualTo(1);
            assertThat(outcome.err).isEqualToIgnoringNewLines("rollcall fail: no broker there: connection refused");
        });
        assertThat(run("fail", "--debug").err).contains("at rollcall.app", "Caused by");
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome run(String... arguments) {
        Surroundings surroundings = new Surroundings(Map.of(), directory, Optional.empty());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine(surroundings);
        Rollcall rollcall = line.getCommand();
        line.addSubcommand(new Echo(rollcall).commandLine()).addSubcommand(new Fail(rollcall).commandLine());
        int code = Errors.shownBriefly(line, rollcall)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    @CommandLine.Command(name = "echo")
    private static final class Echo extends SettingsCommand {

        Echo(Rollcall rollcall) {
            super(rollcall, Keys.SERVER_PORT);
        }

        @Override
        protected int run(Configuration configuration) {
            out().println("port " + configuration.settings().server().port());
            return 0;
        }
    }

    @CommandLine.Command(name = "fail")
    private static final class Fail extends SettingsCommand {

        Fail(Rollcall rollcall) {
            super(rollcall);
        }

        @Override
        protected int run(Configuration configuration) throws IOException {
            throw new IOException("no broker\n there", new IOException("connection refused"));
        }
    }
}
