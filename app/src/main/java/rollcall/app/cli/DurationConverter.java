package rollcall.app.cli;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as the configuration writes them. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            Duration duration =
                    ConfigFactory.parseString("d = \"" + text + "\"").getDuration("d");
            if (!text.isEmpty() && !Character.isDigit(text.charAt(text.length() - 1)) && !duration.isNegative()) {
                return duration;
            }
        } catch (ConfigException malformed) {
            // said below, as for a duration without a unit
        }
        throw new TypeConversionException("'" + text + "' is not a duration with a unit, such as 90s or 10m");
    }
}
