package rollcall.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocationTest {

    private static final double DEGREE_KM = Math.PI / 180 * 6371.0088;

    @Test
    void degreeOfLatitudeIs111Km() {
        assertThat(new Location(10, 20).kmTo(new Location(11, 20))).isCloseTo(DEGREE_KM, within(1e-9));
    }

    @Test
    void knowsHowFarAustinIsFromDallas() {
        assertThat(new Location(30.2672, -97.7431).kmTo(new Location(32.7831, -96.8067)))
                .isCloseTo(293.5, within(0.5));
    }

    @Test
    void antipodesAreHalfAroundTheEarth() {
        assertThat(new Location(12.3, 45.6).kmTo(new Location(-12.3, -134.4))).isCloseTo(180 * DEGREE_KM, within(1e-3));
    }

    @Test
    void tellsCentimetres() {
        double centimetre = 1e-5 / DEGREE_KM;
        assertThat(new Location(40, -100).kmTo(new Location(40 + centimetre, -100)))
                .isCloseTo(1e-5, within(1e-9));
    }

    @Test
    void crossesTheDateLine() {
        assertThat(new Location(0, 179.5).kmTo(new Location(0, -179.5))).isCloseTo(DEGREE_KM, within(1e-9));
    }

    @Test
    void isAsFarThereAsBack() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            Location one = new Location(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            Location other = new Location(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            assertThat(one.kmTo(other)).as("%s, %s", one, other).isEqualTo(other.kmTo(one));
        }
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void rejectsWhatIsNotOnEarth(double latitude, double longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Location(latitude, longitude));
    }

    @Test
    void saysWhichDegreesAreWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Location(97.5, 30))
                .withMessage("latitude must be from -90 to 90, not 97.5");
    }
}
