package rollcall.stock;

/** How far people and shelves have come with an alert. Acknowledging it changes nothing about its detection. */
public sealed interface AlertState permits Open, Acknowledged, Resolved {

    /** The state's name as it is written to the outside. */
    String text();

    /**
     * The state after somebody has seen to it.
     *
     * @throws IllegalStateException if that makes no sense any more
     */
    AlertState acknowledge(Acknowledgement by);

    /** The state after the shelf is clear again. */
    AlertState resolve();
}
