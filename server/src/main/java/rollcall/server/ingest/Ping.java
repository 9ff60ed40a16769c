package rollcall.server.ingest;

/**
 * A ping on its way to Kafka.
 *
 * @param key the driver's id in UTF-8: a driver's pings stay in one partition
 * @param value the ping as it was sent
 */
record Ping(byte[] key, byte[] value) {}
