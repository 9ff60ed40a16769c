package rollcall.app.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a query says about {@code _id} where that is a string. It may let through more than the query does, never less.
 *
 * @param ids the only ids that can match, or null if the query does not list them
 * @param from no id below this can match; null if there is no such bound
 * @param to no id above this can match; null if there is no such bound
 */
record IdCondition(List<String> ids, String from, String to) {

    static IdCondition of(Document query) {
        List<Object> conditions = conditions(query).toList();
        return new IdCondition(
                first(conditions.stream().map(IdCondition::listed)),
                first(conditions.stream().map(condition -> bound(condition, "$gte", "$gt"))),
                first(conditions.stream().map(condition -> bound(condition, "$lte", "$lt"))));
    }

    boolean isRange() {
        return from != null || to != null;
    }

    /** Whether the query asks for listed ids and nothing else. */
    static boolean isOnlyList(Document query) {
        return query.size() == 1
                && (query.get("_id") instanceof String
                        || query.get("_id") instanceof Document operators
                                && operators.size() == 1
                                && listed(operators) != null);
    }

    /** All of them hold: drivers write several conditions side by side or, more often, under {@code $and}. */
    private static Stream<Object> conditions(Document query) {
        Stream<Object> nested = query.get("$and") instanceof Collection<?> parts
                ? parts.stream().flatMap(part -> conditions((Document) part))
                : Stream.empty();
        return Stream.concat(Stream.ofNullable(query.get("_id")), nested);
    }

    private static List<String> listed(Object condition) {
        if (condition instanceof String id) {
            return List.of(id);
        }
        if (condition instanceof Document operators) {
            if (operators.get("$eq") instanceof String id) {
                return List.of(id);
            }
            if (operators.get("$in") instanceof Collection<?> ids
                    && ids.stream().allMatch(String.class::isInstance)) {
                return ids.stream().map(String.class::cast).sorted().distinct().toList();
            }
        }
        return null;
    }

    private static String bound(Object condition, String inclusive, String exclusive) {
        if (condition instanceof Document operators) {
            if (operators.get(inclusive) instanceof String bound) {
                return bound;
            }
            if (operators.get(exclusive) instanceof String bound) {
                return bound;
            }
        }
        return null;
    }

    private static <T> T first(Stream<T> values) {
        return values.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
