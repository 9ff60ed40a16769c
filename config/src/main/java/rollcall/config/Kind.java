package rollcall.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What values a key takes: how they are read, said to be wrong, and shown.
 *
 * @param must completes the sentence "this key must be …"
 * @param example a valid value, as it is written in the file
 * @param parser text to value; throws {@link IllegalArgumentException} on text that is not valid
 * @param mask hides what is secret in a text
 */
record Kind<T>(String must, String example, Function<String, T> parser, UnaryOperator<String> mask) {

    private static final String DURATION = "a duration of at least 0 with a unit: ms, s, m, h or d";
    private static final String UNLIMITED = "unlimited";

    static Kind<String> matching(String pattern, String must, String example) {
        return new Kind<>(must, example, text -> require(text.matches(pattern), text), UnaryOperator.identity());
    }

    static Kind<Long> wholeNumber(long least, long most, String example) {
        String must = "a whole number from " + least + " to " + most;
        return new Kind<>(must, example, text -> between(least, most, text), UnaryOperator.identity());
    }

    static Kind<Integer> port(int least, String example) {
        Kind<Long> number = wholeNumber(least, 65_535, example);
        return new Kind<>(number.must, example, number.parser.andThen(Math::toIntExact), UnaryOperator.identity());
    }

    /** @param least such as "1s" */
    static Kind<Duration> durationFrom(String least, String example) {
        return new Kind<>(
                DURATION.replace("0", least),
                example,
                text -> {
                    Duration duration = parseDuration(text);
                    require(duration.compareTo(parseDuration(least)) >= 0, text);
                    return duration;
                },
                UnaryOperator.identity());
    }

    static Kind<Duration> duration(String example) {
        return new Kind<>(DURATION, example, Kind::parseDuration, UnaryOperator.identity());
    }

    static Kind<Optional<Duration>> durationOrUnlimited(String example) {
        return new Kind<>(
                DURATION + ", or \"" + UNLIMITED + "\"",
                example,
                text -> text.equals(UNLIMITED) ? Optional.empty() : Optional.of(parseDuration(text)),
                UnaryOperator.identity());
    }

    static Kind<Path> directory(String example) {
        return new Kind<>(
                "the path of a directory",
                example,
                text -> Path.of(require(!text.isBlank(), text)),
                UnaryOperator.identity());
    }

    static Kind<Optional<String>> token(String example) {
        return new Kind<>(
                "visible ASCII characters without spaces, or empty",
                example,
                text -> Optional.of(require(text.matches("[!-~]*"), text)).filter(given -> !given.isEmpty()),
                Secrets::hide);
    }

    Kind<T> maskedBy(UnaryOperator<String> masking) {
        return new Kind<>(must, example, parser, masking);
    }

    private static long between(long least, long most, String text) {
        long number = Long.parseLong(text);
        require(number >= least && number <= most, text);
        return number;
    }

    private static Duration parseDuration(String text) {
        try {
            Duration duration =
                    ConfigValueFactory.fromAnyRef(text).atKey("value").getDuration("value");
            require(!duration.isNegative() && !text.matches("[0-9.]*[1-9][0-9.]*"), text);
            return duration;
        } catch (ConfigException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String require(boolean valid, String text) {
        if (!valid) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
