/**
 * What is kept in MongoDB, or in anything that speaks its protocol: rosters, the minute reports made of them, the ledger
 * of Kafka offsets, alerts, and incidents. Only portable commands are used: upserts, compare-and-set, bulk writes, finds.
 */
package rollcall.store;
