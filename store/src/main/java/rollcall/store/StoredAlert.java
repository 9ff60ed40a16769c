package rollcall.store;

import java.time.Instant;
import java.util.Optional;
import rollcall.stock.Acknowledged;
import rollcall.stock.Acknowledgement;
import rollcall.stock.Alert;
import rollcall.stock.AlertState;
import rollcall.stock.Resolved;

/**
 * An alert as the database has it.
 *
 * @param state how far people and the shelf have come with it
 * @param number grows with each new alert; what readers page and poll by
 * @param updatedAt when it was last written, by the writer's clock
 */
public record StoredAlert(Alert alert, AlertState state, long number, Instant updatedAt) {

    public String id() {
        return alert.id();
    }

    /** Event time of the reading that opened it. */
    public Instant raisedAt() {
        return Instant.ofEpochMilli(alert.raised().atMillis());
    }

    /** Who has seen to it. */
    public Optional<Acknowledgement> acknowledgement() {
        if (state instanceof Acknowledged acknowledged) {
            return Optional.of(acknowledged.by());
        }
        return state instanceof Resolved resolved ? resolved.by() : Optional.empty();
    }
}
