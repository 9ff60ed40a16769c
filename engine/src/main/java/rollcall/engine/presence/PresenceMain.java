package rollcall.engine.presence;

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
import rollcall.engine.SparkEngine;
import rollcall.store.Database;

/**
 * The presence job for spark-submit. Configured by a file and by the environment, as the command line is; the master is
 * spark-submit's. A signal ends it wherever it is: what was being written is written again by the next run.
 */
public final class PresenceMain {

    private PresenceMain() {}

    /**
     * @param arguments {@code --once}: count what is there, print a summary as JSON, and end; {@code --config FILE}:
     *     instead of {@code rollcall.conf} in the working directory
     * @throws IllegalArgumentException if there are others
     * @throws rollcall.config.InvalidConfiguration if the configuration has problems
     */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        Settings settings = ConfigLoader.load(new ConfigSources(options.file(), System.getenv(), List.of()))
                .settings();
        try (Database database = Database.open(settings.mongo());
                SparkSession spark = SparkEngine.start(settings.spark())) {
            PresenceJob job = new PresenceJob(settings, spark, database, progress -> {});
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
