/** The stock job: tickets from Kafka become shelves, alerts and notifications. Begin reading at {@code StockJob}. */
package rollcall.engine.stock;
