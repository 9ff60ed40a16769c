package rollcall.app.presence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import rollcall.config.MongoSettings;

/** What is in a collection, as text, without what may differ from run to run. */
final class Documents {

    private Documents() {}

    /** All of every document but when it was written. */
    static List<String> reports(MongoSettings settings) {
        return all(settings, "report_summary", "updatedAt");
    }

    /** The sets and counts per minute, hour and day, overall and per city. */
    static List<String> rosters(MongoSettings settings) {
        return all(settings, "rosters", "updatedAt", "rev", "counted");
    }

    private static List<String> all(MongoSettings settings, String collection, String... without) {
        try (MongoClient client = MongoClients.create(settings.uri())) {
            List<Document> documents = client.getDatabase(settings.database())
                    .getCollection(collection)
                    .find()
                    .into(new ArrayList<>());
            return documents.stream()
                    .peek(document -> List.of(without).forEach(document::remove))
                    .sorted(Comparator.comparing(document -> document.getString("_id")))
                    .map(Document::toJson)
                    .toList();
        }
    }
}
