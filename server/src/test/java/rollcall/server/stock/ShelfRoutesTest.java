package rollcall.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.geo.Gazetteer;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.server.ServerUnderTest;
import rollcall.server.ShelfWriter;

class ShelfRoutesTest {

    private static final Place AUSTIN = new Place("Austin", "TX");
    private static final Place NOWHERE = new Place("Nowhere", "ZZ");
    private static final StoreDirectory PLACES = new StoreDirectory(Map.of(), Gazetteer.unitedStates());

    private static final Map<Place, Long> LEVELS = Map.of(AUSTIN, 12L, NOWHERE, 500L);

    private final ServerUnderTest server = new ServerUnderTest();
    private final ShelfWriter writer = server.shelves();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aShelfSaysWhatIsLeftAndForHowLong() {
        writer.write(LEVELS, List.of("3"));
        assertThat(server.json("/api/shelves?city=Austin&state=TX&product=3").toString())
                .isEqualTo("[{\"city\":\"Austin\",\"state\":\"TX\",\"product\":\"3\",\"level\":12,\"kind\":\"low\","
                        + "\"threshold\":20,\"reorderPoint\":0.0,\"clearLevel\":30.0,\"demandPerHour\":0.0,"
                        + "\"minutesLeft\":null,\"at\":\"2018-01-01T04:00:00Z\"}]");
    }

    @Test
    void shelvesAreFoundByStoreByProductAndAltogether() {
        writer.write(LEVELS, List.of("3", "7"));
        assertThat(shelves("?city=Austin&state=TX")).containsExactly("Austin 3", "Austin 7");
        assertThat(shelves("?state=ZZ")).containsExactly("Nowhere 3", "Nowhere 7");
        assertThat(shelves("?product=7")).containsExactly("Austin 7", "Nowhere 7");
        assertThat(shelves("")).hasSize(4);
        assertThat(shelves("?limit=1")).containsExactly("Austin 3");
        assertThat(shelves("?product=8")).isEmpty();
    }

    @Test
    void theWorstShelvesComeFirstIfAskedFor() {
        writer.write(LEVELS, List.of("3", "7"));
        assertThat(shelves("?order=worst")).containsExactly("Austin 3", "Austin 7", "Nowhere 3", "Nowhere 7");
        assertThat(shelves("?order=product")).isEqualTo(shelves(""));
        assertThat(server.get("/api/shelves?order=best").statusCode()).isEqualTo(400);
    }

    @Test
    void whatABatchWroteIsNotShownBeforeItIsCommitted() {
        writer.writeUncommitted(LEVELS, List.of("3"));
        assertThat(shelves("")).isEmpty();
    }

    @Test
    void aStoreSaysWhereItIsAndHowBadItIsThere() {
        server.database().stores().remember(Set.of(AUSTIN, NOWHERE), PLACES::locate);
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
}
