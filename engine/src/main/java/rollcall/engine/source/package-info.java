/**
 * The folding source: a Spark source that reads Kafka with the plain client and folds records where they are read, so
 * that Spark sees a few dense rows a partition and not millions of records.
 *
 * <p>A batch is a list of {@link rollcall.store.KafkaRange ranges}, at most one a partition. It is planned on the driver
 * ({@code BatchPlan}), cut into slices for the tasks ({@code Slice}), and read by {@code FoldReader}.
 */
package rollcall.engine.source;
