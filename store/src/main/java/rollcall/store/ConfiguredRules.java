package rollcall.store;

import java.util.HashMap;
import java.util.Map;
import rollcall.config.ForecastSettings;
import rollcall.config.StockSettings;
import rollcall.config.ThresholdOverride;
import rollcall.geo.Place;
import rollcall.stock.ReorderPolicy;
import rollcall.stock.ShelfId;
import rollcall.stock.StockRules;
import rollcall.stock.Thresholds;

/** The rules of shelves as they are configured, for all who read what {@link Shelves} keeps. */
public final class ConfiguredRules {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private ConfiguredRules() {}

    public static StockRules of(StockSettings settings) {
        ForecastSettings forecast = settings.forecast();
        double restockHours = forecast.restockTime().toMillis() / MILLIS_PER_HOUR;
        return new StockRules(
                thresholds(settings),
                settings.clearFactor(),
                forecast.halfLife().toMillis(),
                forecast.enabled() ? ReorderPolicy.of(restockHours, forecast.serviceLevel()) : null,
                settings.redirect().keep().toMillis());
    }

    private static Thresholds thresholds(StockSettings settings) {
        Map<String, Long> products = new HashMap<>();
        Map<Place, Long> stores = new HashMap<>();
        Map<String, Long> shelves = new HashMap<>();
        for (ThresholdOverride override : settings.thresholds()) {
            if (override.cityOrNull() == null) {
                products.put(override.productOrNull(), override.threshold());
                continue;
            }
            Place store = new Place(override.cityOrNull(), override.stateOrNull());
            if (override.productOrNull() == null) {
                stores.put(store, override.threshold());
            } else {
                shelves.put(ShelfId.of(store, override.productOrNull()), override.threshold());
            }
        }
        return new Thresholds(settings.threshold(), products, stores, shelves);
    }
}
