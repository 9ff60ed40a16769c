package rollcall.engine.stock;

import java.io.Serializable;
import java.util.List;
import rollcall.store.ShelfEntry;

/** The state of a product as the database has it when a run begins. */
public record AisleState(String product, List<ShelfEntry> entries) implements Serializable {}
