package rollcall.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlaceIndexTest {

    private static final Location HERE = new Location(1, 1);
    private static final Location THERE = new Location(2, 2);

    private final PlaceIndex index = new PlaceIndex();

    @Test
    void ofTwoCitiesOfOneNameTheMostPopulousIsMeant() {
        index.add(new Place("Greenville", "TX"), HERE, 1000);
        index.add(new Place("Greenville", "TX"), THERE, 2000);
        assertThat(index.find(new Place("Greenville", "TX"))).contains(THERE);
    }

    @Test
    void exactSpellingCountsMoreThanPopulation() {
        index.add(new Place("La Porte", "IN"), HERE, 20_000);
        index.add(new Place("LaPorte", "IN"), THERE, 1000);
        assertThat(index.find(new Place("LaPorte", "IN"))).contains(THERE);
        assertThat(index.find(new Place("LaPorte", "Indiana"))).contains(THERE);
        assertThat(index.find(new Place("laporte", "IN"))).contains(HERE);
    }

    @Test
    void ofEqualsTheFirstInOrderIsMeant() {
        index.add(new Place("austin", "TX"), THERE, 0);
        index.add(new Place("AUSTIN", "TX"), HERE, 0);
        assertThat(index.find(new Place("Austin", "TX"))).contains(HERE);
    }

    @Test
    void stateMatters() {
        index.add(new Place("Springfield", "IL"), HERE, 0);
        assertThat(index.find(new Place("Springfield", "MO"))).isEmpty();
    }
}
