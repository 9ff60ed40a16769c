package rollcall.server.ingest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.server.http.Routes;

/** {@code POST /api/pings} and {@code POST /api/tickets}: all of a request's records are published, or none. */
public final class IngestRoutes implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(IngestRoutes.class);

    private final Kind kind;
    private final String plural;
    private final RecordReader reader;
    private final RecordPublisher publisher;
    private final Counter accepted;

    /** @param largestBody in bytes */
    public IngestRoutes(
            Kind kind, RecordPublisher publisher, InstantSource clock, int largestBody, MeterRegistry metrics) {
        this.kind = kind;
        this.plural = kind.noun() + "s";
        this.reader = new RecordReader(kind, clock, largestBody);
        this.publisher = publisher;
        this.accepted = metrics.counter("rollcall." + plural + ".accepted");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/" + plural, this::accept);
    }

    private void accept(Context request) {
        List<ProducerRecord<byte[], byte[]>> records = reader.read(request.bodyAsBytes());
        try {
            publisher.publish(records);
        } catch (RecordPublisher.NotAcknowledgedException failure) {
            LOG.warn("Kafka did not acknowledge {} {}", records.size(), plural, failure);
            throw new ServiceUnavailableResponse(
                    "Kafka did not acknowledge the " + plural + " in time (" + failure.getMessage()
                            + "). Some may be published; sending all again " + kind.whenSentAgain() + ".");
        }
        accepted.increment(records.size());
        request.status(HttpStatus.ACCEPTED).json(Map.of("accepted", records.size()));
    }
}
