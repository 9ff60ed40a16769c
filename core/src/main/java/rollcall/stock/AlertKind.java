package rollcall.stock;

/** Why a shelf needs attention, from the mildest to the worst. */
public enum AlertKind {
    /** The level will not last until it can be restocked. */
    RUNNING_LOW("running-low"),
    /** The level is at or below the threshold. */
    LOW("low"),
    /** Nothing is left. */
    OUT_OF_STOCK("out-of-stock");

    private final String text;

    AlertKind(String text) {
        this.text = text;
    }

    /** The kind as it is written to the outside. */
    public String text() {
        return text;
    }

    /**
     * The kind that is written so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AlertKind of(String text) {
        for (AlertKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(text + " is no kind of alert; valid: out-of-stock, low, running-low");
    }

    /** Whether this is worse than another kind; everything is worse than none (null). */
    public boolean isWorseThan(AlertKind other) {
        return other == null || ordinal() > other.ordinal();
    }
}
