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
import rollcall.geo.InvalidStores;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.geo.StoresCsv;
import rollcall.store.Stores;

/** Where the stores are that their owner has placed; the gazetteer knows the others. */
record OwnStores(Map<Place, Location> locations) implements Serializable {

    /**
     * Those of the configured file; none if none is configured.
     *
     * @throws IllegalArgumentException if the file has problems; tells all of them
     * @throws UncheckedIOException if it can't be read
     */
    static OwnStores ofFile(StockSettings settings) {
        Optional<Path> file = settings.stores();
        if (file.isEmpty()) {
            return new OwnStores(Map.of());
        }
        try (Reader csv = Files.newBufferedReader(file.get())) {
            return new OwnStores(StoresCsv.parse(csv));
        } catch (InvalidStores problems) {
            throw new IllegalArgumentException(file.get() + " (stock.stores): " + problems.getMessage(), problems);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The places of stores (stock.stores) can't be read from " + file.get()
                            + "; it must be a file such as "
                            + "\"stores.csv\" with a header city,state,latitude,longitude",
                    failure);
        }
    }

    /** These and the ones that the database has already, which from now on has these, too. */
    OwnStores keptIn(Stores stores) {
        stores.place(locations);
        return new OwnStores(stores.own());
    }

    StoreDirectory directory() {
        return new StoreDirectory(locations, Gazetteer.unitedStates());
    }
}
