package rollcall.server.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.presence.Bucket;
import rollcall.presence.Roster;
import rollcall.store.Rosters;
import rollcall.store.StoredRoster;

/**
 * Rosters as they are now, each read and decoded again only when its revision has changed. Holds those last used, up to
 * a number of drivers in all. Safe for use by several threads; the rosters it gives must not be changed.
 */
public final class RosterCache {

    private final Rosters rosters;
    private final long capacity;
    private final Map<Bucket, StoredRoster> byLastUse = new LinkedHashMap<>(256, 0.75f, true);
    private long drivers;

    /** @param capacity drivers in all rosters held, at most; one takes about 2 bytes, and 16 if it is named by a string */
    public RosterCache(Rosters rosters, long capacity) {
        this.rosters = rosters;
        this.capacity = capacity;
    }

    /** The rosters of these buckets; a bucket in which nothing has been seen is absent. */
    public Map<Bucket, StoredRoster> find(Collection<Bucket> buckets) {
        Map<Bucket, StoredRoster> found = new HashMap<>();
        List<Bucket> changed = new ArrayList<>();
        Map<Bucket, Long> revisions = rosters.revisions(buckets);
        synchronized (this) {
            revisions.forEach((bucket, revision) -> {
                StoredRoster held = byLastUse.get(bucket);
                if (held != null && held.revision() == revision) {
                    found.put(bucket, held);
                } else {
                    changed.add(bucket);
                }
            });
        }
        if (!changed.isEmpty()) {
            Map<Bucket, StoredRoster> read = rosters.find(changed);
            found.putAll(read);
            hold(read.values());
        }
        return found;
    }

    private synchronized void hold(Collection<StoredRoster> read) {
        for (StoredRoster roster : read) {
            drivers += weight(roster);
            StoredRoster before = byLastUse.put(roster.bucket(), roster);
            if (before != null) {
                drivers -= weight(before);
            }
        }
        Iterator<StoredRoster> oldest = byLastUse.values().iterator();
        while (drivers > capacity && oldest.hasNext()) {
            drivers -= weight(oldest.next());
            oldest.remove();
        }
    }

    private static long weight(StoredRoster stored) {
        Roster roster = stored.roster();
        return 1 + roster.online().size() + roster.available().size();
    }
}
