package rollcall.stock;

import java.util.Optional;

/**
 * The shelf is clear again.
 *
 * @param byOrNull who had seen to it before; null if nobody had
 */
public record Resolved(Acknowledgement byOrNull) implements AlertState {

    public static final String TEXT = "resolved";

    public Optional<Acknowledgement> by() {
        return Optional.ofNullable(byOrNull);
    }

    @Override
    public String text() {
        return TEXT;
    }

    @Override
    public AlertState acknowledge(Acknowledgement by) {
        throw new IllegalStateException("The alert is resolved; there is nothing to acknowledge any more");
    }

    @Override
    public AlertState resolve() {
        return this;
    }
}
