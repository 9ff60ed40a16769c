package rollcall.server.ingest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.config.PresenceSettings;
import rollcall.server.http.Routes;

/** {@code POST /api/pings}: all of a request's pings are published, or none. */
public final class PingRoutes implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(PingRoutes.class);

    private final PingReader reader;
    private final PingPublisher publisher;
    private final Counter accepted;

    /** @param largestBody in bytes */
    public PingRoutes(
            PresenceSettings settings,
            PingPublisher publisher,
            InstantSource clock,
            int largestBody,
            MeterRegistry metrics) {
        long maxLateMillis = settings.maxLate().map(Duration::toMillis).orElse(Long.MAX_VALUE);
        this.reader = new PingReader(settings.maxAhead().toMillis(), maxLateMillis, clock, largestBody);
        this.publisher = publisher;
        this.accepted = metrics.counter("rollcall.pings.accepted");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/pings", this::accept);
    }

    private void accept(Context request) {
        List<Ping> pings = reader.read(request.bodyAsBytes());
        try {
            publisher.publish(pings);
        } catch (PingPublisher.NotAcknowledgedException failure) {
            LOG.warn("Kafka did not acknowledge {} pings", pings.size(), failure);
            throw new ServiceUnavailableResponse("Kafka did not acknowledge the pings in time (" + failure.getMessage()
                    + "). Some may be published; sending all again counts no driver twice.");
        }
        accepted.increment(pings.size());
        request.status(HttpStatus.ACCEPTED).json(Map.of("accepted", pings.size()));
    }
}
