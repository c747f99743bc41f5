package dev.grapnel.mongo.change;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.mongo.OdmSession;
import java.time.Duration;
import java.util.Objects;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * How changes are watched. Immutable.
 *
 * @param resumeToken where to go on; null: from now on
 * @param errors decides what becomes of failures
 * @param longestWait how long one question to the server may wait for a change, and so how long {@link ChangeSource#run} takes to notice that
 *     the source was closed
 * @param expiring the session whose clean objects are expired when their documents change; null: none
 */
public record ChangeOptions(
        @Nullable BsonDocument resumeToken,
        ChangeErrorHandler errors,
        Duration longestWait,
        @Nullable OdmSession expiring) {
    /** From now on, throwing what fails, waiting a second. */
    public static final ChangeOptions NONE =
            new ChangeOptions(null, ChangeErrorHandler.THROWING, Duration.ofSeconds(1), null);

    /** Refuses a wait that is none. */
    public ChangeOptions {
        if (longestWait.isNegative() || longestWait.isZero()) {
            throw new InvalidArgumentException(
                    "Cannot wait " + longestWait + " for changes. Give a duration of a millisecond or more.");
        }
    }

    /**
     * Goes on behind the last change that was delivered.
     *
     * @param token from {@link ChangeSource#resumeToken} of an earlier source
     */
    public ChangeOptions resumeAfter(BsonDocument token) {
        return new ChangeOptions(Objects.requireNonNull(token), errors, longestWait, expiring);
    }

    /** Has failures handled. */
    public ChangeOptions onError(ChangeErrorHandler handler) {
        return new ChangeOptions(resumeToken, handler, longestWait, expiring);
    }

    /** Waits so long for a change before it looks whether the source was closed. */
    public ChangeOptions waitingAtMost(Duration wait) {
        return new ChangeOptions(resumeToken, errors, wait, expiring);
    }

    /**
     * Expires the clean objects of a session whose documents change, before listeners hear of it; what was changed in memory stays. Changes have to be
     * delivered in the thread of the session then.
     */
    public ChangeOptions expiring(OdmSession session) {
        return new ChangeOptions(resumeToken, errors, longestWait, session);
    }
}
