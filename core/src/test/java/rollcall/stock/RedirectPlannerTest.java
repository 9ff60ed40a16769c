package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.stock.RedirectPlanner.Need;

/** Stores stand on the equator, where a degree is 111.195 km. */
final class RedirectPlannerTest {

    private final RedirectPlanner planner = new RedirectPlanner(10);

    @Test
    void theNearestDonorGivesWhatItCanThenTheNextNearest() {
        List<Redirect> plan =
                planner.plan(List.of(need("N", 0, 10)), List.of(offer("C", 3, 9), offer("A", 2, 4), offer("B", -1, 5)));
        assertThat(plan)
                .containsExactly(
                        new Redirect(place("N"), place("B"), 5, 111.195),
                        new Redirect(place("N"), place("A"), 4, 222.39),
                        new Redirect(place("N"), place("C"), 1, 333.585));
    }

    @Test
    void givesNoMoreThanIsNeeded() {
        assertThat(plan(List.of(need("N", 0, 10)), List.of(offer("A", 1, 1000))))
                .containsExactly(tuple("N", "A", 10L));
    }

    @Test
    void ofDonorsEquallyNearTheFirstGives() {
        assertThat(plan(List.of(need("N", 0, 5)), List.of(offer("C", 1, 3), offer("B", -1, 3), offer("A", 1, 1))))
                .containsExactly(tuple("N", "A", 1L), tuple("N", "B", 3L), tuple("N", "C", 1L));
    }

    /** Were N to take all that A has, its nearest, O would have to go to B, 3 degrees away. */
    @Test
    void aNeedyStoreGoesFartherIfThatSparesAnotherAsMuch() {
        assertThat(plan(List.of(need("N", 0, 5), need("O", 2, 5)), List.of(offer("A", 0.9, 5), offer("B", -1, 5))))
                .containsExactly(tuple("N", "B", 5L), tuple("O", "A", 5L));
    }

    /** N would take all from A, its nearest; but O, whose nearest two are C and A, would go without 4 units then. */
    @Test
    void moreUnitsCountMoreThanFewerKilometres() {
        assertThat(tuples(new RedirectPlanner(2)
                        .plan(
                                List.of(need("N", 0, 5), need("O", 2.5, 5)),
                                List.of(offer("A", 1, 5), offer("B", -3.4, 5), offer("C", 3.5, 1)))))
                .containsExactly(tuple("N", "A", 1L), tuple("N", "B", 4L), tuple("O", "C", 1L), tuple("O", "A", 4L));
    }

    /** A would do for N, without a step; but B can't give itself, so they change over half the earth, twice. */
    @Test
    void noDistanceIsTooFarForAUnitMore() {
        assertThat(plan(List.of(need("N", 0, 5), need("B", 179, 5)), List.of(offer("A", 0, 5), offer("B", 179, 5))))
                .containsExactly(tuple("B", "A", 5L), tuple("N", "B", 5L));
    }

    @Test
    void aStoreIsNeverItsOwnDonor() {
        assertThat(plan(List.of(need("N", 0, 5)), List.of(offer("N", 0, 100)))).isEmpty();
    }

    @Test
    void aStoreThatIsItsOwnNearestIsNotCountedAmongTheNearest() {
        assertThat(new RedirectPlanner(1).plan(List.of(need("N", 0, 5)), List.of(offer("N", 0, 100), offer("A", 1, 5))))
                .hasSize(1);
    }

    @Test
    void storesOfOneLocationGiveEachOther() {
        assertThat(planner.plan(List.of(need("N", 7, 5)), List.of(offer("A", 7, 5))))
                .containsExactly(new Redirect(place("N"), place("A"), 5, 0));
    }

    @Test
    void storesOfOneCityNameInTwoStatesAreTwo() {
        Place illinois = new Place("Springfield", "IL");
        Place missouri = new Place("Springfield", "MO");
        Location there = new Location(38, -90);
        assertThat(planner.plan(List.of(new Need(illinois, there, 5)), List.of(Offer.of(missouri, there, 5))))
                .containsExactly(new Redirect(illinois, missouri, 5, 0));
    }

    @Test
    void onlyTheNearestDonorsAreConsidered() {
        assertThat(tuples(new RedirectPlanner(2)
                        .plan(
                                List.of(need("N", 0, 10)),
                                List.of(offer("C", 3, 100), offer("B", 2, 1), offer("A", 1, 1)))))
                .containsExactly(tuple("N", "A", 1L), tuple("N", "B", 1L));
    }

    @Test
    void ofDonorsEquallyNearTheFirstAreConsidered() {
        assertThat(tuples(new RedirectPlanner(1)
                        .plan(
                                List.of(need("N", 0, 10)),
                                List.of(offer("C", 1, 9), offer("A", -1, 1), offer("B", 1, 9)))))
                .containsExactly(tuple("N", "A", 1L));
    }

    @Test
    void donorsWithoutAnythingToSpareAreNotAmongTheNearest() {
        assertThat(tuples(new RedirectPlanner(1)
                        .plan(
                                List.of(need("N", 0, 10)),
                                List.of(offer("A", 1, 0), offer("B", 2, -3), offer("C", 3, 4)))))
                .containsExactly(tuple("N", "C", 4L));
    }

    @Test
    void withoutDonorsThereIsNoPlan() {
        assertThat(plan(List.of(need("N", 0, 5)), List.of())).isEmpty();
    }

    @Test
    void withoutNeedsThereIsNoPlan() {
        assertThat(plan(List.of(), List.of(offer("A", 0, 5)))).isEmpty();
        assertThat(plan(List.of(need("N", 0, 0)), List.of(offer("A", 0, 5)))).isEmpty();
    }

    @Test
    void quantitiesMayBeAsLargeAsANumberGoes() {
        assertThat(plan(
                        List.of(need("N", 0, Long.MAX_VALUE), need("O", 1, 1L << 53), need("P", 2, Long.MAX_VALUE)),
                        List.of(offer("A", 0, Long.MAX_VALUE), offer("B", 1, Long.MAX_VALUE), offer("C", 2, 1L << 53))))
                .containsExactlyInAnyOrder(
                        tuple("N", "A", Long.MAX_VALUE),
                        tuple("O", "B", 1L << 53),
                        tuple("P", "B", Long.MAX_VALUE - (1L << 53)),
                        tuple("P", "C", 1L << 53));
    }

    @Test
    void theDateLineIsNoBorder() {
        assertThat(tuples(new RedirectPlanner(1)
                        .plan(List.of(need("N", 179.9, 5)), List.of(offer("A", 178, 5), offer("B", -179.9, 5)))))
                .containsExactly(tuple("N", "B", 5L));
    }

    @Test
    void plansAreSortedByNeedyStoreThenDistance() {
        List<Need> needs =
                LongStream.range(0, 5).mapToObj(i -> need("N" + (9 - i), i, 3)).toList();
        List<Offer> offers =
                LongStream.range(0, 9).mapToObj(i -> offer("A" + i, i - 0.3, 2)).toList();
        List<Redirect> plan = planner.plan(needs, offers);
        assertThat(plan).hasSizeGreaterThan(5).isSortedAccordingTo((one, other) -> {
            int byStore = one.needy().compareTo(other.needy());
            return byStore != 0 ? byStore : Double.compare(one.km(), other.km());
        });
    }

    @Test
    void aStoreCannotNeedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(List.of(need("N", 0, 5), need("N", 0, 6)), List.of()))
                .withMessage("N, TX is there twice");
    }

    @Test
    void aStoreCannotOfferTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(List.of(need("N", 0, 5)), List.of(offer("A", 0, 5), offer("A", 0, 5))))
                .withMessage("A, TX is there twice");
    }

    @Test
    void noDonorAtAllCannotBeAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RedirectPlanner(0));
    }

    private List<Tuple> plan(List<Need> needs, List<Offer> offers) {
        return tuples(planner.plan(needs, offers));
    }

    private static List<Tuple> tuples(List<Redirect> plan) {
        return plan.stream()
                .map(redirect -> tuple(redirect.needy().city(), redirect.donor().city(), redirect.quantity()))
                .toList();
    }

    private static Place place(String city) {
        return new Place(city, "TX");
    }

    private static Need need(String city, double longitude, long quantity) {
        return new Need(place(city), new Location(0, longitude), quantity);
    }

    private static Offer offer(String city, double longitude, long spare) {
        return Offer.of(place(city), new Location(0, longitude), spare);
    }
}
