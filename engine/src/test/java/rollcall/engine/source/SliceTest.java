package rollcall.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rollcall.store.KafkaRange;

class SliceTest {

    @Test
    void slicesCoverEveryRangeOnceInFewBalancedTasks() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            int tasks = 1 + random.nextInt(20);
            List<KafkaRange> ranges = ranges(random);

            List<List<Slice>> dealt = Slice.deal(ranges, tasks);

            String deal = "seed " + seed + ", round " + round + ": " + ranges + " to " + tasks + " tasks: " + dealt;
            assertCovered(ranges, dealt, deal);
            assertThat(dealt.size()).as(deal).isLessThanOrEqualTo(tasks);
            long total = ranges.stream().mapToLong(KafkaRange::length).sum();
            // One task has to read little more than its share; below a few thousand records, sharing isn't worth it.
            long fair = Math.max(total / tasks, Math.min(total, 4_000));
            assertThat(dealt)
                    .as(deal)
                    .allSatisfy(task -> assertThat(length(task)).isLessThanOrEqualTo(2 * fair));
        }
    }

    @Test
    void cutsAHotPartitionSoThatAllCoresWork() {
        List<List<Slice>> dealt = Slice.deal(List.of(range(0, 1_000), range(1, 1_000_000), range(2, 2_000)), 4);

        assertThat(dealt).hasSize(4);
        assertThat(dealt).allSatisfy(task -> assertThat(length(task)).isBetween(200_000L, 310_000L));
    }

    @Test
    void dealsNearlyEqualPartitionsWholeAndAlwaysTheSameWay() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            List<KafkaRange> ranges = IntStream.range(0, 8)
                    .mapToObj(partition -> range(partition, 10_000 + random.nextInt(400)))
                    .toList();

            assertThat(Slice.deal(ranges, 2).stream()
                            .map(task -> task.stream()
                                    .map(slice -> slice.range().partition())
                                    .toList()))
                    .as("seed %d: %s", seed, ranges)
                    .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7));
        }
    }

    @Test
    void readsAFewRecordsInOneTask() {
        assertThat(Slice.deal(List.of(range(0, 10), range(1, 20)), 8)).hasSize(1);
    }

    @Test
    void dealsNothingWhereThereIsNothing() {
        assertThat(Slice.deal(List.of(range(0, 0)), 8)).isEmpty();
    }

    private static void assertCovered(List<KafkaRange> ranges, List<List<Slice>> dealt, String deal) {
        List<Slice> slices = dealt.stream().flatMap(List::stream).toList();
        assertThat(slices).as(deal).allMatch(slice -> slice.from() < slice.until());
        List<KafkaRange> joined = new ArrayList<>();
        for (KafkaRange range : ranges) {
            long next = range.from();
            for (Slice slice : slices) {
                if (slice.range().equals(range)) {
                    assertThat(slice.from()).as(deal).isEqualTo(next);
                    next = slice.until();
                }
            }
            joined.add(new KafkaRange(range.topic(), range.log(), range.partition(), range.from(), next));
        }
        assertThat(joined).as(deal).isEqualTo(ranges);
    }

    private static List<KafkaRange> ranges(Random random) {
        List<KafkaRange> ranges = new ArrayList<>();
        int partitions = 1 + random.nextInt(12);
        int magnitude = 1 + random.nextInt(1_000_000);
        boolean similar = random.nextBoolean();
        for (int partition = 0; partition < partitions; partition++) {
            long from = random.nextInt(1_000);
            long length = similar ? magnitude + random.nextInt(1 + magnitude / 10) : skewed(random, magnitude);
            ranges.add(new KafkaRange("pings", "id", partition, from, from + length));
        }
        return ranges;
    }

    private static long skewed(Random random, int magnitude) {
        return random.nextInt(4) == 0 ? 0 : random.nextInt(1 + magnitude / (1 + random.nextInt(100)));
    }

    private static KafkaRange range(int partition, long length) {
        return new KafkaRange("pings", "id", partition, 7, 7 + length);
    }

    private static long length(List<Slice> task) {
        return task.stream().mapToLong(slice -> slice.until() - slice.from()).sum();
    }
}
