package rollcall.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class StoreDirectoryTest {

    private static final Place AUSTIN = new Place("Austin", "TX");
    private static final Place VIENNA = new Place("Wien", "Wien");
    private static final Location DOMAIN = new Location(30.4020, -97.7251);
    private static final Location GRABEN = new Location(48.2088, 16.3700);

    private final StoreDirectory directory =
            new StoreDirectory(Map.of(AUSTIN, DOMAIN, VIENNA, GRABEN), Gazetteer.unitedStates());

    @Test
    void ownersKnowBetterThanTheGazetteer() {
        assertThat(directory.locate(AUSTIN)).contains(DOMAIN);
    }

    @Test
    void ownersKnowBetterHoweverAStoreIsSpelled() {
        assertThat(directory.locate(new Place("austin", "Texas"))).contains(DOMAIN);
    }

    @Test
    void ownersKnowPlacesThatNoGazetteerHas() {
        assertThat(directory.locate(VIENNA)).contains(GRABEN);
    }

    @Test
    void theGazetteerKnowsTheOthers() {
        assertThat(directory.locate(new Place("Houston", "TX"))).contains(new Location(29.7633, -95.3633));
    }

    @Test
    void answersTheSameAgain() {
        Place houston = new Place("Houston", "TX");
        assertThat(directory.locate(houston)).isSameAs(directory.locate(new Place("Houston", "TX")));
    }

    @Test
    void doesNotKnowWhatNobodyKnows() {
        assertThat(directory.locate(new Place("Atlantis", "AT"))).isEmpty();
        assertThat(directory.locate(new Place("Atlantis", "AT"))).isEmpty();
    }
}
