package rollcall.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * What a roster is about: a stretch of event time, overall or in one city.
 *
 * @param level how long the stretch is
 * @param start its first epoch second, a multiple of the level's length
 * @param city the city, or {@link #OVERALL}
 */
public record Bucket(Level level, long start, String city) implements Serializable, Comparable<Bucket> {

    /** Stands for all drivers, with a city or without. */
    public static final String OVERALL = "";

    public Bucket {
        Objects.requireNonNull(level);
        Objects.requireNonNull(city);
        if (level.floor(start) != start) {
            throw new IllegalArgumentException("A bucket of level " + level + " can't start at " + start
                    + "; it must be a multiple of " + level.seconds() + " s, such as " + level.floor(start));
        }
    }

    /** The bucket that holds an epoch second. */
    public static Bucket of(Level level, long epochSecond, String city) {
        return new Bucket(level, level.floor(epochSecond), city);
    }

    /** The bucket of a longer (or the same) level that this one lies in. */
    public Bucket in(Level longer) {
        return of(longer, start, city);
    }

    /** The same stretch of time for all drivers. */
    public Bucket overall() {
        return new Bucket(level, start, OVERALL);
    }

    public boolean isOverall() {
        return city.isEmpty();
    }

    /** By level, then time, then city. */
    @Override
    public int compareTo(Bucket other) {
        int byLevel = level.compareTo(other.level);
        int byTime = byLevel != 0 ? byLevel : Long.compare(start, other.start);
        return byTime != 0 ? byTime : city.compareTo(other.city);
    }

    @Override
    public String toString() {
        return level + " " + Instant.ofEpochSecond(start) + (isOverall() ? "" : " " + city);
    }
}
