package rollcall.app.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Spark standalone cluster on this machine, made of nothing but Spark's own jars: a master and two workers with two
 * cores each. These are processes, as are the executors that a worker starts.
 */
public final class StandaloneCluster implements AutoCloseable {

    /** More than the two that Spark counts on before any executor has come. */
    public static final int CORES = 4;

    private static final int WORKERS = 2;
    private static final Pattern MASTER_URL = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("(Successfully registered with master)");

    private final Path directory;
    private final Path home;
    private final List<Path> links = new ArrayList<>();
    private final List<LoggedProcess> processes = new ArrayList<>();
    private final List<LoggedProcess> workers = new ArrayList<>();
    private String master;

    private StandaloneCluster(Path directory) {
        this.directory = directory;
        this.home = directory.resolve("home");
    }

    /**
     * Starts a cluster.
     *
     * @param directory where it keeps everything; the working directory of what it runs
     */
    public static StandaloneCluster start(Path directory) throws IOException {
        StandaloneCluster cluster = new StandaloneCluster(Files.createDirectories(directory));
        try {
            cluster.install(sparkJars());
            cluster.startProcesses();
            return cluster;
        } catch (IOException | RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private static List<Path> sparkJars() throws IOException {
        String classPath = Files.readString(Path.of(System.getProperty("rollcall.spark-class-path-file")));
        return Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }

    private void install(List<Path> jars) throws IOException {
        Path folder = Files.createDirectories(home.resolve("jars"));
        for (Path jar : jars) {
            links.add(Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar));
        }
    }

    private void startProcesses() throws IOException {
        LoggedProcess started = spark(
                "master",
                "org.apache.spark.deploy.master.Master",
                List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"),
                Map.of());
        master = started.awaitLogged(MASTER_URL);
        for (int i = 0; i < WORKERS; i++) {
            String work = directory.resolve("work-" + i).toString();
            workers.add(spark(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    List.of(
                            "--host",
                            "127.0.0.1",
                            "--port",
                            "0",
                            "--webui-port",
                            "0",
                            "--cores",
                            Integer.toString(CORES / WORKERS),
                            "--memory",
                            "1g",
                            "--work-dir",
                            work,
                            master),
                    Map.of()));
        }
        workers.forEach(worker -> worker.awaitLogged(REGISTERED));
    }

    /** The executors that run now. */
    public List<ProcessHandle> executors() {
        return workers.stream().flatMap(LoggedProcess::children).toList();
    }

    /** Has {@code spark-submit} run a job of Rollcall's to the end of its topic; the driver is the process returned. */
    public LoggedProcess submit(String name, Map<String, String> environment, Class<?> main) throws IOException {
        List<String> arguments = List.of(
                "--master",
                master,
                "--class",
                main.getName(),
                "--executor-memory",
                "512m",
                System.getProperty("rollcall.spark-jar"),
                "--once");
        return spark(name, "org.apache.spark.deploy.SparkSubmit", arguments, environment);
    }

    /** The same with a command of the distribution, which is the driver. */
    public LoggedProcess launch(String name, Map<String, String> environment, String command) throws IOException {
        Path launcher = Path.of(System.getProperty("rollcall.distribution"), "bin", "rollcall");
        return run(name, environment, launcher.toString(), command, "--once", "--master", master);
    }

    /** Runs a program that has the cluster's environment; it ends with the cluster. */
    private LoggedProcess run(String name, Map<String, String> environment, String... command) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SPARK_HOME", home.toString());
        all.put("SPARK_LOCAL_IP", "127.0.0.1");
        all.put("SPARK_LOCAL_DIRS", directory.resolve("local").toString());
        all.put("SPARK_SCALA_VERSION", "2.13");
        // All of them, executors too, live for seconds: too short for the second compiler to pay.
        all.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        LoggedProcess process = LoggedProcess.start(name, List.of(command), all, directory);
        processes.add(process);
        return process;
    }

    private LoggedProcess spark(String name, String main, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("rollcall.spark.jvm.flags").trim().split("\\s+")));
        command.addAll(List.of("-Xmx512m", "-cp", home.resolve("jars") + File.separator + "*", main));
        command.addAll(arguments);
        return run(name, environment, command.toArray(String[]::new));
    }

    @Override
    public void close() {
        processes.forEach(LoggedProcess::close);
        links.forEach(link -> link.toFile().delete()); // JUnit would warn of each of them
    }
}
