/** Kafka and a MongoDB-compatible database inside this process, kept in a directory that survives its death. */
package rollcall.app.embedded;
