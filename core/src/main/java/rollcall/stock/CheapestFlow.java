package rollcall.stock;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Ships units through a network at the least total cost: by successive shortest paths, with node potentials that keep
 * costs from becoming negative, so that Dijkstra's algorithm finds the paths (Ahuja, Magnanti, Orlin, "Network Flows",
 * 1993, section 9.7). Nothing is multiplied or summed that grows with the units, so their number has no limit.
 */
final class CheapestFlow {

    private static final long FAR = Long.MAX_VALUE;
    private static final int NONE = -1;

    private record Stop(long distance, int node) {}

    /** Of nodes equally near, the lower one is visited first: results depend on nothing but the network. */
    private final PriorityQueue<Stop> queue =
            new PriorityQueue<>(Comparator.comparingLong(Stop::distance).thenComparingInt(Stop::node));

    // Arcs by number: arc + 1 leads back and can take what the arc carries.
    private final int[] target;
    private final int[] next;
    private final long[] capacity;
    private final long[] cost;
    private int arcs;

    private final int[] firstArc;
    private final long[] potential;
    private final long[] distance;
    private final int[] arrival;
    private final int[] reached;
    private int reachedNodes;

    CheapestFlow(int nodes, int arcs) {
        target = new int[2 * arcs];
        next = new int[2 * arcs];
        capacity = new long[2 * arcs];
        cost = new long[2 * arcs];
        firstArc = new int[nodes];
        Arrays.fill(firstArc, NONE);
        potential = new long[nodes];
        distance = new long[nodes];
        Arrays.fill(distance, FAR);
        arrival = new int[nodes];
        reached = new int[nodes];
    }

    /**
     * Adds a way before anything is shipped.
     *
     * @param unitCost at least 0
     * @return its number
     */
    int addArc(int from, int to, long units, long unitCost) {
        addHalf(from, to, units, unitCost);
        addHalf(to, from, 0, -unitCost);
        return arcs - 2;
    }

    private void addHalf(int from, int to, long units, long unitCost) {
        target[arcs] = to;
        capacity[arcs] = units;
        cost[arcs] = unitCost;
        next[arcs] = firstArc[from];
        firstArc[from] = arcs++;
    }

    /** Ships units that the network has room for. What was shipped before may take other ways now. */
    void ship(int source, int sink, long units) {
        long left = units;
        while (left > 0) {
            findPath(source, sink);
            long most = left;
            for (int node = sink; node != source; node = before(node)) {
                most = Math.min(most, capacity[arrival[node]]);
            }
            for (int node = sink; node != source; node = before(node)) {
                capacity[arrival[node]] -= most;
                capacity[arrival[node] ^ 1] += most;
            }
            left -= most;
        }
    }

    /** The units that an arc carries. */
    long carriedBy(int arc) {
        return capacity[arc ^ 1];
    }

    private int before(int node) {
        return target[arrival[node] ^ 1];
    }

    private void findPath(int source, int sink) {
        reach(source, 0, NONE);
        Stop stop = queue.remove();
        while (stop.node != sink) {
            if (stop.distance == distance[stop.node]) {
                leave(stop.node);
            }
            stop = queue.remove();
        }
        for (int i = 0; i < reachedNodes; i++) {
            int node = reached[i];
            potential[node] += Math.min(distance[node], stop.distance) - stop.distance;
            distance[node] = FAR;
        }
        reachedNodes = 0;
        queue.clear();
    }

    private void leave(int node) {
        for (int arc = firstArc[node]; arc != NONE; arc = next[arc]) {
            if (capacity[arc] > 0) {
                long reducedCost = cost[arc] + potential[node] - potential[target[arc]];
                assert reducedCost >= 0 : "potentials no longer fit";
                reach(target[arc], distance[node] + reducedCost, arc);
            }
        }
    }

    private void reach(int node, long newDistance, int arc) {
        if (newDistance < distance[node]) {
            if (distance[node] == FAR) {
                reached[reachedNodes++] = node;
            }
            distance[node] = newDistance;
            arrival[node] = arc;
            queue.add(new Stop(newDistance, node));
        }
    }
}
