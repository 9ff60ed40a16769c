package rollcall.server.stock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.stock.AlertKind;
import rollcall.store.AlertCounts;
import rollcall.store.Alerts;

/**
 * How many alerts are not resolved, as metrics. They are counted now and then, not when somebody asks for the metrics,
 * which must be there without the database as well.
 */
public final class AlertGauges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertGauges.class);
    private static final Duration PACE = Duration.ofSeconds(5);

    private final Alerts alerts;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread counting = new Thread(task, "rollcall-alert-gauges");
        counting.setDaemon(true);
        return counting;
    });

    /** Null while the database does not answer. */
    private volatile AlertCounts counts;

    public AlertGauges(Alerts alerts, MeterRegistry registry) {
        this.alerts = alerts;
        for (AlertKind kind : AlertKind.values()) {
            Gauge.builder("rollcall.alerts.open", this, gauges -> gauges.open(kind))
                    .tag("kind", kind.text())
                    .register(registry);
        }
        Gauge.builder("rollcall.alerts.acknowledged", this, AlertGauges::acknowledged)
                .register(registry);
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::count, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void count() {
        try {
            counts = alerts.counts();
        } catch (RuntimeException failure) {
            counts = null;
            LOG.debug("Can't count alerts for the metrics", failure);
        }
    }

    private double open(AlertKind kind) {
        AlertCounts now = counts;
        return now == null ? Double.NaN : now.open().get(kind);
    }

    private double acknowledged() {
        AlertCounts now = counts;
        return now == null ? Double.NaN : now.acknowledged();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
