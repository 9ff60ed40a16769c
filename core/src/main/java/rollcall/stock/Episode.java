package rollcall.stock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rollcall.geo.Place;

/** An open episode of a shelf, with what has been promised to it. */
final class Episode {

    /** A redirect, and until when it is promised, in epoch milliseconds of event time. */
    record Promise(Redirect redirect, long untilMillis) {}

    private final Place store;
    private final long number;
    private final Alert.Position position;
    private final Assessment raised;
    private final Map<AlertKind, Long> since = new EnumMap<>(AlertKind.class);
    private final List<Promise> promises = new ArrayList<>();

    private Assessment latest;
    private long revision;
    private long lacking;

    /** Opens an episode with the first reading at which a rule fires. */
    Episode(Place store, long number, Alert.Position position, Assessment raised) {
        this(store, number, position, raised, raised, 1, raised.missing());
        since.put(raised.kind(), raised.atMillis());
    }

    private Episode(
            Place store,
            long number,
            Alert.Position position,
            Assessment raised,
            Assessment latest,
            long revision,
            long lacking) {
        this.store = store;
        this.number = number;
        this.position = position;
        this.raised = raised;
        this.latest = latest;
        this.revision = revision;
        this.lacking = lacking;
    }

    Place store() {
        return store;
    }

    List<Promise> promises() {
        return promises;
    }

    /** How many units nobody has promised, as of the last plan. */
    long lacking() {
        return lacking;
    }

    /** How many units it needs now beyond what is promised. */
    long need() {
        return Math.max(0, latest.missing() - promised());
    }

    private long promised() {
        return promises.stream()
                .mapToLong(promise -> promise.redirect().quantity())
                .sum();
    }

    /** Takes in what the rules say at a later reading. */
    void follow(Assessment assessment) {
        latest = assessment;
        revision++;
        if (assessment.kind() != null) {
            since.putIfAbsent(assessment.kind(), assessment.atMillis());
        }
    }

    /** Takes in what a plan gave it. */
    void promise(List<Redirect> redirects, long untilMillis) {
        lacking = need() - redirects.stream().mapToLong(Redirect::quantity).sum();
        if (!redirects.isEmpty()) {
            redirects.forEach(redirect -> promises.add(new Promise(redirect, untilMillis)));
            revision++;
        }
    }

    /** Asks for nothing any more. */
    void giveUp() {
        lacking = 0;
    }

    /** Forgets promises that have lapsed; returns whether there were any. */
    boolean lapse(long nowMillis) {
        boolean lapsed = promises.removeIf(promise -> promise.untilMillis() <= nowMillis);
        if (lapsed) {
            lacking = need();
            revision++;
        }
        return lapsed;
    }

    /** The alert as it is now. */
    Alert alert(String product) {
        return alert(product, null);
    }

    /** The alert when the episode has ended with the latest assessment. */
    Alert resolved(String product) {
        return alert(product, latest.atMillis());
    }

    private Alert alert(String product, Long resolvedAtMillis) {
        List<Redirect> redirects = promises.stream().map(Promise::redirect).toList();
        return new Alert(
                store, product, number, revision, raised, latest, since, redirects, resolvedAtMillis, position);
    }

    void writeTo(PackedWriter out) {
        out.text(store.city());
        out.text(store.state());
        out.unsigned(number);
        out.unsigned(position.partition());
        out.unsigned(position.offset());
        write(out, raised);
        write(out, latest);
        out.unsigned(revision);
        out.unsigned(lacking);
        out.unsigned(since.size());
        since.forEach((kind, millis) -> {
            out.text(kind.text());
            out.signed(millis);
        });
        out.unsigned(promises.size());
        for (Promise promise : promises) {
            out.text(promise.redirect().donor().city());
            out.text(promise.redirect().donor().state());
            out.unsigned(promise.redirect().quantity());
            out.real(promise.redirect().km());
            out.signed(promise.untilMillis());
        }
    }

    static Episode readFrom(PackedReader in) {
        Place store = new Place(in.text(), in.text());
        long number = in.unsigned();
        Alert.Position position = new Alert.Position(in.count(), in.unsigned());
        Episode episode = new Episode(
                store, number, position, readAssessment(in), readAssessment(in), in.unsigned(), in.unsigned());
        for (int kinds = in.count(); kinds > 0; kinds--) {
            episode.since.put(AlertKind.of(in.text()), in.signed());
        }
        for (int promises = in.count(); promises > 0; promises--) {
            Redirect redirect = new Redirect(store, new Place(in.text(), in.text()), in.unsigned(), in.real());
            episode.promises.add(new Promise(redirect, in.signed()));
        }
        return episode;
    }

    private static void write(PackedWriter out, Assessment assessment) {
        out.signed(assessment.atMillis());
        out.text(assessment.kind() == null ? "" : assessment.kind().text());
        out.unsigned(assessment.level());
        out.unsigned(assessment.threshold());
        out.real(assessment.reorderPoint());
        out.real(assessment.clearLevel());
        out.real(assessment.demandPerHour());
    }

    private static Assessment readAssessment(PackedReader in) {
        long atMillis = in.signed();
        String kind = in.text();
        return new Assessment(
                atMillis,
                kind.isEmpty() ? null : AlertKind.of(kind),
                in.unsigned(),
                in.unsigned(),
                in.real(),
                in.real(),
                in.real());
    }
}
