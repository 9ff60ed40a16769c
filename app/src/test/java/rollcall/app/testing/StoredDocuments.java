package rollcall.app.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import rollcall.config.MongoSettings;

/** What is in a collection, as text. */
public final class StoredDocuments {

    private StoredDocuments() {}

    /** All documents by id, without the fields that may differ from run to run. */
    public static List<String> of(MongoSettings settings, String collection, String... without) {
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
