package rollcall.app.simulate;

/** What may be wrong with a record that is meant to be a ticket. */
enum TicketFlaw {
    NONE,
    CUT_OFF,
    NOT_JSON,
    EMPTY,
    CITY_MISSING,
    STATE_A_NUMBER,
    QUANTITY_NEGATIVE,
    LEVEL_IN_WORDS,
    AN_HOUR_AHEAD;

    private static final TicketFlaw[] ALL = values();

    /** How many flaws there are to choose from. */
    static final int KINDS = ALL.length - 1;

    static TicketFlaw ofKind(int kind) {
        return ALL[1 + kind];
    }
}
