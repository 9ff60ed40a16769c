package rollcall.server.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two ways to write a time: {@code yyyy-MM-dd HH:mm:ss} in UTC, and ISO-8601. */
public final class Times {

    /** What a message shows as valid. */
    public static final String EXAMPLES = "2018-01-01 04:00:00 (UTC) or 2018-01-01T04:00:00Z";

    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern PLUS_READ_AS_SPACE = Pattern.compile("(T\\S+) (\\d\\d(:?\\d\\d)?)$");

    private Times() {}

    /** Writes a time as {@code yyyy-MM-dd HH:mm:ss} in UTC. */
    public static String plain(long epochSecond) {
        return PLAIN.format(LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC));
    }

    /** The moment meant, or nothing if the text is in neither form or its year has not four digits. */
    public static Optional<Instant> parse(String text) {
        // In a query, + stands for a space; nobody who writes 04:00+02:00 means that.
        String time = PLUS_READ_AS_SPACE.matcher(text.trim()).replaceFirst("$1+$2");
        try {
            Instant moment = time.contains("T") ? parseIso(time) : utc(LocalDateTime.parse(time, PLAIN));
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            return year >= 0 && year <= 9999 ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant parseIso(String time) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(time, ZonedDateTime::from, LocalDateTime::from);
        return parsed instanceof ZonedDateTime zoned ? zoned.toInstant() : utc((LocalDateTime) parsed);
    }

    private static Instant utc(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
