package rollcall.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.config.Settings;
import rollcall.geo.Gazetteer;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.server.ServerUnderTest;
import rollcall.stock.Aisle;
import rollcall.stock.ReadingLog;
import rollcall.stock.RedirectPlanner;
import rollcall.store.Claim;
import rollcall.store.ConfiguredRules;
import rollcall.store.Database;
import rollcall.store.ShelfEntry;
import rollcall.store.ShelfVersion;
import rollcall.store.StockCommits;

class ShelfRoutesTest {

    private static final Place AUSTIN = new Place("Austin", "TX");
    private static final Place NOWHERE = new Place("Nowhere", "ZZ");
    private static final StoreDirectory PLACES = new StoreDirectory(Map.of(), Gazetteer.unitedStates());

    private final ServerUnderTest server = new ServerUnderTest();
    private final Database database = server.database();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aShelfSaysWhatIsLeftAndForHowLong() {
        write(true, "3");
        assertThat(server.json("/api/shelves?city=Austin&state=TX&product=3").toString())
                .isEqualTo("[{\"city\":\"Austin\",\"state\":\"TX\",\"product\":\"3\",\"level\":12,\"kind\":\"low\","
                        + "\"threshold\":20,\"reorderPoint\":0.0,\"clearLevel\":30.0,\"demandPerHour\":0.0,"
                        + "\"minutesLeft\":null,\"at\":\"2018-01-01T04:00:00Z\"}]");
    }

    @Test
    void shelvesAreFoundByStoreByProductAndAltogether() {
        write(true, "3", "7");
        assertThat(shelves("?city=Austin&state=TX")).containsExactly("Austin 3", "Austin 7");
        assertThat(shelves("?state=ZZ")).containsExactly("Nowhere 3", "Nowhere 7");
        assertThat(shelves("?product=7")).containsExactly("Austin 7", "Nowhere 7");
        assertThat(shelves("")).hasSize(4);
        assertThat(shelves("?limit=1")).containsExactly("Austin 3");
        assertThat(shelves("?product=8")).isEmpty();
    }

    @Test
    void theWorstShelvesComeFirstIfAskedFor() {
        write(true, "3", "7");
        assertThat(shelves("?order=worst")).containsExactly("Austin 3", "Austin 7", "Nowhere 3", "Nowhere 7");
        assertThat(shelves("?order=product")).isEqualTo(shelves(""));
        assertThat(server.get("/api/shelves?order=best").statusCode()).isEqualTo(400);
    }

    @Test
    void whatABatchWroteIsNotShownBeforeItIsCommitted() {
        write(false, "3");
        assertThat(shelves("")).isEmpty();
    }

    @Test
    void aStoreSaysWhereItIsAndHowBadItIsThere() {
        database.stores().remember(Set.of(AUSTIN, NOWHERE), PLACES::locate);
        server.alerts().low("Austin", "3");
        assertThat(server.json("/api/stores").toString())
                .startsWith("[{\"city\":\"Austin\",\"state\":\"TX\",\"latitude\":30.2")
                .endsWith("\"alerts\":1,\"worst\":\"low\"},{\"city\":\"Nowhere\",\"state\":\"ZZ\",\"latitude\":null,"
                        + "\"longitude\":null,\"alerts\":0,\"worst\":null}]");
    }

    private List<String> shelves(String query) {
        List<String> found = new ArrayList<>();
        for (JsonNode shelf : server.json("/api/shelves" + query)) {
            found.add(shelf.get("city").asText() + " " + shelf.get("product").asText());
        }
        return found;
    }

    /** Writes shelves of two stores as the stock job does. */
    private void write(boolean commit, String... products) {
        Claim claim = database.ledger().claim("tickets", "this test");
        StockCommits.Run run = database.stockCommits().begin(claim);
        long version = ShelfVersion.of(run.number(), 0);
        for (String product : products) {
            ReadingLog readings = new ReadingLog(0);
            readings.add(0, 0, 1_514_779_200_000L, 1, 12, 0);
            readings.add(1, 0, 1_514_779_200_000L, 2, 500, 0);
            Aisle aisle = new Aisle(
                    product,
                    ConfiguredRules.of(Settings.defaults().stock()),
                    PLACES,
                    new RedirectPlanner(16),
                    number -> null);
            aisle.take(List.of(readings.toBytes(List.of(AUSTIN, NOWHERE))));
            List<ShelfEntry> entries = new ArrayList<>();
            aisle.changedEntries().forEach((number, state) -> entries.add(new ShelfEntry(product, number, 0, state)));
            database.shelves().write(entries, version);
        }
        if (commit) {
            database.stockCommits().commit(claim, version, List.of());
        }
    }
}
