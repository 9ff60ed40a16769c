package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import rollcall.stock.AlertKind;
import rollcall.stock.AlertState;

/**
 * Which alerts are meant: those that fit all of this.
 *
 * @param states in one of these states, see {@link AlertState#text}; none: in any
 * @param kinds the worst of the episode is one of these; none: any
 * @param words each occurs in the product, the city or the state, in upper or lower case
 * @param since raised then or later, in event time
 */
public record AlertFilter(
        Collection<String> states, Collection<AlertKind> kinds, List<String> words, Optional<Instant> since) {

    /** All alerts there are. */
    public static final AlertFilter ALL = new AlertFilter(List.of(), List.of(), List.of(), Optional.empty());

    public AlertFilter in(String... anyOfTheseStates) {
        return new AlertFilter(List.of(anyOfTheseStates), kinds, words, since);
    }

    public AlertFilter of(AlertKind... anyOfTheseKinds) {
        return new AlertFilter(states, List.of(anyOfTheseKinds), words, since);
    }

    public AlertFilter with(String... allOfTheseWords) {
        return new AlertFilter(states, kinds, List.of(allOfTheseWords), since);
    }

    public AlertFilter since(Instant moment) {
        return new AlertFilter(states, kinds, words, Optional.of(moment));
    }

    Bson query() {
        List<Bson> all = new ArrayList<>();
        if (!states.isEmpty()) {
            all.add(Filters.in("status", states));
        }
        if (!kinds.isEmpty()) {
            all.add(Filters.in("kind", kinds.stream().map(AlertKind::text).toList()));
        }
        words.forEach(word -> all.add(Word.in(word, "product", "city", "state")));
        since.ifPresent(moment -> all.add(gte("raisedAt", Date.from(moment))));
        return all.isEmpty() ? Filters.empty() : and(all);
    }
}
