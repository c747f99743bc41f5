package dev.grapnel.core.state;

/**
 * What is kept of a value that the program has and may change inside, for an attribute whose values are compared.
 *
 * <p>Values that the program never asked for are not lent: nobody can have changed them.
 */
public final class LentValue {
    private Object snapshot;
    private boolean untold;

    /** A value that tells of its changes itself, so that nothing is compared. */
    public static LentValue tracked() {
        return new LentValue(Marker.PASSIVE_NO_RESULT);
    }

    /** Whether the value tells of its changes itself. */
    public boolean isTracked() {
        return snapshot == Marker.PASSIVE_NO_RESULT;
    }

    private LentValue(Object snapshot) {
        this.snapshot = snapshot;
    }

    /** A value of the object that the program was given. */
    public static LentValue given(Object snapshot) {
        return new LentValue(snapshot);
    }

    /** A value that the program has assigned; what it is will be looked at when it is flushed. */
    public static LentValue assigned() {
        return new LentValue(Marker.NO_VALUE);
    }

    /** Whether the program assigned it and no snapshot was taken since. */
    public boolean isAssigned() {
        return snapshot == Marker.NO_VALUE;
    }

    /** What the value was when it was lent or last flushed. */
    public Object snapshot() {
        return snapshot;
    }

    /** Takes what the value is now for what it was. */
    public void snapshot(Object taken) {
        this.snapshot = taken;
    }

    /** Whether a change was found that listeners have not been told of. */
    public boolean isUntold() {
        return untold;
    }

    /** Notes whether listeners are to be told of a change. */
    public void untold(boolean waiting) {
        this.untold = waiting;
    }
}
