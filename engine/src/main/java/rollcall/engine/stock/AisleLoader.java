package rollcall.engine.stock;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import rollcall.config.MongoSettings;
import rollcall.engine.Databases;
import rollcall.store.Committed;
import rollcall.store.ShelfEntry;

/** Reads the state of products from the database, as of the last batch that counts. */
record AisleLoader(MongoSettings mongo, Committed committed) implements MapPartitionsFunction<String, AisleState> {

    @Override
    public Iterator<AisleState> call(Iterator<String> products) {
        List<String> names = new ArrayList<>();
        products.forEachRemaining(names::add);
        if (names.isEmpty()) {
            return List.<AisleState>of().iterator();
        }
        Map<String, List<ShelfEntry>> byProduct =
                Databases.of(mongo, StockJob.NAME).shelves().ofProducts(names, () -> committed).stream()
                        .collect(Collectors.groupingBy(ShelfEntry::product));
        return byProduct.entrySet().stream()
                .map(product -> new AisleState(product.getKey(), product.getValue()))
                .iterator();
    }
}
