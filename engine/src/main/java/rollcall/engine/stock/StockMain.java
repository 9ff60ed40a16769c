package rollcall.engine.stock;

import java.io.IOException;
import rollcall.engine.SubmittedJob;

/** The stock job for spark-submit. */
public final class StockMain {

    private StockMain() {}

    /** @see SubmittedJob#run */
    public static void main(String[] arguments) throws IOException {
        SubmittedJob.run(arguments, (settings, spark, database) -> new StockJob(settings, spark, database, done -> {}));
    }
}
