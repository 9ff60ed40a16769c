package rollcall.config;

import java.io.Serializable;
import java.util.Map;

/**
 * The engine that runs the jobs.
 *
 * @param master Spark master URL, such as {@code local[*]}, {@code spark://host:7077} or {@code k8s://https://host:443}
 * @param conf Spark properties passed through as they are; may hold secrets
 */
public record SparkSettings(String master, Map<String, String> conf) implements Serializable {

    public SparkSettings {
        conf = Map.copyOf(conf);
    }

    @Override
    public String toString() {
        return "Spark at " + master; // never the properties: they may hold secrets
    }
}
