package rollcall.server.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The query parameters of a request. One that is there but empty counts as missing; a bad one is a 400 that names it. */
public final class Parameters {

    private final Context request;

    public Parameters(Context request) {
        this.request = request;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(request.queryParam(name)).filter(value -> !value.isBlank());
    }

    public Optional<Instant> time(String name) {
        return text(name)
                .map(value -> Times.parse(value).orElseThrow(() -> bad(name, value, "is not a time", Times.EXAMPLES)));
    }

    /** A whole number between two bounds, both inclusive. */
    public int number(String name, int byDefault, int least, int most) {
        return text(name).map(value -> number(name, value, least, most)).orElse(byDefault);
    }

    /** {@code true} or {@code false}; false if it is missing. */
    public boolean flag(String name) {
        String value = text(name).map(String::trim).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw bad(name, value, "is neither true nor false", name + "=true");
        }
        return value.equals("true");
    }

    /** A position that an earlier answer named: a whole number from 0 on. */
    public OptionalLong cursor(String name) {
        Optional<String> text = text(name).map(String::trim);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("\\d{1,18}")) {
            throw bad(name, text.get(), "is no position that an answer named", name + "=0");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    private static int number(String name, String value, int least, int most) {
        String expected = "is not a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(value.trim());
            if (number < least || number > most) {
                throw bad(name, value, expected, String.valueOf(Math.max(least, 5)));
            }
            return number;
        } catch (NumberFormatException unreadable) {
            throw bad(name, value, expected, String.valueOf(Math.max(least, 5)));
        }
    }

    /** A 400 that names the parameter, says what is wrong with its value, and shows a valid one. */
    public static BadRequestResponse bad(String name, String value, String fault, String example) {
        return new BadRequestResponse(
                "The parameter '" + name + "' " + fault + ": '" + value + "'. Valid is, for example, " + example + ".",
                Map.of("parameter", name));
    }
}
