package rollcall.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;

/** Finds stores that can spare a product for those that lack it, and has them promise. */
final class Donors {

    private final StoreDirectory places;
    private final RedirectPlanner planner;
    private final StockRules rules;

    /** All shelves whose place is known; finding that out takes longer than a plan does. */
    private List<Placed> all;

    private int seen;

    private record Placed(Shelf shelf, Location location) {}

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
        Map<Place, List<Redirect>> redirects = needs.isEmpty()
                ? Map.of()
                : planner.plan(needs, offers(open, shelves)).stream().collect(Collectors.groupingBy(Redirect::needy));
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

    private List<RedirectPlanner.Offer> offers(OpenEpisodes open, AisleShelves shelves) {
        Map<Place, Long> promised = new HashMap<>();
        open.all()
                .forEach(episode -> episode.promises()
                        .forEach(promise -> promised.merge(
                                promise.redirect().donor(), promise.redirect().quantity(), Long::sum)));
        List<RedirectPlanner.Offer> offers = new ArrayList<>();
        for (Placed placed : placed(shelves)) {
            Shelf shelf = placed.shelf();
            if (shelf.hasLevel() && open.of(shelf.store()) == null) {
                long spare = shelf.assess(rules).spare() - promised.getOrDefault(shelf.store(), 0L);
                if (spare > 0) {
                    offers.add(new RedirectPlanner.Offer(shelf.store(), placed.location(), spare));
                }
            }
        }
        return offers;
    }

    /** In the order in which the planner would put them. */
    private List<Placed> placed(AisleShelves shelves) {
        if (all == null || shelves.count() != seen) {
            all = new ArrayList<>();
            shelves.forEach(
                    shelf -> places.locate(shelf.store()).ifPresent(location -> all.add(new Placed(shelf, location))));
            all.sort(Comparator.comparing(placed -> placed.shelf().store()));
            seen = shelves.count();
        }
        return all;
    }
}
