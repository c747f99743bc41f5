package dev.grapnel.mongo.command;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents, one after the other. */
public interface Rows extends AutoCloseable {
    /** The next document, or null at the end. */
    @Nullable StoredRow next();

    @Override
    void close();

    /** At most one document. */
    static Rows of(@Nullable Document only) {
        return new Rows() {
            private @Nullable StoredRow left = only == null ? null : StoredRow.of(only);

            @Override
            public @Nullable StoredRow next() {
                StoredRow row = left;
                left = null;
                return row;
            }

            @Override
            public void close() {
                left = null;
            }
        };
    }
}
