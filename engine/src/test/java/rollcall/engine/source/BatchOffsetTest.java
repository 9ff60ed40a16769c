package rollcall.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import rollcall.store.KafkaRange;

class BatchOffsetTest {

    @Test
    void comesBackFromJsonAsItWas() {
        BatchOffset offset = new BatchOffset(
                List.of(new KafkaRange("a.b-c_d", "xY_-~2", 0, 0, 0), new KafkaRange("t", "id", 31, 5, 1L << 60)));

        BatchOffset back = BatchOffset.fromJson(offset.json());

        assertThat(back).isEqualTo(offset);
        assertThat(back.ranges()).isEqualTo(offset.ranges());
    }

    @Test
    void isEqualOnlyWhereAllRangesAre() {
        BatchOffset offset = new BatchOffset(List.of(new KafkaRange("t", "id", 0, 0, 5)));

        assertThat(offset).isNotEqualTo(new BatchOffset(List.of(new KafkaRange("t", "id", 0, 5, 5))));
        assertThat(offset).isNotEqualTo(BatchOffset.START);
        assertThat(BatchOffset.START).isEqualTo(BatchOffset.fromJson("[]"));
    }

    @Test
    void refusesWhatItHasNotWritten() {
        assertThatThrownBy(() -> BatchOffset.fromJson("{\"pings\":{\"0\":1}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{\"pings\":{\"0\":1}}");
    }
}
