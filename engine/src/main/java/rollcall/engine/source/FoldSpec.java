package rollcall.engine.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Base64;
import rollcall.config.KafkaSettings;

/**
 * What a folding source reads and how.
 *
 * @param topic the topic to read
 * @param group the consumer group that the source shows its progress under, for the ordinary lag tools
 * @param maxRecordsPerBatch how many records a batch takes at most
 * @param tasks how many tasks read a batch; 0: as many as the engine has cores
 */
public record FoldSpec(
        KafkaSettings kafka,
        String topic,
        String group,
        long maxRecordsPerBatch,
        int tasks,
        Fold.Factory fold,
        Progress progress)
        implements Serializable {

    /** The option that carries the spec. Its name makes Spark leave the value out of plans and logs. */
    static final String OPTION = "rollcall.secret.spec";

    /** The spec as the value of {@link #OPTION}, for Spark passes options as strings. */
    public String toOption() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static FoldSpec fromOption(String option) {
        byte[] bytes = Base64.getDecoder().decode(option);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (FoldSpec) in.readObject();
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalArgumentException(
                    "The option " + OPTION + " was not made by FoldSpec.toOption()", failure);
        }
    }
}
