package rollcall.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.embedded.EmbeddedProcess.Part;

class EmbeddedStartTest {

    @TempDir
    private Path data;

    @Test
    void namesTheKafkaPortThatIsTakenAndTheFlagToChange() throws Exception {
        try (ServerSocket taken = taken()) {
            assertThatThrownBy(() -> EmbeddedKafka.start(data, taken.getLocalPort(), Map.of()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void namesTheDatabasePortThatIsTakenAndTheFlagToChange() throws Exception {
        try (ServerSocket taken = taken()) {
            assertThatThrownBy(() -> EmbeddedMongo.start(data, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("--mongo-port");
        }
    }

    @Test
    void leavesNothingRunningWhenAPartCannotStart() throws Exception {
        try (ServerSocket taken = taken()) {
            assertThatThrownBy(() -> Embedded.start(data, taken.getLocalPort(), 0, Map.of()))
                    .isInstanceOf(EmbeddedStartException.class);
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(data.resolve("mongo"), 0)) {
            assertThat(mongo.port()).isPositive();
        }
    }

    @Test
    void refusesADirectoryUntilItsProcessHasEnded() throws Exception {
        try (EmbeddedProcess other = EmbeddedProcess.start(Part.BOTH, data, 0)) {
            assertThatThrownBy(() -> Embedded.start(data, 0, 0, Map.of()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("in use by process " + other.pid())
                    .hasMessageContaining("--data");
            assertThat(other.stop(20)).isTrue();
        }
        try (Embedded mine = Embedded.start(data, 0, 0, Map.of("pings", 4))) {
            assertThat(mine.kafka().port()).isPositive();
        }
    }

    private static ServerSocket taken() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getByName(LocalPort.HOST));
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        Path mongo = data.resolve("mongo");
        EmbeddedMongo.start(mongo, 0).close();
        try (MVStore store = MVStore.open(mongo.resolve(EmbeddedMongo.FILE).toString())) {
            store.openMap("of another version").put("key", "value");
            store.setStoreVersion(0);
        }

        assertThatThrownBy(() -> EmbeddedMongo.start(mongo, 0))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("made by another version of Rollcall")
                .hasMessageContaining("--data " + mongo + "-2");
    }
}
