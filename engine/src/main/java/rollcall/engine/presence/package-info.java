/** The presence job: pings from Kafka become rosters in the database. Begin reading at {@code PresenceJob}. */
package rollcall.engine.presence;
