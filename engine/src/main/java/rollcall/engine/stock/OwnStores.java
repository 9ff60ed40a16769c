package rollcall.engine.stock;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import rollcall.config.StockSettings;
import rollcall.geo.Gazetteer;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.geo.StoresCsv;
import rollcall.store.Stores;

/** Where the stores are that their owner has placed; the gazetteer knows the others. */
record OwnStores(Map<Place, Location> locations) implements Serializable {

    /**
     * Those of the configured file and of the database; the file's are kept there, too.
     *
     * @throws rollcall.geo.InvalidStores if the file has problems
     */
    static OwnStores of(StockSettings settings, Stores stores) {
        Optional<Path> file = settings.stores();
        if (file.isPresent()) {
            try (Reader csv = Files.newBufferedReader(file.get())) {
                stores.place(StoresCsv.parse(csv));
            } catch (IOException failure) {
                throw new UncheckedIOException(
                        "The places of stores (stock.stores) could not be read from " + file.get(), failure);
            }
        }
        return new OwnStores(stores.own());
    }

    StoreDirectory directory() {
        return new StoreDirectory(locations, Gazetteer.unitedStates());
    }
}
