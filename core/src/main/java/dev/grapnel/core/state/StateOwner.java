package dev.grapnel.core.state;

/** What a state needs of the session it is attached to. */
public interface StateOwner {
    /**
     * An attached object was modified for the first time since it was clean.
     *
     * @param state its state, which now holds the object strongly
     */
    void firstModification(InstanceState state);

    /**
     * An attached object is clean again.
     *
     * @param state its state
     */
    void noLongerModified(InstanceState state);

    /**
     * An attached object gives the program a value that may be changed inside. The object has to be held, and its
     * values have to be compared, until it lends none any more.
     *
     * @param state its state
     */
    default void lending(InstanceState state) {
        throw new UnsupportedOperationException("the values of " + state + " are not compared by its session");
    }

    /**
     * Whether an object is one of the session's, pending or persistent.
     *
     * @param state its state
     * @return whether it is
     */
    boolean containsState(InstanceState state);

    /**
     * Whether an object is waiting for its insert.
     *
     * @param state its state
     * @return whether it is
     */
    boolean isNew(InstanceState state);

    /**
     * Whether the next flush is to delete an object because that was said.
     *
     * @param state its state
     * @return whether it is
     */
    default boolean isMarked(InstanceState state) {
        return false;
    }

    /**
     * Adds an object by cascade, with what cascades from it.
     *
     * @param state its state
     */
    void saveOrUpdate(InstanceState state);

    /**
     * Takes an object out of the session, with what cascades from it.
     *
     * @param state its state
     */
    void evict(InstanceState state);

    /** Whether a flush is writing right now, so that a change has no effect on it (rule S-21). */
    boolean isWriting();

    /**
     * Warns that something comes too late for the flush that is writing; does nothing if none is.
     *
     * @param operation what is being done, as the beginning of a sentence
     */
    void warnDuringFlush(String operation);
}
