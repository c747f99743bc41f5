package dev.grapnel.core.session;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.guard.TransactionPhase;
import dev.grapnel.core.session.workspace.TransactionRecord;
import dev.grapnel.core.store.Store;
import dev.grapnel.core.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A marker of a relational session: the root, a savepoint, or the inner scope of a flush.
 *
 * <p>A root or savepoint is a <em>boundary</em>: it has a transaction or savepoint of the store, and remembers what became of objects since,
 * to put it back on rollback. A connection joins when it is first needed, not before.
 */
final class TransactionMarker implements SessionTransaction {
    private static final int MOST_FLUSHES = 100;

    private final Session session;
    private final @Nullable TransactionMarker parent;
    private final TransactionOrigin origin;
    private final TransactionRecord record;
    private final Enrolment enrolment;
    private TransactionPhase phase = TransactionPhase.ACTIVE;
    private @Nullable String inProgress;
    private @Nullable TransactionPhase expected;
    private @Nullable Throwable failure;

    TransactionMarker(Session session, @Nullable TransactionMarker parent, TransactionOrigin origin) {
        this.session = session;
        this.parent = parent;
        this.origin = origin;
        if (origin == TransactionOrigin.SUBTRANSACTION) {
            this.record = Objects.requireNonNull(parent).record;
        } else {
            if (origin == TransactionOrigin.BEGIN_NESTED && !session.cycle().isRunning()) {
                session.flush();
            }
            this.record = new TransactionRecord();
        }
        this.enrolment = new Enrolment();
        session.transactions().innermost(this);
        session.moves().fireTransaction(SessionEventKeys.AFTER_TRANSACTION_CREATE, this);
    }

    // ---- what it is ----

    @Override
    public @Nullable TransactionMarker parent() {
        return parent;
    }

    @Override
    public TransactionOrigin origin() {
        return origin;
    }

    @Override
    public boolean isNested() {
        return origin == TransactionOrigin.BEGIN_NESTED;
    }

    @Override
    public boolean isActive() {
        return phase == TransactionPhase.ACTIVE;
    }

    boolean isBoundary() {
        return origin != TransactionOrigin.SUBTRANSACTION;
    }

    TransactionRecord record() {
        return record;
    }

    /** The boundary this marker belongs to: itself, or the one around the inner scope of a flush. */
    private TransactionMarker boundary() {
        TransactionMarker at = this;
        while (!at.isBoundary()) {
            at = Objects.requireNonNull(at.parent);
        }
        return at;
    }

    // ---- guarding ----

    private void require(boolean deactiveToo, boolean preparedToo) {
        boolean allowed = phase == TransactionPhase.ACTIVE
                || (preparedToo && phase == TransactionPhase.PREPARED)
                || (deactiveToo && phase == TransactionPhase.DEACTIVE);
        if (!allowed) {
            throw refusal();
        }
    }

    void requireActive() {
        require(false, false);
    }

    private RuntimeException refusal() {
        return phase.refusal(failure, session.rights().blame());
    }

    private @Nullable String enter(String method, TransactionPhase target) {
        if (inProgress != null && expected != target) {
            throw new InvalidRequestException("Cannot call " + method + "() here: " + inProgress
                    + "() of the same transaction is in progress. Let it finish first.");
        }
        String outer = inProgress;
        inProgress = method;
        expected = null;
        return outer;
    }

    private void leave(@Nullable String outer) {
        inProgress = outer;
    }

    // ---- the connection ----

    StoreConnection connection(Store store) {
        require(false, false);
        return enrolled(store).connection();
    }

    private StoreTransaction enrolled(Store store) {
        if (!isBoundary()) {
            return boundary().enrolledForChild(store);
        }
        StoreTransaction known = enrolment.of(store);
        return known != null ? known : enrol(store);
    }

    /** A store joins when its connection is needed for the first time; in the markers around this one first (rule S-5). */
    private StoreTransaction enrol(Store store) {
        phase = TransactionPhase.PROVISIONING;
        try {
            StoreTransaction transaction = parent == null ? session.begin(store) : parent.enrolledForChild(store);
            StoreConnection connection =
                    parent == null ? enrolment.begun(store, transaction) : enrolment.nestedIn(store, transaction);
            session.moves().fireBegin(this, connection);
            return transaction;
        } finally {
            phase = TransactionPhase.ACTIVE;
        }
    }

    private StoreTransaction enrolledForChild(Store store) {
        require(false, false);
        return enrolled(store);
    }

    // ---- commit ----

    @Override
    public void commit() {
        session.guarded(() -> commit(false));
    }

    void commit(boolean toRoot) {
        require(false, true);
        String outer = enter("commit", TransactionPhase.CLOSED);
        try {
            if (phase != TransactionPhase.PREPARED) {
                prepare();
            }
            if (isBoundary()) {
                enrolment.commit();
                phase = TransactionPhase.COMMITTED;
                session.moves().fireSession(SessionEventKeys.AFTER_COMMIT);
                settle();
            }
            expected = TransactionPhase.CLOSED;
            end();
        } finally {
            leave(outer);
        }
        if (toRoot && parent != null) {
            parent.commit(true);
        }
    }

    /** First phase of a two-phase commit of the root (rule U-40). */
    void prepare(String name) {
        require(false, false);
        if (parent != null) {
            throw new InvalidRequestException(
                    "Cannot prepare this transaction: it is inside another one, and only all of it can be"
                            + " prepared. Commit or roll back the savepoint first.");
        }
        String outer = enter("prepare", TransactionPhase.PREPARED);
        try {
            prepare();
            enrolment.prepare(name);
        } catch (RuntimeException failure) {
            undoAfter(failure);
            throw failure;
        } finally {
            leave(outer);
        }
    }

    /** A transaction of which the first phase failed halfway can only be undone; before it began, nothing has happened. */
    private void undoAfter(RuntimeException failure) {
        if (phase == TransactionPhase.PREPARED) {
            expected = TransactionPhase.CLOSED;
            try {
                rollback(null, false);
            } catch (RuntimeException further) {
                failure.addSuppressed(further);
            }
        }
    }

    private void prepare() {
        if (isBoundary()) {
            session.moves().fireSession(SessionEventKeys.BEFORE_COMMIT);
        }
        for (TransactionMarker inner : innerOnes()) {
            inner.commit(false);
        }
        if (!session.cycle().isRunning()) {
            flushUntilClean();
        }
        phase = TransactionPhase.PREPARED;
    }

    private void flushUntilClean() {
        for (int round = 0; round < MOST_FLUSHES; round++) {
            session.workspace().lending().find();
            if (session.workspace().isClean()) {
                return;
            }
            session.flush();
        }
        throw new FlushException("Cannot commit: after " + MOST_FLUSHES + " flushes there is still something to write."
                + " Does a listener to after_flush_postexec add or change an object every time?");
    }

    /** What remains of a committed boundary: expired objects, or a record handed to the parent. */
    private void settle() {
        if (isNested()) {
            Objects.requireNonNull(parent).record.takeOver(record);
            return;
        }
        if (session.options().expireOnCommit()) {
            session.moves().expireAll();
        }
        if (record.hasDeleted()) {
            record.detachDeleted(state -> session.moves().detach(state, false));
        }
    }

    /** Markers opened inside this one, innermost first. */
    private List<TransactionMarker> innerOnes() {
        if (session.transactions().innermost() == this) {
            return List.of();
        }
        List<TransactionMarker> inner = new ArrayList<>();
        for (TransactionMarker at = session.transactions().innermost(); at != null && at != this; at = at.parent) {
            inner.add(at);
        }
        return inner;
    }

    // ---- rollback ----

    @Override
    public void rollback() {
        session.guarded(() -> rollback(null, false));
    }

    void rollback(@Nullable Throwable cause, boolean toRoot) {
        if (phase == TransactionPhase.COMMITTED
                || phase == TransactionPhase.CLOSED
                || phase == TransactionPhase.PROVISIONING) {
            throw refusal();
        }
        String outer = enter("rollback", TransactionPhase.CLOSED);
        try {
            undoAndEnd();
        } finally {
            leave(outer);
        }
        if (parent != null && cause != null) {
            parent.failure = cause;
        }
        session.moves().fireTransaction(SessionEventKeys.AFTER_SOFT_ROLLBACK, this);
        if (toRoot && parent != null) {
            parent.rollback(null, true);
        }
    }

    /** Ends the marker also if the store or a listener fails meanwhile, so that the session can be used again. */
    private void undoAndEnd() {
        innerOnes().forEach(TransactionMarker::end);
        try {
            if (phase == TransactionPhase.ACTIVE || phase == TransactionPhase.PREPARED) {
                session.restoring().discardChanges(rollBackStore());
            } else {
                session.restoring().discardChanges(this);
            }
        } finally {
            expected = TransactionPhase.CLOSED;
            end();
        }
    }

    private TransactionMarker rollBackStore() {
        TransactionMarker at = this;
        while (!at.isBoundary()) {
            at.phase = TransactionPhase.DEACTIVE;
            at = Objects.requireNonNull(at.parent);
        }
        try {
            at.enrolment.rollback();
            at.phase = TransactionPhase.DEACTIVE;
            session.moves().fireSession(SessionEventKeys.AFTER_ROLLBACK);
        } finally {
            at.phase = TransactionPhase.DEACTIVE;
            at.restore();
        }
        return at;
    }

    /** Puts objects back to what they were when this boundary began (rule S-28). */
    void restore() {
        session.restoring().restore(record, isNested());
    }

    // ---- end ----

    @Override
    public void close() {
        if (phase == TransactionPhase.ACTIVE || phase == TransactionPhase.PREPARED) {
            rollback();
        } else if (phase != TransactionPhase.CLOSED) {
            session.guarded(() -> {
                innerOnes().forEach(TransactionMarker::end);
                end();
            });
        }
    }

    /** Closes without events but that of the end (rule S-32). */
    void end() {
        if (phase == TransactionPhase.CLOSED) {
            return;
        }
        if (inProgress != null && expected != TransactionPhase.CLOSED) {
            throw new InvalidRequestException("Cannot close this transaction here: " + inProgress
                    + "() of it is in progress. Let it finish first.");
        }
        session.transactions().innermost(parent);
        try {
            leaveStore();
        } finally {
            // Also if the connection is broken: what has begun ends (rule S-4).
            phase = TransactionPhase.CLOSED;
            session.moves().fireTransaction(SessionEventKeys.AFTER_TRANSACTION_END, this);
        }
    }

    private void leaveStore() {
        if (isNested() && phase != TransactionPhase.COMMITTED && phase != TransactionPhase.DEACTIVE) {
            enrolment.rollback();
        }
        enrolment.leave();
    }
}
