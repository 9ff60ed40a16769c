package rollcall.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Where Kafka is and what its topics are called.
 *
 * @param brokers bootstrap servers, {@code host:port} separated by commas
 * @param pings topic of drivers' health pings
 * @param tickets topic of stores' purchase tickets
 * @param notifications topic that alerts are announced on
 * @param rejected topic that unreadable records are kept on
 * @param readTimeout how long a read may go without any answer from the brokers before it fails
 * @param client Kafka client properties passed through as they are (TLS, SASL, …); may hold secrets
 */
public record KafkaSettings(
        String brokers,
        String pings,
        String tickets,
        String notifications,
        String rejected,
        Duration readTimeout,
        Map<String, String> client)
        implements Serializable {

    public KafkaSettings {
        client = Map.copyOf(client);
    }

    /** What every Kafka client is configured with; a client adds what it needs for itself. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("bootstrap.servers", brokers);
        return properties;
    }

    @Override
    public String toString() {
        return "Kafka at " + brokers; // never the client properties: they may hold secrets
    }
}
