package rollcall.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class SimulatorTest {

    private static final Instant START = Instant.parse("2018-01-01T04:00:00Z");

    private final MockProducer<byte[], byte[]> producer = producer(true);

    @Test
    void sendsAsManyAsAskedForAndClosesItsProducer() {
        Simulator.Progress progress = simulator(producer, 0, 1234, START).run();
        assertThat(progress).isEqualTo(new Simulator.Progress(1234, 1234, 0));
        assertThat(producer.history()).hasSize(1234);
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void sameSettingsGiveTheSameRecords() {
        MockProducer<byte[], byte[]> again = producer(true);
        simulator(producer, 0, 5000, START).run();
        simulator(again, 0, 5000, START).run();
        List<ProducerRecord<byte[], byte[]>> records = producer.history();
        for (int i = 0; i < records.size(); i++) {
            assertThat(again.history().get(i).value()).isEqualTo(records.get(i).value());
            assertThat(again.history().get(i).timestamp())
                    .isEqualTo(records.get(i).timestamp());
        }
    }

    @Test
    void simulatedTimeGoesOnWithTheRate() {
        simulator(producer, 500_000, 5001, START).run();
        assertThat(producer.history().get(0).timestamp()).isEqualTo(START.toEpochMilli());
        assertThat(producer.history().get(5000).timestamp()).isEqualTo(START.toEpochMilli() + 10);
    }

    @Test
    void withoutStartTheTimeIsNow() {
        long before = System.currentTimeMillis();
        simulator(producer, 0, 1, null).run();
        assertThat(producer.history().get(0).timestamp()).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void stopsWhenTold() {
        Simulator simulator = simulator(producer, 1000, 0, null);
        CompletableFuture<Simulator.Progress> run = CompletableFuture.supplyAsync(simulator::run);
        await().until(() -> simulator.progress().sent() > 10);
        simulator.stop();
        assertThat(run).succeedsWithin(Duration.ofSeconds(10));
        assertThat(run.join().acknowledged()).isEqualTo(run.join().sent()).isGreaterThan(10);
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void interruptingStopsItAndIsPassedOn() {
        Thread.currentThread().interrupt();
        Simulator.Progress progress = simulator(producer, 0, 0, null).run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(progress).isEqualTo(new Simulator.Progress(0, 0, 0));
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void countsWhatTheBrokerDidNotTake() {
        MockProducer<byte[], byte[]> broken = producer(false);
        Simulator simulator = simulator(broken, 0, 3, START);
        CompletableFuture<Simulator.Progress> run = CompletableFuture.supplyAsync(simulator::run);
        await().until(() -> broken.history().size() == 3);
        run.join();
        broken.errorNext(new TimeoutException("no broker"));
        broken.completeNext();
        assertThat(simulator.progress()).isEqualTo(new Simulator.Progress(3, 1, 1));
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedSettings(600_000, 0, 1, 0, 0, 1, null))
                .withMessage("rate can't be 600000; it must be from 0 to 500000 records per second, such as 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedSettings(1, 0, 1, Double.NaN, 0, 1, null))
                .withMessageContaining("late can't be NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FleetSettings(0, FeedSettings.defaults(1)))
                .withMessageContaining("drivers can't be 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainSettings(151, 24, FeedSettings.defaults(1)))
                .withMessage("stores can't be 151; it must be from 1 to 150, such as 60");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainSettings(60, 0, FeedSettings.defaults(1)))
                .withMessageContaining("products can't be 0");
    }

    private static Simulator simulator(MockProducer<byte[], byte[]> producer, long rate, long count, Instant start) {
        FleetSettings fleet = new FleetSettings(1500, feed(rate, count, start));
        return new Simulator(new DriverFleet(fleet), fleet.pace(), producer, "pings");
    }

    private static FeedSettings feed(long rate, long count, Instant start) {
        return new FeedSettings(rate, count, 1, 0.02, 0.001, 1, start);
    }

    private static MockProducer<byte[], byte[]> producer(boolean acknowledges) {
        return new MockProducer<>(acknowledges, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
