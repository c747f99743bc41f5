package dev.grapnel.mongo;

import com.mongodb.client.result.UpdateResult;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Documents are changed by query. In a before hook the filter and the change may be replaced, or all of it be left; in an after hook the
 * result is there.
 *
 * @param <T> the class that the query names
 */
public final class UpdateQuery<T> {
    private final Class<T> type;
    private final Options options;
    private Bson filter;
    private Bson change;
    private boolean cancelled;
    private @Nullable UpdateResult result;

    /**
     * How many documents are changed.
     *
     * @param multi whether all are that the filter selects, and not the first only
     * @param upsert whether one is inserted if there is none
     */
    public record Options(boolean multi, boolean upsert) {
        /** The first one. */
        public static final Options FIRST = new Options(false, false);

        /** All. */
        public static final Options ALL = new Options(true, false);

        /** The same, inserting a document if there is none. */
        public Options upserting() {
            return new Options(multi, true);
        }
    }

    /**
     * Made by the session.
     *
     * @param type the class that the query names
     * @param filter of the driver
     * @param change of the driver
     * @param options how many documents are changed
     */
    public UpdateQuery(Class<T> type, Bson filter, Bson change, Options options) {
        this.type = type;
        this.filter = filter;
        this.change = change;
        this.options = options;
    }

    /** The class that the query names. */
    public Class<T> type() {
        return type;
    }

    /** How many documents are changed. */
    public Options options() {
        return options;
    }

    /** Which documents are changed. */
    public Bson filter() {
        return filter;
    }

    /** Replaces the filter; for before hooks. */
    public void filter(Bson replaced) {
        this.filter = replaced;
    }

    /** What becomes of them. */
    public Bson change() {
        return change;
    }

    /** Replaces the change; for before hooks. */
    public void change(Bson replaced) {
        this.change = replaced;
    }

    /** Changes nothing: hooks that come later run, and the result counts none; for before hooks. */
    public void cancel() {
        this.cancelled = true;
    }

    /** Whether a hook cancelled it. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** What the server did; null before. */
    public @Nullable UpdateResult result() {
        return result;
    }

    /** Notes what the server did; called by the session. */
    public void result(UpdateResult done) {
        this.result = done;
    }
}
