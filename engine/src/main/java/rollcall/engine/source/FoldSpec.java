package rollcall.engine.source;

import java.io.Serializable;
import java.util.Base64;
import rollcall.config.KafkaSettings;

/**
 * What a folding source reads and how.
 *
 * @param topic the topic to read
 * @param group the consumer group that the source shows its progress under, for the ordinary lag tools
 * @param maxRecordsPerBatch how many records a batch takes at most
 * @param inOrder whether batches are cut so that they have all partitions' records in the order of their arrival
 * @param tasks how many tasks read a batch; 0: as many as the engine has cores
 */
public record FoldSpec(
        KafkaSettings kafka,
        String topic,
        String group,
        long maxRecordsPerBatch,
        boolean inOrder,
        int tasks,
        Fold.Factory fold,
        Progress progress)
        implements Serializable {

    /** The option that carries the spec. Its name makes Spark leave the value out of plans and logs. */
    static final String OPTION = "rollcall.secret.spec";

    /** The spec as the value of {@link #OPTION}, for Spark passes options as strings. */
    public String toOption() {
        return Base64.getEncoder().encodeToString(Serialized.bytes(this));
    }

    static FoldSpec fromOption(String option) {
        return Serialized.object(Base64.getDecoder().decode(option), FoldSpec.class);
    }
}
