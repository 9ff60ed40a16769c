package rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Records that had been coming come no more.
 *
 * @param what what they are, such as "pings"
 * @param counted how many offsets of all partitions had been read by then: the same whichever server looks
 * @param since when the last of them was counted
 */
public record Stall(String what, String topic, long counted, Instant since) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** @param when when it was noticed */
    Incident incident(Instant when) {
        return new Incident(
                Incident.STALL,
                topic,
                topic,
                Incident.NO_PARTITION,
                counted,
                counted,
                0,
                when,
                "No " + what + " have come since " + DATE_AND_TIME.format(since) + " UTC.",
                true);
    }

    /** What is said of it when they come again. */
    String detailOnceOver(Instant until) {
        boolean inOneDay =
                LocalDate.ofInstant(since, ZoneOffset.UTC).equals(LocalDate.ofInstant(until, ZoneOffset.UTC));
        DateTimeFormatter format = inOneDay ? TIME : DATE_AND_TIME;
        return "No " + what + " came from " + format.format(since) + " to " + format.format(until) + " UTC ("
                + length(Duration.between(since, until)) + ").";
    }

    private static String length(Duration stall) {
        String minutes = stall.toMinutesPart() + " min";
        return stall.toHours() == 0 ? minutes : stall.toHours() + " h " + minutes;
    }
}
