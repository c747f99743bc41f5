package dev.grapnel.mongo.change;

import org.jspecify.annotations.Nullable;

/** Decides what becomes of a failure while changes are delivered. */
@FunctionalInterface
public interface ChangeErrorHandler {
    /** Throws what failed: the source ends, and a later one may resume before the change. */
    ChangeErrorHandler THROWING = (change, failure) -> {
        throw failure;
    };

    /**
     * Something failed. If this method returns, a change counts as delivered and the next one follows; a stream that broke has ended all the
     * same. If it throws, the source ends, and its resume token stands before the change.
     *
     * @param change the one whose document could not be read, or whose listener threw; null: the stream broke
     * @param failure what was thrown
     */
    void failed(@Nullable RemoteChange change, RuntimeException failure);
}
