package rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the forecast of stock is worth: the rules of the stock job on simulated shelves whose demand is known, with and
 * without it. Prints Markdown, and writes a picture if told where: {@code ForecastEvaluation [WEEKS [PICTURE.svg]]}.
 */
public final class ForecastEvaluation {

    private static final int SHELVES = 10;
    private static final long SEED = 1;

    private static final List<Integer> RATES = List.of(2, 5, 10, 20, 40, 80, 160);

    /** Below, it is the threshold that decides. */
    private static final List<Integer> FAST = List.of(20, 40, 80, 160);

    private static final List<Integer> SLOW = List.of(2, 5, 10);

    private ForecastEvaluation() {}

    public static void main(String[] arguments) throws IOException {
        int weeks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 26;
        ForecastTrials trials = new ForecastTrials(weeks, SHELVES, SEED);
        List<Comparison> shop = compare(trials, DayShape.SHOP);
        System.out.printf(
                "%d weeks, %d shelves of each rate, seed %d; the truck comes %d min after an alert%n",
                weeks, SHELVES, SEED, ForecastTrials.restockMillis() / 60_000);
        print("Open from 8 to 21; threshold alone → with the forecast", ForecastTables.comparison(shop));
        print(
                "Always open and equally busy; threshold alone → with the forecast",
                ForecastTables.comparison(compare(trials, DayShape.FLAT)));
        print(
                "Open from 8 to 21; threshold alone → forecast alone",
                ForecastTables.comparison(Comparison.of(
                        trials, ForecastTrials.threshold(), ForecastTrials.forecastAlone(), DayShape.SHOP, SLOW)));
        print(
                "Open from 8 to 21, " + FAST + " units an hour; announced in time, false alarms",
                ForecastTables.sensitivity(trials, DayShape.SHOP, FAST));
        print(
                "Open from 8 to 21, " + FAST + " units an hour; announced in time, false alarms",
                ForecastTables.caution(trials, DayShape.SHOP, FAST));
        if (arguments.length > 1) {
            Files.writeString(Path.of(arguments[1]), ForecastPicture.of(shop, ForecastTrials.serviceLevel()));
        }
    }

    private static List<Comparison> compare(ForecastTrials trials, DayShape shape) {
        return Comparison.of(trials, ForecastTrials.threshold(), ForecastTrials.forecast(), shape, RATES);
    }

    private static void print(String title, String table) {
        System.out.println();
        System.out.println(title + ":");
        System.out.println();
        System.out.print(table);
    }
}
