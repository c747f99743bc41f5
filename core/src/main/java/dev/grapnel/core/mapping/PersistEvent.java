package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.InstanceState;

/**
 * One object is written by a flush.
 *
 * @param <T> the class of the object
 */
public final class PersistEvent<T> {
    private final Mapper mapper;
    private final StoreConnection connection;
    private final InstanceState state;
    private boolean stopped;

    /**
     * Made by the flush.
     *
     * @param mapper the object's own mapper
     * @param connection of the transaction
     * @param state of the object
     */
    public PersistEvent(Mapper mapper, StoreConnection connection, InstanceState state) {
        this.mapper = mapper;
        this.connection = connection;
        this.state = state;
    }

    /** The object's own mapper, also for a listener propagated from a superclass (rule M-1). */
    public Mapper mapper() {
        return mapper;
    }

    /** The connection that writes the object's rows (rule M-2). */
    public StoreConnection connection() {
        return connection;
    }

    /** Whether somebody else has written the object, and this program only hears of it; then it belongs to no session. */
    public boolean isRemote() {
        return connection.isRemote();
    }

    /** The object. */
    @SuppressWarnings("unchecked") // the listener's class is the object's
    public T target() {
        return (T) state.requireObject();
    }

    /** The record of the object (the {@code raw} form of the target). */
    public InstanceState state() {
        return state;
    }

    /** The class manager of the object. */
    public ClassManager manager() {
        return ClassManager.of(state);
    }

    /** Ends the chain: listeners after this one do not run. The row is written all the same (rule M-14); to refuse, throw. */
    public void stop() {
        this.stopped = true;
    }

    /** Whether a listener ended the chain. */
    public boolean isStopped() {
        return stopped;
    }
}
