package rollcall.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import rollcall.config.ConfigLoader;
import rollcall.config.ConfigSources;
import rollcall.config.Settings;
import rollcall.store.Database;

/**
 * A job for spark-submit. Configured by a file and by the environment, as the command line is; the master is
 * spark-submit's. A signal ends it wherever it is: what was being written is written again by the next run.
 */
public final class SubmittedJob {

    private SubmittedJob() {}

    /** Makes a job. */
    public interface Factory {
        TopicJob job(Settings settings, SparkSession spark, Database database);
    }

    /**
     * Runs a job.
     *
     * @param arguments {@code --once}: read what is there, print a summary as JSON, and end; {@code --config FILE}:
     *     instead of {@code rollcall.conf} in the working directory
     * @throws IllegalArgumentException if there are others
     * @throws rollcall.config.InvalidConfiguration if the configuration has problems
     */
    public static void run(String[] arguments, Factory factory) throws IOException {
        Options options = Options.parse(arguments);
        Settings settings = ConfigLoader.load(new ConfigSources(options.file(), System.getenv(), List.of()))
                .settings();
        try (Database database = Database.open(settings.mongo());
                SparkSession spark = SparkEngine.start(settings.spark())) {
            TopicJob job = factory.job(settings, spark, database);
            if (options.once()) {
                System.out.println(job.runOnce().toJson());
            } else {
                job.run();
            }
        }
    }

    record Options(boolean once, Optional<Path> file) {

        static Options parse(String... arguments) {
            boolean once = false;
            Optional<Path> file = ConfigSources.findFile(Stream.of(Path.of("")));
            for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
                String argument = rest.next();
                if (argument.equals("--once")) {
                    once = true;
                } else if (argument.equals("--config") && rest.hasNext()) {
                    file = Optional.of(Path.of(rest.next()));
                } else {
                    throw new IllegalArgumentException(
                            argument + " is not known here; valid: --once --config rollcall.conf");
                }
            }
            return new Options(once, file);
        }
    }
}
