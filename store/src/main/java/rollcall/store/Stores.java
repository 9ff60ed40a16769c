package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.stock.ShelfId;

/** The collection {@code stores}: the stores heard of, and where they are. */
public final class Stores {

    private final MongoCollection<Document> collection;

    Stores(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Remembers stores; one that is there already stays as it is, but is placed if it was not. */
    public void remember(Collection<Place> stores, Function<Place, Optional<Location>> locate) {
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        for (Place store : stores) {
            writes.add(new UpdateOneModel<>(
                    eq("_id", ShelfId.of(store)),
                    combine(
                            setOnInsert("city", store.city()),
                            setOnInsert("state", store.state()),
                            setOnInsert("since", new Date())),
                    new UpdateOptions().upsert(true)));
            locate.apply(store)
                    .ifPresent(location -> writes.add(new UpdateOneModel<>(
                            and(eq("_id", ShelfId.of(store)), ne("own", true)),
                            combine(set("latitude", location.latitude()), set("longitude", location.longitude())))));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes); // in order: a store must be there to be placed
        }
    }

    /** Places stores where their owner says that they are. */
    public void place(Map<Place, Location> own) {
        List<UpdateOneModel<Document>> writes = own.entrySet().stream()
                .map(store -> new UpdateOneModel<Document>(
                        eq("_id", ShelfId.of(store.getKey())),
                        combine(
                                setOnInsert("city", store.getKey().city()),
                                setOnInsert("state", store.getKey().state()),
                                setOnInsert("since", new Date()),
                                set("latitude", store.getValue().latitude()),
                                set("longitude", store.getValue().longitude()),
                                set("own", true)),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** The stores that their owner has placed. */
    public Map<Place, Location> own() {
        Map<Place, Location> own = new HashMap<>();
        for (Document document : collection.find(eq("own", true))) {
            StoredStore store = store(document);
            store.location().ifPresent(location -> own.put(store.place(), location));
        }
        return own;
    }

    /** All stores, by city and state. */
    public List<StoredStore> all() {
        return collection
                .find()
                .sort(Sorts.ascending("city", "state"))
                .map(Stores::store)
                .into(new ArrayList<>());
    }

    private static StoredStore store(Document document) {
        Place place = new Place(document.getString("city"), document.getString("state"));
        boolean isPlaced = document.get("latitude") instanceof Number && document.get("longitude") instanceof Number;
        Location location = isPlaced
                ? new Location(
                        ((Number) document.get("latitude")).doubleValue(),
                        ((Number) document.get("longitude")).doubleValue())
                : null;
        return new StoredStore(place, location);
    }
}
