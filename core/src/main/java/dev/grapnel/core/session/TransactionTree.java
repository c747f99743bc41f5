package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.workspace.TransactionRecord;
import org.jspecify.annotations.Nullable;

/** The markers of a session that are open, from the root to the innermost (rules S-1 to S-9, U-36). */
final class TransactionTree {
    private final Session session;
    private @Nullable TransactionMarker innermost;

    TransactionTree(Session session) {
        this.session = session;
    }

    // ---- which one is it ----

    @Nullable TransactionMarker innermost() {
        return innermost;
    }

    /** A marker begins inside the others, or the innermost one ends. */
    void innermost(@Nullable TransactionMarker marker) {
        this.innermost = marker;
    }

    /** The innermost one that the application knows of. */
    @Nullable TransactionMarker visible() {
        TransactionMarker at = innermost;
        while (at != null && at.origin() == TransactionOrigin.SUBTRANSACTION) {
            at = at.parent();
        }
        return at;
    }

    boolean isOpen() {
        return innermost != null;
    }

    boolean isUsable() {
        return innermost == null || innermost.isActive();
    }

    /** What has to be put back if the innermost boundary is rolled back, or null if no transaction is open. */
    @Nullable TransactionRecord record() {
        return innermost == null ? null : innermost.record();
    }

    /** Whether a savepoint is open, whatever stands between. */
    boolean isInSavepoint() {
        for (TransactionMarker at = innermost; at != null; at = at.parent()) {
            if (at.isNested()) {
                return true;
            }
        }
        return false;
    }

    // ---- beginning ----

    /** The innermost one; begins the root if there is none (rule S-2). */
    TransactionMarker begun() {
        TransactionMarker open = innermost;
        if (open != null) {
            return open;
        }
        if (!session.options().autobegin()) {
            throw new InvalidRequestException(
                    "Cannot begin a transaction by itself: autobegin is off for this session. Call begin() first.");
        }
        return new TransactionMarker(session, null, TransactionOrigin.AUTOBEGIN);
    }

    TransactionMarker begin() {
        if (innermost != null) {
            throw new InvalidRequestException(
                    "Cannot begin a transaction: one is open in this session. Commit it or roll it back, or use beginNested().");
        }
        return new TransactionMarker(session, null, TransactionOrigin.BEGIN);
    }

    TransactionMarker beginNested() {
        TransactionMarker around =
                innermost != null ? innermost : new TransactionMarker(session, null, TransactionOrigin.BEGIN);
        around.requireActive();
        return new TransactionMarker(session, around, TransactionOrigin.BEGIN_NESTED);
    }

    // ---- ending ----

    /** Rolls all back, if one is open. */
    void rollback() {
        if (innermost != null) {
            innermost.rollback(null, true);
        }
    }

    /** From the inside; also if one cannot be ended properly, since the connection has to be given back. */
    void endAll() {
        TransactionMarker ending = innermost;
        if (ending == null) {
            return;
        }
        try {
            ending.end();
        } finally {
            if (innermost != ending) {
                endAll();
            }
        }
    }
}
