package rollcall.stock;

/** Somebody has seen to it; the shelf is still low. */
public record Acknowledged(Acknowledgement by) implements AlertState {

    public static final String TEXT = "acknowledged";

    @Override
    public String text() {
        return TEXT;
    }

    /** The newest comment counts. */
    @Override
    public AlertState acknowledge(Acknowledgement again) {
        return new Acknowledged(again);
    }

    @Override
    public AlertState resolve() {
        return new Resolved(by);
    }
}
