package rollcall.stock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;

/**
 * All shelves of one product: takes readings in, opens and closes episodes, and finds donors for those in need. What
 * comes of it depends on the readings and their order only, not on how many are taken in at a time.
 *
 * <p>The state is a few entries of bytes, read when first needed: blocks of shelves, and the open episodes.
 */
public final class Aisle {

    /** How many entries the state of a product has. */
    public static final int ENTRIES = ShelfBlock.BLOCKS + 1;

    private static final int OPEN_EPISODES = ShelfBlock.BLOCKS;

    private final String product;
    private final StockRules rules;
    private final AisleShelves shelves;
    private final OpenEpisodes open;
    private final Donors donors;
    private long nextLapse;

    private final List<Alert> raised = new ArrayList<>();
    private final List<Alert> resolved = new ArrayList<>();
    private final Set<Episode> changed = new LinkedHashSet<>();

    /**
     * @param state the bytes of an entry, from 0 to {@link #ENTRIES}, as {@link #changedEntries} gave them; null for one
     *     that was never written
     */
    public Aisle(
            String product,
            StockRules rules,
            StoreDirectory places,
            RedirectPlanner planner,
            IntFunction<byte[]> state) {
        this.product = product;
        this.rules = rules;
        this.shelves = new AisleShelves(product, rules.thresholds(), state);
        this.open = OpenEpisodes.fromBytes(state.apply(OPEN_EPISODES));
        this.donors = new Donors(places, planner, rules);
        this.nextLapse = open.nextLapse();
    }

    /** Takes in all readings of some {@link ReadingLog}s, whose order does not matter. */
    public void take(List<byte[]> readings) {
        Readings.inOrder(readings, open.clocks(), shelves::toChange, this::take);
    }

    /** The alerts raised, as they were when they were raised, in that order. */
    public List<Alert> raised() {
        return raised;
    }

    /** The alerts that were raised or have changed, as they are now. */
    public List<Alert> changed() {
        List<Alert> alerts = new ArrayList<>(resolved);
        changed.forEach(episode -> alerts.add(episode.alert(product)));
        return alerts;
    }

    /** The state's entries that have changed, by number. */
    public Map<Integer, byte[]> changedEntries() {
        Map<Integer, byte[]> entries = new TreeMap<>();
        shelves.addChanged(entries);
        entries.put(OPEN_EPISODES, open.toBytes());
        return entries;
    }

    /** The stores whose shelf was heard of for the first time. */
    public Set<Place> newStores() {
        return shelves.newStores();
    }

    private void take(Shelf shelf, Reading reading) {
        long before = shelf.level();
        if (!shelf.take(reading, rules)) {
            return;
        }
        open.moveClock(reading.atMillis());
        boolean hasLapsed = lapse();
        Episode episode = open.of(shelf.store());
        Assessment now = shelf.assess(rules);
        if (episode != null) {
            boolean givesBack = follow(episode, now);
            planIfLacking(hasLapsed || givesBack);
        } else if (now.kind() != null) {
            raise(shelf, now, reading);
        } else {
            planIfLacking(hasLapsed || shelf.level() > before);
        }
    }

    private void raise(Shelf shelf, Assessment now, Reading reading) {
        Alert.Position position = new Alert.Position(reading.partition(), reading.offset());
        Episode episode = new Episode(shelf.store(), shelf.nextEpisode(), position, now);
        open.open(episode);
        changed.add(episode);
        plan();
        raised.add(episode.alert(product));
    }

    /** Returns whether units that were promised are free again. */
    private boolean follow(Episode episode, Assessment now) {
        episode.follow(now);
        if (!now.isClear()) {
            changed.add(episode);
            return false;
        }
        open.close(episode);
        changed.remove(episode);
        resolved.add(episode.resolved(product));
        nextLapse = open.nextLapse();
        return !episode.promises().isEmpty();
    }

    private boolean lapse() {
        if (open.clockMillis() < nextLapse) {
            return false;
        }
        open.all().stream().filter(episode -> episode.lapse(open.clockMillis())).forEach(changed::add);
        nextLapse = open.nextLapse();
        return true;
    }

    private void planIfLacking(boolean hasReason) {
        if (hasReason && open.areLacking()) {
            plan();
        }
    }

    private void plan() {
        changed.addAll(donors.promise(open, shelves));
        nextLapse = open.nextLapse();
    }
}
