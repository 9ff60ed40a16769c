package rollcall.app.presence;

import java.util.List;
import rollcall.app.testing.StoredDocuments;
import rollcall.config.MongoSettings;

/** What the presence job writes, as text, without what may differ from run to run. */
final class Documents {

    private Documents() {}

    /** All of every document but when it was written. */
    static List<String> reports(MongoSettings settings) {
        return StoredDocuments.of(settings, "report_summary", "updatedAt");
    }

    /** What late pings have changed. */
    static List<String> corrections(MongoSettings settings) {
        return StoredDocuments.of(settings, "corrections", "at");
    }

    /** The sets and counts per minute, hour and day, overall and per city. */
    static List<String> rosters(MongoSettings settings) {
        return StoredDocuments.of(settings, "rosters", "updatedAt", "rev", "counted");
    }
}
