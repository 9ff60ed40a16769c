package rollcall.engine.presence;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import rollcall.config.MongoSettings;
import rollcall.store.Database;

/** One client a process and database: tasks of an executor share nothing else, so this has to be static. */
final class Databases {

    private static final Map<MongoSettings, Database> OPEN = new ConcurrentHashMap<>();

    private Databases() {}

    static Database of(MongoSettings settings) {
        return OPEN.computeIfAbsent(settings, Database::open);
    }

    /** Closes this process's clients; the next use opens a new one. */
    static void close() {
        OPEN.keySet().stream().map(OPEN::remove).filter(Objects::nonNull).forEach(Database::close);
    }
}
