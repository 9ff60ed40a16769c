package rollcall.app.simulate;

/** What may be wrong with a record that is meant to be a ping. */
enum PingFlaw {
    NONE,
    CUT_OFF,
    NOT_JSON,
    EMPTY,
    DRIVER_MISSING,
    DRIVER_ZERO,
    TIMESTAMP_IN_WORDS,
    ON_DUTY_TWO,
    AN_HOUR_AHEAD;

    private static final PingFlaw[] ALL = values();

    /** How many flaws there are to choose from. */
    static final int KINDS = ALL.length - 1;

    static PingFlaw ofKind(int kind) {
        return ALL[1 + kind];
    }
}
