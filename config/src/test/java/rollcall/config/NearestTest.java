package rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "kafka.broker, kafka.brokers",
        "brokers, kafka.brokers",
        "kafka.topic.pings, kafka.topics.pings",
        "presence.maxLate, presence.max-late",
        "spark.config, spark.conf",
    })
    void findsWhatWasMeant(String unknown, String known) {
        assertThat(Nearest.to(unknown)).contains(known);
    }

    @Test
    void keepsQuietWhereNothingIsNear() {
        assertThat(Nearest.to("colour.of-the-sky")).isEmpty();
    }
}
