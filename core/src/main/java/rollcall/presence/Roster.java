package rollcall.presence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The summary of one {@link Bucket}: which drivers sent a ping (online), which of them at least once on duty
 * (available), and how many pings there were. Mutable; not safe for use by several threads.
 */
public final class Roster {

    /** First byte of the serialized form; a change of the form takes a new number, and readers keep the old ones. */
    private static final byte VERSION = 1;

    private static final int HEADER = 1 + 2 * Long.BYTES;

    private final DriverSet online;
    private final DriverSet available;
    private long pings;
    private long availablePings;

    public Roster() {
        this(new DriverSet(), new DriverSet(), 0, 0);
    }

    public Roster(DriverSet online, DriverSet available, long pings, long availablePings) {
        this.online = online;
        this.available = available;
        this.pings = pings;
        this.availablePings = availablePings;
    }

    /** Counts one ping. */
    public void add(long driver, boolean isAvailable) {
        online.add(driver);
        pings++;
        if (isAvailable) {
            available.add(driver);
            availablePings++;
        }
    }

    /** Adds what another roster has seen; both must be of different pings, for their counts are added. */
    public void add(Roster other) {
        unite(other);
        pings += other.pings;
        availablePings += other.availablePings;
    }

    /** Adds the other's drivers but not its counts: right also where some of its pings are in this roster already. */
    public void unite(Roster other) {
        online.addAll(other.online);
        available.addAll(other.available);
    }

    /** Counts pings whose drivers were added with {@link #unite}. */
    public void count(long morePings, long moreAvailablePings) {
        pings += morePings;
        availablePings += moreAvailablePings;
    }

    public DriverSet online() {
        return online;
    }

    /** A subset of {@link #online}. */
    public DriverSet available() {
        return available;
    }

    public long pings() {
        return pings;
    }

    public long availablePings() {
        return availablePings;
    }

    /** Serialized: version, ping counts, online, available. Equal rosters give equal bytes. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + online.compactSize() + available.compactSize());
        bytes.put(VERSION).putLong(pings).putLong(availablePings);
        online.write(bytes);
        available.write(bytes);
        return bytes.array();
    }

    /**
     * Serialized in as many pieces as are needed for each to have at most so many bytes, cut by driver id. The rosters
     * they make {@linkplain #add(Roster) add up} to this one.
     */
    public List<byte[]> toPieces(int largest) {
        byte[] whole = toBytes();
        if (whole.length <= largest || online.size() < 2) {
            return List.of(whole);
        }
        long median = online.median();
        List<byte[]> pieces = new ArrayList<>();
        pieces.addAll(
                new Roster(online.below(median), available.below(median), pings, availablePings).toPieces(largest));
        pieces.addAll(new Roster(online.from(median), available.from(median), 0, 0).toPieces(largest));
        return pieces;
    }

    /**
     * The roster that {@link #toBytes} serialized.
     *
     * @throws IllegalArgumentException if the bytes are of a version this program does not know
     */
    public static Roster fromBytes(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        byte version = from.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("Roster format " + version + " is unknown here (known: " + VERSION
                    + "); a newer Rollcall wrote it");
        }
        long pings = from.getLong();
        long availablePings = from.getLong();
        DriverSet online = DriverSet.read(from);
        return new Roster(online, DriverSet.read(from), pings, availablePings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Roster that
                && pings == that.pings
                && availablePings == that.availablePings
                && online.equals(that.online)
                && available.equals(that.available);
    }

    @Override
    public int hashCode() {
        return 31 * online.hashCode() + Long.hashCode(pings);
    }

    @Override
    public String toString() {
        return online.size() + " online, " + available.size() + " available, " + pings + " pings";
    }
}
