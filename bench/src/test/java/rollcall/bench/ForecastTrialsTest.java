package rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ForecastTrialsTest {

    private static final ForecastTrials TRIALS = new ForecastTrials(2, 3, 7);

    @Test
    void theSameSeedGivesTheSameTable() {
        assertThat(ForecastTables.comparison(compare(20))).isEqualTo(ForecastTables.comparison(compare(20)));
    }

    @Test
    void bothRulesHaveTheSameCustomers() {
        Comparison both = compare(40).get(0);

        assertThat(both.after().wanted()).isEqualTo(both.before().wanted());
    }

    @Test
    void fastShelvesAreAnnouncedByTheForecastFarMoreOften() {
        Comparison both = compare(80).get(0);

        assertThat(both.before().inTimeShare()).isLessThan(0.2);
        assertThat(both.after().inTimeShare()).isGreaterThan(0.4);
        assertThat(both.after().lost()).isLessThan(both.before().lost());
    }

    @Test
    void aThresholdThatIsEnoughLosesNoSales() {
        Outcome outcome = compare(2).get(0).before();

        assertThat(outcome.inTimeShare()).isEqualTo(1);
        assertThat(outcome.stockOuts()).isZero();
        assertThat(outcome.lost()).isZero();
    }

    @Test
    void thePictureIsWellFormed() throws Exception {
        String svg = ForecastPicture.of(compare(5, 40), 0.95);

        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("polyline").getLength()).isEqualTo(4);
    }

    private static List<Comparison> compare(Integer... rates) {
        return Comparison.of(
                TRIALS, ForecastTrials.threshold(), ForecastTrials.forecast(), DayShape.SHOP, List.of(rates));
    }
}
