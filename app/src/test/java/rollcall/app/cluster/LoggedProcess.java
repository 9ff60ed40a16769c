package rollcall.app.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process whose output goes to files. */
public final class LoggedProcess implements AutoCloseable {

    private static final int LINES_SHOWN = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;
    private final Path log;

    private LoggedProcess(Process process, Path output, Path log) {
        this.process = process;
        this.output = output;
        this.log = log;
    }

    /**
     * Starts a process.
     *
     * @param name what its files are called
     * @param directory its working directory, which also gets the files
     */
    static LoggedProcess start(String name, List<String> command, Map<String, String> environment, Path directory)
            throws IOException {
        Path output = directory.resolve(name + ".out");
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(log.toFile());
        builder.environment().putAll(environment);
        return new LoggedProcess(builder.start(), output, log);
    }

    /** Waits for the process to log something, and returns the pattern's first group. */
    String awaitLogged(Pattern pattern) {
        return await().atMost(PATIENCE)
                .failFast(this::requireRunning)
                .until(() -> find(pattern), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> find(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(log));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Waits for the process's orderly end, and returns what it printed.
     *
     * @throws IllegalStateException with the end of its log, if it has not ended well by then
     */
    public String awaitOutput() throws IOException, InterruptedException {
        if (awaitExit() != 0) {
            throw ended();
        }
        return Files.readString(output);
    }

    /**
     * Waits for the process to fail, and returns what it logged.
     *
     * @throws IllegalStateException with the end of its log, if it ended well or has not ended by then
     */
    public String awaitFailure() throws IOException, InterruptedException {
        if (awaitExit() == 0) {
            throw ended();
        }
        return Files.readString(log);
    }

    private int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Still running after " + PATIENCE + "; last logged:\n" + lastLines());
        }
        return process.exitValue();
    }

    /**
     * Waits for something to become true while the process runs.
     *
     * @throws IllegalStateException with the end of its log, if the process has ended
     */
    public void awaitWhileRunning(Callable<Boolean> condition) {
        await().atMost(PATIENCE).failFast(this::requireRunning).until(condition);
    }

    private void requireRunning() {
        if (!process.isAlive()) {
            throw ended();
        }
    }

    private IllegalStateException ended() {
        return new IllegalStateException("Ended with " + process.exitValue() + "; last logged:\n" + lastLines());
    }

    Stream<ProcessHandle> children() {
        return process.children();
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the process, and those it started, at once. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }
}
