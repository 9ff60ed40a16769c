package rollcall.engine.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.ExecutorCacheTaskLocation;
import org.apache.spark.storage.BlockManagerId;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The executors of the running application, as places to read at.
 *
 * @param locations as Spark names them; none where driver and executor are one process
 */
record Executors(List<String> locations) {

    private static final String[] ANYWHERE = {};

    /** Those there are now. */
    static Executors now() {
        var blocks = SparkEnv.get().blockManager();
        List<String> locations = new ArrayList<>();
        for (BlockManagerId peer : CollectionConverters.asJava(blocks.master().getPeers(blocks.blockManagerId()))) {
            locations.add(new ExecutorCacheTaskLocation(peer.host(), peer.executorId()).toString());
        }
        Collections.sort(locations);
        return new Executors(locations);
    }

    /**
     * Where one of a batch's tasks is best run. While the executors stay, a task stays at the same one, for that has the
     * consumers of what it reads; and all get as many tasks as the others, for Spark would rather wait for the preferred
     * executor than use an idle one.
     */
    String[] forTask(int task, int tasks) {
        return locations.isEmpty()
                ? ANYWHERE
                : new String[] {locations.get((int) ((long) task * locations.size() / tasks))};
    }
}
