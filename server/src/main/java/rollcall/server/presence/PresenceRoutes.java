package rollcall.server.presence;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.presence.Bucket;
import rollcall.server.http.Parameters;
import rollcall.server.http.Routes;
import rollcall.server.http.Times;
import rollcall.store.Database;

/** {@code /reports}, {@code /api/presence} and what is under it, and {@code /api/cities}. */
public final class PresenceRoutes implements Routes {

    private static final int MOST_ROSTERS = 50_000;
    private static final int MOST_REPORTS = 600_000;
    private static final int MOST_CORRECTIONS = 1_000;

    /** A year: some 530 rosters at most, for whole hours and days have their own. */
    private static final int MOST_MINUTES = 525_600;

    /** A day: longer than that, and the minutes of a day ago would be mostly the same ones. */
    private static final int MOST_MINUTES_COMPARED = 1_440;

    /** One entry of {@code /reports}. */
    private record Report(String time, long available, long online) {}

    private final Database database;
    private final SeriesReader series;
    private final RecentReader recent;
    private final ChangesReader changes;
    private final String topic;
    private final InstantSource clock;

    /** @param topic the topic of pings */
    public PresenceRoutes(
            Database database,
            RosterCache rosters,
            RecentReader recent,
            ChangesReader changes,
            String topic,
            InstantSource clock) {
        this.database = database;
        this.series = new SeriesReader(database.reports(), rosters);
        this.recent = recent;
        this.changes = changes;
        this.topic = topic;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/reports", request -> request.json(reports(new Parameters(request))));
        routes.get("/api/presence", request -> request.json(series(new Parameters(request))));
        routes.get("/api/presence/last", request -> request.json(last(new Parameters(request))));
        routes.get("/api/presence/changes", request -> request.json(changes(new Parameters(request))));
        routes.get("/api/cities", this::cities);
    }

    private List<Report> reports(Parameters parameters) {
        // A minute that began a fraction of a second before 'from' is not in the range.
        long from = parameters.time("from").map(PresenceRoutes::ceiling).orElse(Long.MIN_VALUE);
        long to = parameters.time("to").map(Instant::getEpochSecond).orElse(Long.MAX_VALUE);
        return database.reports().between(from, to).stream()
                .map(report -> new Report(Times.plain(report.start()), report.available(), report.online()))
                .toList();
    }

    private Series series(Parameters parameters) {
        Step step = parameters
                .text("step")
                .map(code -> Step.of(code)
                        .orElseThrow(() -> Parameters.bad("step", code, "is none of " + Step.codes(), "step=5m")))
                .orElse(Step.MINUTE);
        String city = parameters.text("city").orElse(Bucket.OVERALL);
        Optional<Long> from = parameters.time("from").map(Instant::getEpochSecond);
        Optional<Long> to = parameters.time("to").map(Instant::getEpochSecond);
        long last = step.floor(to.orElseGet(() -> Math.max(newest(), from.orElse(Long.MIN_VALUE))));
        long first = step.floor(from.orElse(last - step.usualRange().toSeconds() + step.seconds()));
        requireOrder(first, last);
        requireAffordable(step, city, first, last);
        return new Series(
                step.code(),
                Instant.ofEpochSecond(first),
                Instant.ofEpochSecond(last),
                city.equals(Bucket.OVERALL) ? null : city,
                series.read(step, first, last, city),
                city.equals(Bucket.OVERALL) ? corrections(first, last + step.seconds() - 1) : List.of());
    }

    private List<CorrectedMinute> corrections(long first, long last) {
        return database.corrections().between(first, last, MOST_CORRECTIONS).stream()
                .map(CorrectedMinute::of)
                .toList();
    }

    /** The newest event seen, or now if there was none: epoch seconds. */
    private long newest() {
        return database.ledger()
                .frontier(topic)
                .newestEventSecond()
                .orElseGet(() -> clock.instant().getEpochSecond());
    }

    private Recent last(Parameters parameters) {
        int minutes = parameters.number("minutes", 5, 1, MOST_MINUTES);
        return recent.last(minutes, parameters.text("city").orElse(Bucket.OVERALL));
    }

    private CityChanges changes(Parameters parameters) {
        int minutes = parameters.number("minutes", 5, 1, MOST_MINUTES_COMPARED);
        return changes.changes(minutes, parameters.text("city").orElse(Bucket.OVERALL));
    }

    private void cities(Context request) {
        request.json(Map.of("cities", database.rosters().cities()));
    }

    private static long ceiling(Instant moment) {
        return moment.getEpochSecond() + (moment.getNano() > 0 ? 1 : 0);
    }

    private static void requireOrder(long from, long to) {
        if (from > to) {
            throw new BadRequestResponse(
                    "The parameter 'from' lies after 'to'. Valid is, for example, from=2018-01-01T04:00:00Z and"
                            + " to=2018-01-01T05:00:00Z.",
                    Map.of("parameter", "from"));
        }
    }

    private static void requireAffordable(Step step, String city, long first, long last) {
        int most = SeriesReader.readsReports(step, city) ? MOST_REPORTS : MOST_ROSTERS;
        if (step.rostersIn(first, last) <= most) {
            return;
        }
        String remedy = Arrays.stream(Step.values())
                .filter(longer -> longer.seconds() > step.seconds())
                .filter(longer -> longer.rostersIn(longer.floor(first), longer.floor(last)) <= MOST_ROSTERS)
                .findFirst()
                .map(fitting -> "use step=" + fitting.code())
                .orElse("ask for a shorter one");
        throw new BadRequestResponse(
                "The range from " + Instant.ofEpochSecond(first) + " to " + Instant.ofEpochSecond(last)
                        + " is too long for step=" + step.code() + ": " + remedy + ".",
                Map.of("parameter", "step"));
    }
}
