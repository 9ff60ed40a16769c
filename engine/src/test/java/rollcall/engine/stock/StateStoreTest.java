package rollcall.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.config.ConfigLoader;
import rollcall.config.ConfigSources;
import rollcall.config.SparkSettings;
import rollcall.config.StockSettings;
import rollcall.engine.SparkEngine;

class StateStoreTest {

    private static final String FILE_MANAGER = "spark.sql.streaming.checkpointFileManagerClass";
    private static final String OF_THE_SITE = FileSystemBasedCheckpointFileManager.class.getName();

    private static SparkSession spark;

    @TempDir
    Path checkpoint;

    @BeforeAll
    static void start() {
        spark = SparkEngine.start(new SparkSettings("local[1]", Map.of(FILE_MANAGER, OF_THE_SITE)));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void aRunBeginsWithoutWhatItsDatabasesRunsBeforeHaveLeft() throws IOException {
        keep("rollcall-stock-ours/3/offsets/7");
        keep("rollcall-stock-others/3/offsets/7");

        begin(4);

        assertThat(kept()).containsExactly("rollcall-stock-others/3/offsets/7");
    }

    @Test
    void aRunThatEndsLeavesOnlyWhatIsOfOneThatHasTakenOver() throws IOException {
        StateStore store = begin(4);
        keep("rollcall-stock-ours/4/offsets/0");
        keep("rollcall-stock-ours/5/offsets/0");

        store.discard();

        assertThat(kept()).containsExactly("rollcall-stock-ours/5/offsets/0");
    }

    @Test
    void filesAreWrittenInTheWayThatTheSiteHasChosen() {
        SparkSession session = spark.newSession();
        session.conf().set(FILE_MANAGER, "one.for.local.files.only");

        new StateStore(settings(), session).configure();

        assertThat(session.conf().get(FILE_MANAGER)).isEqualTo(OF_THE_SITE);
    }

    private StateStore begin(long run) {
        StateStore store = new StateStore(settings(), spark);
        store.at(spark.readStream().format("rate").load().writeStream(), "ours", run);
        return store;
    }

    private StockSettings settings() {
        Map<String, String> environment =
                Map.of("ROLLCALL_STOCK_CHECKPOINT", checkpoint.toUri().toString());
        return ConfigLoader.load(new ConfigSources(Optional.empty(), environment, List.of()))
                .settings()
                .stock();
    }

    private void keep(String file) throws IOException {
        Path path = checkpoint.resolve(file);
        Files.createDirectories(path.getParent());
        Files.createFile(path);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(checkpoint)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> checkpoint.relativize(file).toString())
                    .toList();
        }
    }
}
