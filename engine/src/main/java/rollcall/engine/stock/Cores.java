package rollcall.engine.stock;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/** How many cores an engine has. On a cluster they come after its start, executor by executor. */
final class Cores {

    private Cores() {}

    /** Waits for the first to come, and then until a second brings no more. */
    static int settled(SparkContext engine) {
        if (engine.isLocal()) {
            return engine.defaultParallelism();
        }
        // Waits as any task does: Spark says so where no executor comes, and asks for one where it has to.
        JavaSparkContext.fromSparkContext(engine).parallelize(List.of(0), 1).count();
        try {
            int before;
            do {
                before = engine.defaultParallelism();
                TimeUnit.SECONDS.sleep(1);
            } while (engine.defaultParallelism() > before);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return engine.defaultParallelism();
    }
}
