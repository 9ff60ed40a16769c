package rollcall.store;

import java.util.Map;
import rollcall.stock.AlertKind;

/**
 * How many alerts are not resolved.
 *
 * @param open by kind, those that nobody has seen to; every kind is there
 * @param acknowledged those that somebody has
 */
public record AlertCounts(Map<AlertKind, Long> open, long acknowledged) {}
