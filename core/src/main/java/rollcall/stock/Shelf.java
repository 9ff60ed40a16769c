package rollcall.stock;

import rollcall.geo.Place;

/** One product in one store: its level, its demand, and how many episodes it has had. */
final class Shelf {

    private final Place store;
    private final long threshold;
    private final Demand demand;

    private long level = Reading.NO_LEVEL;
    private long atMillis = Long.MIN_VALUE;
    private long offset;
    private int partition;
    private long episodes;
    private Assessment assessment;

    private Shelf(Place store, long threshold, Demand demand) {
        this.store = store;
        this.threshold = threshold;
        this.demand = demand;
    }

    /** A shelf never heard of. */
    static Shelf unknown(Place store, long threshold) {
        return new Shelf(store, threshold, new Demand());
    }

    Place store() {
        return store;
    }

    long level() {
        return level;
    }

    boolean hasLevel() {
        return level != Reading.NO_LEVEL;
    }

    /** Counts one more episode, and tells its number. */
    long nextEpisode() {
        return ++episodes;
    }

    /** Takes a reading in. A level older than the newest counts for demand only; returns whether it was taken. */
    boolean take(Reading reading, StockRules rules) {
        assessment = null;
        demand.add(reading.atMillis(), reading.quantity(), rules.halfLifeMillis());
        if (!reading.hasLevel() || !isNewer(reading)) {
            return false;
        }
        level = reading.level();
        atMillis = reading.atMillis();
        offset = reading.offset();
        partition = reading.partition();
        return true;
    }

    private boolean isNewer(Reading reading) {
        if (reading.atMillis() != atMillis) {
            return reading.atMillis() > atMillis;
        }
        return reading.offset() != offset ? reading.offset() > offset : reading.partition() >= partition;
    }

    /** What the rules say of it now. */
    Assessment assess(StockRules rules) {
        if (assessment == null) {
            assessment = rules.assess(atMillis, level, threshold, demand);
        }
        return assessment;
    }

    void writeTo(PackedWriter out, long baseMillis) {
        out.text(store.city());
        out.text(store.state());
        out.signed(level);
        if (hasLevel()) {
            out.signed(atMillis - baseMillis);
            out.unsigned(offset);
            out.unsigned(partition);
        }
        out.real(demand.weighted());
        out.signed(demand.atMillis() - baseMillis);
        out.signed(demand.sinceMillis() - baseMillis);
        out.unsigned(episodes);
    }

    static Shelf readFrom(PackedReader in, long baseMillis, String product, Thresholds thresholds) {
        Place store = new Place(in.text(), in.text());
        long level = in.signed();
        boolean hasLevel = level != Reading.NO_LEVEL;
        long atMillis = hasLevel ? baseMillis + in.signed() : Long.MIN_VALUE;
        long offset = hasLevel ? in.unsigned() : 0;
        int partition = hasLevel ? in.count() : 0;
        Demand demand = new Demand(in.real(), baseMillis + in.signed(), baseMillis + in.signed());
        Shelf shelf = new Shelf(store, thresholds.of(store, product), demand);
        shelf.level = level;
        shelf.atMillis = atMillis;
        shelf.offset = offset;
        shelf.partition = partition;
        shelf.episodes = in.unsigned();
        return shelf;
    }

    long demandSeenAtMillis() {
        return demand.atMillis();
    }
}
