package rollcall.server.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import rollcall.presence.Bucket;
import rollcall.store.Reports;
import rollcall.store.StoredRoster;

/** Reads series of distinct drivers per step. */
final class SeriesReader {

    /** Rosters read at once: one find's worth, and what is in memory at most. */
    private static final int AT_ONCE = 500;

    private final Reports reports;
    private final RosterCache rosters;

    SeriesReader(Reports reports, RosterCache rosters) {
        this.reports = reports;
        this.rosters = rosters;
    }

    /** Whether a series is read from reports alone, without any roster. */
    static boolean readsReports(Step step, String city) {
        return step == Step.MINUTE && city.equals(Bucket.OVERALL);
    }

    /**
     * The steps that start from one epoch second to another, both inclusive and starts of steps.
     *
     * @param city a city, or {@link Bucket#OVERALL}
     */
    List<Point> read(Step step, long first, long last, String city) {
        if (readsReports(step, city)) {
            return reports.between(first, last).stream().map(Point::of).toList();
        }
        List<Point> points = new ArrayList<>();
        long stride = AT_ONCE * step.seconds();
        for (long start = first; start <= last; start += stride) {
            points.addAll(readAtOnce(step, start, Math.min(last, start + stride - step.seconds()), city));
        }
        return points;
    }

    private List<Point> readAtOnce(Step step, long first, long last, String city) {
        List<Long> starts = LongStream.iterate(first, start -> start <= last, start -> start + step.seconds())
                .boxed()
                .toList();
        Map<Bucket, StoredRoster> found = rosters.find(starts.stream()
                .flatMap(start -> step.buckets(start, city).stream())
                .toList());
        List<Point> points = new ArrayList<>();
        for (long start : starts) {
            List<StoredRoster> parts = step.buckets(start, city).stream()
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (!parts.isEmpty()) {
                points.add(Point.union(start, parts));
            }
        }
        return points;
    }
}
