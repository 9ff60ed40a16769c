package rollcall.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {

    @Test
    void splitsAtCommas() throws IOException {
        assertThat(fields("a,b,c\nd,,\n")).containsExactly(List.of("a", "b", "c"), List.of("d", "", ""));
    }

    @Test
    void keepsSpaces() throws IOException {
        assertThat(fields(" a , b")).containsExactly(List.of(" a ", " b"));
    }

    @Test
    void unquotes() throws IOException {
        assertThat(fields("\"Washington, D.C.\",\"the \"\"big\"\" one\",\"\""))
                .containsExactly(List.of("Washington, D.C.", "the \"big\" one", ""));
    }

    @Test
    void quotedFieldsHoldLineBreaks() throws IOException {
        assertThat(fields("\"a\r\n\nb\",c\nd")).containsExactly(List.of("a\n\nb", "c"), List.of("d"));
    }

    @Test
    void linesMayEndInCarriageReturnAndLineFeed() throws IOException {
        assertThat(fields("a,b\r\nc,d\r\n")).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void skipsEmptyLines() throws IOException {
        assertThat(fields("\n\na\n\nb\n\n")).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void skipsByteOrderMark() throws IOException {
        assertThat(fields("\uFEFFa,b")).containsExactly(List.of("a", "b"));
    }

    @Test
    void tellsTheLineWhereARecordBegins() throws IOException {
        assertThat(rows("a\n\n\"b\nb\"\nc")).extracting(Csv.Row::line).containsExactly(1, 3, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "\"a\"b", "\"a\" ,b", "a,b\"", "\"\"\"\"\""})
    void rejectsQuotesInsideOfFields(String line) {
        Csv csv = new Csv(new StringReader("first\n" + line));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    csv.next();
                    csv.next();
                })
                .withMessageStartingWith("line 2: a quote");
    }

    @Test
    void saysWhereAQuoteWasOpenedThatIsNeverClosed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fields("a,\"b\nc\nd"))
                .withMessage("line 1: a quote is opened and never closed");
    }

    @Test
    void readsOnAfterABadLine() throws IOException {
        Csv csv = new Csv(new StringReader("a\"\nb"));
        assertThatIllegalArgumentException().isThrownBy(csv::next);
        assertThat(csv.next()).contains(new Csv.Row(2, List.of("b")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatWasWritten(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> fields = new ArrayList<>();
            do {
                fields.add(randomField(random));
            } while (random.nextInt(4) > 0);
            records.add(fields);
        }
        String csv = records.stream()
                .map(fields -> fields.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        assertThat(fields(csv)).as("seed %s", seed).isEqualTo(records);
    }

    private static String randomField(Random random) {
        return random.ints(random.nextInt(6), 0, 5)
                .mapToObj(i -> ",\"\nxü".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static List<List<String>> fields(String csv) throws IOException {
        return rows(csv).stream().map(Csv.Row::fields).toList();
    }

    private static List<Csv.Row> rows(String text) throws IOException {
        Csv csv = new Csv(new StringReader(text));
        List<Csv.Row> rows = new ArrayList<>();
        for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
