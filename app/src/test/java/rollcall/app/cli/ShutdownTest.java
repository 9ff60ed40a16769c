package rollcall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path directory;

    private Process child;

    @AfterEach
    void endChild() {
        if (child != null) {
            child.destroyForcibly();
        }
    }

    @Test
    void closesInReverseOrderAndEachOnce() {
        List<String> closed = new ArrayList<>();
        Shutdown shutdown = Shutdown.onSignals();
        shutdown.owns(() -> closed.add("first"));
        shutdown.owns(() -> closed.add("second"));

        shutdown.close();
        shutdown.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesTheOthersWhenOneFails() {
        List<String> closed = new ArrayList<>();
        Shutdown shutdown = Shutdown.onSignals();
        shutdown.owns(() -> closed.add("first"));
        shutdown.owns(() -> {
            throw new IOException("on purpose");
        });

        shutdown.close();

        assertThat(closed).containsExactly("first");
    }

    @Test
    void closesAtOnceWhatComesAfterTheEnd() {
        List<String> closed = new ArrayList<>();
        Shutdown shutdown = Shutdown.onSignals();
        shutdown.close();

        assertThatThrownBy(() -> shutdown.owns(() -> closed.add("late"))).hasMessage("the process is ending");
        assertThat(closed).containsExactly("late");
    }

    @Test
    void closesBeforeSparkDoesWhenTerminated() throws Exception {
        List<String> said = terminate("waits", 100);

        assertThat(child.exitValue()).isEqualTo(TERMINATED);
        assertThat(said).containsSubsequence("closing, Spark stopped: false", "query stopped, Spark stopped: false");
    }

    @Test
    void endsHardWhenSomethingDoesNotClose() throws Exception {
        List<String> said = terminate("stuck", 1);

        assertThat(child.exitValue()).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("not closed within 1 s"));
    }

    @Test
    void closesWhenMainReturns() throws Exception {
        child = start("leaves", 100);
        List<String> said = child.inputReader().lines().toList();

        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
        assertThat(said).containsSubsequence("up", "closing, Spark stopped: false");
    }

    /** Starts the scenario, sends it SIGTERM once it is up, and returns what it said from then on. */
    private List<String> terminate(String how, int limitSeconds) throws Exception {
        child = start(how, limitSeconds);
        BufferedReader output = child.inputReader();
        List<String> before = new ArrayList<>();
        for (String line = output.readLine(); !"up".equals(line); line = output.readLine()) {
            assertThat(line).as("the child ended after %s", before).isNotNull();
            before.add(line);
        }
        child.toHandle().destroy(); // not child.destroy(): that closes its output, too
        List<String> said = output.lines().toList();
        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private Process start(String how, int limitSeconds) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("rollcall.spark.jvm.flags").split(" ")));
        command.addAll(List.of("-Djava.io.tmpdir=" + directory, "-Dspark.driver.host=127.0.0.1"));
        command.addAll(List.of("-Dspark.driver.bindAddress=127.0.0.1"));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ShutdownScenario.class.getName(),
                how,
                "" + limitSeconds));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
