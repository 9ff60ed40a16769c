/** The way in for those who don't speak Kafka: checked, published and acknowledged, or refused whole. */
package rollcall.server.ingest;
