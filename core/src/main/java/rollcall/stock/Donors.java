package rollcall.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.geo.UnitVector;

/** Finds stores that can spare a product for those that lack it, and has them promise. */
final class Donors {

    private final StoreDirectory places;
    private final RedirectPlanner planner;
    private final StockRules rules;

    /** All shelves whose place is known; finding that out takes longer than a plan does. */
    private List<Located> located;

    private int seen;

    /** What the donors have promised, by store. */
    private Map<Place, Long> promised;

    Donors(StoreDirectory places, RedirectPlanner planner, StockRules rules) {
        this.places = places;
        this.planner = planner;
        this.rules = rules;
    }

    /** Plans for all episodes that lack units; returns those that were promised some. */
    List<Episode> promise(OpenEpisodes open, AisleShelves shelves) {
        List<Episode> lacking = new ArrayList<>();
        List<RedirectPlanner.Need> needs = new ArrayList<>();
        for (Episode episode : open.all()) {
            if (episode.lacking() > 0) {
                lacking.add(episode);
                places.locate(episode.store())
                        .filter(location -> episode.need() > 0)
                        .ifPresent(location ->
                                needs.add(new RedirectPlanner.Need(episode.store(), location, episode.need())));
            }
        }
        promised = promised(open);
        Map<Place, List<Redirect>> redirects = needs.isEmpty()
                ? Map.of()
                : planner.plan(needs, located(shelves)).stream().collect(Collectors.groupingBy(Redirect::needy));
        long untilMillis = open.clockMillis() + rules.keepMillis();
        for (Episode episode : lacking) {
            if (places.locate(episode.store()).isEmpty()) {
                episode.giveUp(); // nobody is near a place that nobody knows
            } else {
                episode.promise(redirects.getOrDefault(episode.store(), List.of()), untilMillis);
            }
        }
        return lacking.stream()
                .filter(episode -> redirects.containsKey(episode.store()))
                .toList();
    }

    private static Map<Place, Long> promised(OpenEpisodes open) {
        Map<Place, Long> promised = new HashMap<>();
        open.all()
                .forEach(episode -> episode.promises()
                        .forEach(promise -> promised.merge(
                                promise.redirect().donor(), promise.redirect().quantity(), Long::sum)));
        return promised;
    }

    private List<Located> located(AisleShelves shelves) {
        if (located == null || shelves.count() != seen) {
            located = new ArrayList<>();
            shelves.forEach(shelf -> places.locate(shelf.store())
                    .ifPresent(location -> located.add(new Located(shelf, location, UnitVector.of(location)))));
            seen = shelves.count();
        }
        return located;
    }

    /** A shelf whose place is known. */
    private final class Located implements Offer {
        private final Shelf shelf;
        private final Location location;
        private final UnitVector direction;

        Located(Shelf shelf, Location location, UnitVector direction) {
            this.shelf = shelf;
            this.location = location;
            this.direction = direction;
        }

        @Override
        public Place store() {
            return shelf.store();
        }

        @Override
        public Location location() {
            return location;
        }

        @Override
        public UnitVector direction() {
            return direction;
        }

        @Override
        public long spare() {
            return shelf.hasLevel() ? shelf.assess(rules).spare() - promised.getOrDefault(shelf.store(), 0L) : 0;
        }
    }
}
