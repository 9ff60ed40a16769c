package rollcall.engine.source;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rollcall.store.KafkaRange;

/** Summarises records of one range as they are read. Used by one thread. */
public interface Fold {

    /** Takes a record in; returns null, or the reason why it can't be used. Never throws because of what it holds. */
    String accept(ConsumerRecord<ByteBuffer, ByteBuffer> record);

    /** Whether so much has been taken in that it should be drained before the range ends. */
    boolean isFull();

    /** Hands out what was taken in since the last time, as records of the given range, and forgets it. */
    void drain(KafkaRange range, Output output);

    /** The latest event time taken in so far, in epoch seconds. */
    OptionalLong newestEventSecond();

    /** Makes folds where the reading is done. */
    interface Factory extends Serializable {
        Fold create();
    }

    /** Takes what a fold hands out. */
    interface Output {

        /** @param key rows of one key meet in one task, however many readers made them */
        void row(String key, byte[] delta);
    }
}
