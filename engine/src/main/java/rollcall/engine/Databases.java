package rollcall.engine;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import rollcall.config.MongoSettings;
import rollcall.store.Database;

/**
 * Keeps one database client a process and job: tasks of an executor share nothing else, so this has to be static. Each
 * job has its own, and so can close it without taking it from another job.
 */
public final class Databases {

    private record Use(MongoSettings settings, String job) {}

    private static final Map<Use, Database> OPEN = new ConcurrentHashMap<>();

    private Databases() {}

    public static Database of(MongoSettings settings, String job) {
        return OPEN.computeIfAbsent(new Use(settings, job), use -> Database.open(use.settings()));
    }

    /** Closes this process's clients of a job; the next use opens a new one. */
    public static void close(String job) {
        OPEN.keySet().stream()
                .filter(use -> use.job().equals(job))
                .map(OPEN::remove)
                .filter(Objects::nonNull)
                .forEach(Database::close);
    }
}
