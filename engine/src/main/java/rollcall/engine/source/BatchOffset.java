package rollcall.engine.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.spark.sql.connector.read.streaming.Offset;
import rollcall.store.KafkaRange;

/**
 * A point in the stream: the ranges of the batch that ends there, one for every partition known, in partition order
 * (empty for a partition that had nothing). A batch therefore is what its end offset says, and needs no other to be read.
 */
final class BatchOffset extends Offset {

    /** Before the first batch. */
    static final BatchOffset START = new BatchOffset(List.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<KafkaRange> ranges;

    BatchOffset(List<KafkaRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    static BatchOffset of(Offset offset) {
        return offset instanceof BatchOffset batch ? batch : fromJson(offset.json());
    }

    static BatchOffset fromJson(String json) {
        try {
            return new BatchOffset(List.of(JSON.readValue(json, KafkaRange[].class)));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("Not an offset of the folding source: " + json, failure);
        }
    }

    List<KafkaRange> ranges() {
        return ranges;
    }

    @Override
    public String json() {
        try {
            return JSON.writeValueAsString(ranges);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
