package rollcall.stock;

/** Nobody has seen to it yet. */
public record Open() implements AlertState {

    public static final String TEXT = "open";

    @Override
    public String text() {
        return TEXT;
    }

    @Override
    public AlertState acknowledge(Acknowledgement by) {
        return new Acknowledged(by);
    }

    @Override
    public AlertState resolve() {
        return new Resolved(null);
    }
}
