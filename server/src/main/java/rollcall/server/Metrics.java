package rollcall.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.List;

/** What is measured of every call, and of the process. */
final class Metrics implements AutoCloseable {

    private final MeterRegistry registry;
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Metrics(MeterRegistry registry) {
        this.registry = registry;
        List<MeterBinder> process = List.of(
                collections,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics());
        process.forEach(meters -> meters.bindTo(registry));
    }

    void configure(JavalinConfig config) {
        config.requestLogger.http((request, millis) -> registry.timer(
                        "http.server.requests",
                        "method",
                        request.method().name(),
                        "route",
                        route(request),
                        "status",
                        String.valueOf(request.statusCode()))
                .record(Duration.ofNanos((long) (millis * 1e6))));
    }

    /** The route's pattern, never the path that was asked for: strangers must not make up time series. */
    private static String route(Context request) {
        Endpoint matched = request.endpoints().lastHttpEndpoint();
        return matched == null ? "other" : matched.path;
    }

    @Override
    public void close() {
        collections.close();
    }
}
