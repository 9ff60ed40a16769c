package rollcall.engine.presence;

import java.io.IOException;
import rollcall.engine.SubmittedJob;

/** The presence job for spark-submit. */
public final class PresenceMain {

    private PresenceMain() {}

    /** @see SubmittedJob#run */
    public static void main(String[] arguments) throws IOException {
        SubmittedJob.run(
                arguments, (settings, spark, database) -> new PresenceJob(settings, spark, database, done -> {}));
    }
}
