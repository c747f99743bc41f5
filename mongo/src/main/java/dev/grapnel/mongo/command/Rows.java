package dev.grapnel.mongo.command;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents, one after the other. */
public interface Rows extends AutoCloseable {
    /** The next document, or null at the end. */
    @Nullable Document next();

    @Override
    void close();

    /** At most one document. */
    static Rows of(@Nullable Document only) {
        return new Rows() {
            private @Nullable Document left = only;

            @Override
            public @Nullable Document next() {
                Document row = left;
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
