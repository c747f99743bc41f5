package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.RowLocks;
import dev.grapnel.sql.load.Locking;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.List;
import org.jooq.SelectQuery;

/**
 * How a query locks the rows of its objects until the transaction ends. Immutable.
 *
 * <pre>{@code
 * session.query(Job.class).where(Job_.done.isFalse()).orderBy(Job_.id).limit(1).lock(RowLock.FOR_UPDATE.skipLocked()).list();
 * }</pre>
 *
 * <p>Objects in memory keep their values, as always; add {@code populateExisting()} to see what the lock waited for.
 */
public final class RowLock implements Locking, Structured {
    /** Nobody else may change or lock the rows. */
    public static final RowLock FOR_UPDATE = new RowLock(Strength.UPDATE, Waiting.WAIT);
    /** Others may read and share, and nobody may change the rows. */
    public static final RowLock FOR_SHARE = new RowLock(Strength.SHARE, Waiting.WAIT);

    private final Strength strength;
    private final Waiting waiting;

    private enum Strength {
        UPDATE,
        SHARE
    }

    private enum Waiting {
        WAIT,
        FAIL,
        SKIP
    }

    private RowLock(Strength strength, Waiting waiting) {
        this.strength = strength;
        this.waiting = waiting;
    }

    /** {@return the lock that fails at once if another transaction holds one of the rows} */
    public RowLock noWait() {
        return new RowLock(strength, Waiting.FAIL);
    }

    /** {@return the lock that leaves out rows that another transaction holds, as workers on one queue want} */
    public RowLock skipLocked() {
        return new RowLock(strength, Waiting.SKIP);
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.token(strength).token(waiting);
    }

    @Override
    public void requireOn(Dialect dialect) {
        RowLocks has = dialect.rowLocks();
        boolean fits = switch (has) {
            case NONE -> false;
            case FOR_UPDATE_WAITING -> strength == Strength.UPDATE && waiting == Waiting.WAIT;
            case FOR_UPDATE -> strength == Strength.UPDATE;
            case ALL -> true;
        };
        if (!fits) {
            throw new InvalidRequestException(
                    "Cannot lock rows " + this + ": " + dialect + " has no such lock. " + advice(has));
        }
    }

    private static String advice(RowLocks has) {
        return switch (has) {
            case NONE ->
                "One transaction at a time writes there: leave the lock out, and write first where that is to be"
                        + " ensured.";
            case FOR_UPDATE_WAITING -> "Use RowLock.FOR_UPDATE.";
            case FOR_UPDATE, ALL -> "Use RowLock.FOR_UPDATE, which may also be told not to wait.";
        };
    }

    @Override
    public void applyTo(SelectQuery<?> select, List<Table> own, Dialect dialect) {
        if (strength == Strength.UPDATE) {
            select.setForUpdate(true);
        } else {
            select.setForShare(true);
        }
        if (dialect.rowLocks() == RowLocks.ALL) {
            select.setForLockModeOf(own.stream().map(Table::asJooq).toArray(org.jooq.Table<?>[]::new));
        }
        if (waiting == Waiting.FAIL) {
            select.setForLockModeNoWait();
        } else if (waiting == Waiting.SKIP) {
            select.setForLockModeSkipLocked();
        }
    }

    @Override
    public String toString() {
        String how = switch (waiting) {
            case WAIT -> "";
            case FAIL -> " without waiting";
            case SKIP -> " leaving out locked ones";
        };
        return (strength == Strength.UPDATE ? "for update" : "for share") + how;
    }
}
