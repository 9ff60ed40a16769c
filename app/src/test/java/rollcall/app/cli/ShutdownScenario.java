package rollcall.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** A process with a running query, for {@link ShutdownTest} to end. */
final class ShutdownScenario {

    private ShutdownScenario() {}

    public static void main(String[] arguments) throws Exception {
        try (Shutdown shutdown = Shutdown.onSignals(Duration.ofSeconds(Long.parseLong(arguments[1])))) {
            SparkSession spark = shutdown.owns(SparkSession.builder()
                    .master("local[1]")
                    .config("spark.ui.enabled", false)
                    .getOrCreate());
            if (arguments[0].equals("stuck")) {
                shutdown.owns(() -> new CountDownLatch(1).await());
            }
            StreamingQuery query = spark.readStream()
                    .format("rate")
                    .load()
                    .writeStream()
                    .format("noop")
                    .start();
            shutdown.owns(() -> {
                System.out.println(
                        "closing, Spark stopped: " + spark.sparkContext().isStopped());
                query.stop();
                System.out.println(
                        "query stopped, Spark stopped: " + spark.sparkContext().isStopped());
            });
            System.out.println("up");
            if (arguments[0].equals("leaves")) {
                return;
            }
            shutdown.await();
        }
        System.out.println("main ended");
    }
}
