package rollcall.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of section {@code stock}. */
final class StockKeys {

    static final Key<Long> THRESHOLD =
            Key.of("stock.threshold", "ROLLCALL_STOCK_THRESHOLD", Kind.wholeNumber(0, Long.MAX_VALUE, "20"));
    static final Key<Double> CLEAR_FACTOR =
            Key.of("stock.clear-factor", "ROLLCALL_STOCK_CLEAR_FACTOR", Kind.number("1", "1000", "1.5"));

    static final Key<Boolean> FORECAST_ENABLED =
            Key.of("stock.forecast.enabled", "ROLLCALL_STOCK_FORECAST_ENABLED", Kind.yesOrNo("false"));
    static final Key<Duration> FORECAST_HALF_LIFE =
            Key.of("stock.forecast.half-life", "ROLLCALL_STOCK_FORECAST_HALF_LIFE", Kind.durationFrom("1s", "30m"));
    static final Key<Double> FORECAST_SERVICE_LEVEL = Key.of(
            "stock.forecast.service-level",
            "ROLLCALL_STOCK_FORECAST_SERVICE_LEVEL",
            Kind.number("0.5", "0.9999", "0.95"));
    static final Key<Duration> RESTOCK_TIME =
            Key.of("stock.restock-time", "ROLLCALL_STOCK_RESTOCK_TIME", Kind.durationFrom("1s", "60m"));

    static final Key<Duration> REDIRECT_KEEP =
            Key.of("stock.redirect.keep", "ROLLCALL_STOCK_REDIRECT_KEEP", Kind.duration("60m"));
    static final Key<Long> REDIRECT_NEAREST =
            Key.of("stock.redirect.nearest", "ROLLCALL_STOCK_REDIRECT_NEAREST", Kind.wholeNumber(1, 1_000, "16"));
    static final Key<String> SEPARATOR = Key.of(
            "stock.notifications.separator",
            "ROLLCALL_STOCK_NOTIFICATIONS_SEPARATOR",
            Kind.matching("[^\"\\r\\n]{1,16}", "1 to 16 characters, quotes and line breaks not among them", "\",\""));

    static final Key<Duration> MAX_AHEAD = Key.of("stock.max-ahead", "ROLLCALL_STOCK_MAX_AHEAD", Kind.duration("5m"));
    static final Key<Optional<Duration>> MAX_LATE =
            Key.of("stock.max-late", "ROLLCALL_STOCK_MAX_LATE", Kind.durationOrUnlimited("7d"));
    static final Key<Long> MAX_RECORDS_PER_BATCH = Key.of(
            "stock.max-records-per-batch",
            "ROLLCALL_STOCK_MAX_RECORDS_PER_BATCH",
            Kind.wholeNumber(1, Long.MAX_VALUE, "2000000"));
    static final Key<Long> RANGES = Key.of("stock.ranges", "ROLLCALL_STOCK_RANGES", Kind.wholeNumber(0, 100_000, "8"));
    static final Key<Duration> TRIGGER = Key.of("stock.trigger", "ROLLCALL_STOCK_TRIGGER", Kind.duration("1s"));
    static final Key<Long> PARTITIONS =
            Key.of("stock.partitions", "ROLLCALL_STOCK_PARTITIONS", Kind.wholeNumber(0, 10_000, "8"));

    static final Key<Optional<String>> CHECKPOINT =
            Key.of("stock.checkpoint", "ROLLCALL_STOCK_CHECKPOINT", Kind.placeOrNone("\"hdfs://namenode/rollcall\""));
    static final Key<Optional<Path>> STORES =
            Key.of("stock.stores", "ROLLCALL_STOCK_STORES", Kind.fileOrNone("\"/etc/rollcall/stores.csv\""));

    static final List<Key<?>> ALL = List.of(
            THRESHOLD,
            CLEAR_FACTOR,
            FORECAST_ENABLED,
            FORECAST_HALF_LIFE,
            FORECAST_SERVICE_LEVEL,
            RESTOCK_TIME,
            REDIRECT_KEEP,
            REDIRECT_NEAREST,
            SEPARATOR,
            MAX_AHEAD,
            MAX_LATE,
            MAX_RECORDS_PER_BATCH,
            RANGES,
            TRIGGER,
            PARTITIONS,
            CHECKPOINT,
            STORES);

    private StockKeys() {}
}
