package dev.grapnel.mongo;

import com.mongodb.client.result.DeleteResult;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Documents are deleted by query. In a before hook the filter may be replaced, or all of it be left; in an after hook the result is there.
 *
 * @param <T> the class that the query names
 */
public final class RemoveQuery<T> {
    private final Class<T> type;
    private Bson filter;
    private boolean cancelled;
    private @Nullable DeleteResult result;

    /**
     * Made by the session.
     *
     * @param type the class that the query names
     * @param filter of the driver
     */
    public RemoveQuery(Class<T> type, Bson filter) {
        this.type = type;
        this.filter = filter;
    }

    /** The class that the query names. */
    public Class<T> type() {
        return type;
    }

    /** Which documents are deleted. */
    public Bson filter() {
        return filter;
    }

    /** Replaces the filter; for before hooks. */
    public void filter(Bson replaced) {
        this.filter = replaced;
    }

    /** Deletes nothing: hooks that come later run, and the result counts none; for before hooks. */
    public void cancel() {
        this.cancelled = true;
    }

    /** Whether a hook cancelled it. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** What the server did; null before. */
    public @Nullable DeleteResult result() {
        return result;
    }

    /** Notes what the server did; called by the session. */
    public void result(DeleteResult done) {
        this.result = done;
    }
}
