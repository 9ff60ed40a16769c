package rollcall.engine;

import java.util.List;
import rollcall.config.MongoSettings;
import rollcall.engine.source.Progress;
import rollcall.store.Claim;
import rollcall.store.Database;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;
import rollcall.store.LedgerEntry;

/**
 * Keeps a job's progress in the ledger, beside its results.
 *
 * @param job whose database client is used
 */
public record LedgerProgress(MongoSettings mongo, String job, Claim claim) implements Progress {

    @Override
    public List<LedgerEntry> entries() {
        return Databases.of(mongo, job).ledger().entries(claim.topic());
    }

    @Override
    public boolean begin(List<KafkaRange> ranges, List<Incident> incidents) {
        Database database = Databases.of(mongo, job);
        // First: once the ledger has moved past what is lost, nobody would notice again.
        incidents.forEach(database.incidents()::record);
        return database.ledger().intend(claim, ranges);
    }
}
