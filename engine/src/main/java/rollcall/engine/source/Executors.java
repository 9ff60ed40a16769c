package rollcall.engine.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.ExecutorCacheTaskLocation;
import org.apache.spark.storage.BlockManagerId;
import scala.jdk.javaapi.CollectionConverters;

/** The executors of the running application, as places to read at. */
final class Executors {

    private static final String[] ANYWHERE = {};

    private final List<String> locations;

    private Executors(List<String> locations) {
        this.locations = locations;
    }

    /** Those there are now; none where driver and executor are one process. */
    static Executors now() {
        var blocks = SparkEnv.get().blockManager();
        List<String> locations = new ArrayList<>();
        for (BlockManagerId peer : CollectionConverters.asJava(blocks.master().getPeers(blocks.blockManagerId()))) {
            locations.add(new ExecutorCacheTaskLocation(peer.host(), peer.executorId()).toString());
        }
        Collections.sort(locations);
        return new Executors(locations);
    }

    /** Where a partition is best read: always at the same executor while they stay, for that one has its consumer. */
    String[] forPartition(int partition) {
        return locations.isEmpty() ? ANYWHERE : new String[] {locations.get(partition % locations.size())};
    }
}
