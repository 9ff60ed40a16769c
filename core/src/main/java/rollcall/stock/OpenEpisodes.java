package rollcall.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import rollcall.geo.Place;

/** The open episodes of a product, and the time it has come to: one entry of the state. */
final class OpenEpisodes {

    private static final int FORMAT = 1;

    private final Map<Place, Episode> byStore = new HashMap<>();
    private final Clocks clocks;
    private long clockMillis;

    private OpenEpisodes(Clocks clocks, long clockMillis) {
        this.clocks = clocks;
        this.clockMillis = clockMillis;
    }

    Episode of(Place store) {
        return byStore.get(store);
    }

    Collection<Episode> all() {
        return byStore.values();
    }

    void open(Episode episode) {
        byStore.put(episode.store(), episode);
    }

    void close(Episode episode) {
        byStore.remove(episode.store());
    }

    /** How far each partition has been read. */
    Clocks clocks() {
        return clocks;
    }

    /** The latest event time of any level, in epoch milliseconds. */
    long clockMillis() {
        return clockMillis;
    }

    void moveClock(long millis) {
        clockMillis = Math.max(clockMillis, millis);
    }

    /** Whether some episode lacks units that nobody has promised. */
    boolean areLacking() {
        return byStore.values().stream().anyMatch(episode -> episode.lacking() > 0);
    }

    /** When the first promise lapses, in epoch milliseconds of event time. */
    long nextLapse() {
        return byStore.values().stream()
                .flatMap(episode -> episode.promises().stream())
                .mapToLong(Episode.Promise::untilMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    static OpenEpisodes fromBytes(byte[] bytes) {
        if (bytes == null) {
            return new OpenEpisodes(new Clocks(), Long.MIN_VALUE);
        }
        PackedReader in = new PackedReader(bytes);
        Formats.require(FORMAT, in, "episodes");
        long clockMillis = in.signed();
        OpenEpisodes open = new OpenEpisodes(Clocks.readFrom(in), clockMillis);
        for (int count = in.count(); count > 0; count--) {
            open.open(Episode.readFrom(in));
        }
        return open;
    }

    byte[] toBytes() {
        PackedWriter out = new PackedWriter(64 + 160 * byStore.size());
        out.unsigned(FORMAT);
        out.signed(clockMillis);
        clocks.writeTo(out);
        out.unsigned(byStore.size());
        byStore.values().stream().sorted(Comparator.comparing(Episode::store)).forEach(episode -> episode.writeTo(out));
        return out.toBytes();
    }
}
