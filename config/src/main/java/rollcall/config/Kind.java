package rollcall.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.math.BigDecimal;
import java.net.URI;
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

    /** @param least such as "0.5", included as {@code most} is */
    static Kind<Double> number(String least, String most, String example) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return new Kind<>(
                "a number from " + least + " to " + most,
                example,
                text -> {
                    BigDecimal number = new BigDecimal(text);
                    require(number.compareTo(from) >= 0 && number.compareTo(to) <= 0, text);
                    return number.doubleValue();
                },
                UnaryOperator.identity());
    }

    static Kind<Boolean> yesOrNo(String example) {
        return new Kind<>(
                "true or false",
                example,
                text -> Boolean.valueOf(require(text.matches("true|false"), text)),
                UnaryOperator.identity());
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

    static Kind<Optional<Path>> fileOrNone(String example) {
        return new Kind<>(
                "the path of a file, or empty",
                example,
                text -> text.isEmpty() ? Optional.empty() : Optional.of(Path.of(require(!text.isBlank(), text))),
                UnaryOperator.identity());
    }

    /** A directory here, or on a file system that only the engine knows. */
    static Kind<Optional<String>> placeOrNone(String example) {
        return new Kind<>(
                "the path of a directory, or the URI of one, or empty",
                example,
                text -> {
                    if (text.contains("://")) {
                        URI.create(text);
                    } else {
                        Path.of(require(text.isEmpty() || !text.isBlank(), text));
                    }
                    return Optional.of(text).filter(given -> !given.isEmpty());
                },
                Secrets::hideInUri);
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
