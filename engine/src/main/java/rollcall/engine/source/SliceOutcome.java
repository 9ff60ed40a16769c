package rollcall.engine.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import rollcall.store.Incident;
import rollcall.store.RangeOutcome;

/**
 * What reading a slice came to.
 *
 * @param read for the range that the slice is of
 * @param lost what was found to be gone while reading
 */
public record SliceOutcome(RangeOutcome read, List<Incident> lost) implements Serializable {

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The outcome in a row's {@link FoldingSource#OUTCOME}. */
    public static SliceOutcome fromBytes(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (SliceOutcome) in.readObject();
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalArgumentException("Not the outcome of a slice", failure);
        }
    }
}
