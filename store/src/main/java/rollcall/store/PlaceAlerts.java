package rollcall.store;

import rollcall.stock.AlertKind;

/**
 * What is not resolved in a store.
 *
 * @param worst the worst kind among its alerts
 * @param count how many alerts that are
 */
public record PlaceAlerts(AlertKind worst, int count) {

    PlaceAlerts plus(PlaceAlerts other) {
        return new PlaceAlerts(other.worst.isWorseThan(worst) ? other.worst : worst, count + other.count);
    }
}
