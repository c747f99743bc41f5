package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * A DELETE of many rows of a class and its subclasses at once. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * int rows = session.deleteFrom(Item.class).where(Item_.price.isNull()).execute();
 * }</pre>
 *
 * <p>{@code do_orm_execute} fires and changes are flushed before. No mapper event fires and nothing cascades but what the database does by
 * itself. Objects in memory become deleted; a rollback brings them back (rule Q-15).
 *
 * @param <T> the class
 */
public final class BulkDelete<T> extends SetBasedStatement {
    private final Parts parts;

    private record Parts(Condition condition, Synchronize synchronize, boolean autoflush) {}

    private BulkDelete(BulkSession session, TableMapper mapper, Parts parts, ExecutionOptions options) {
        super(session, mapper, options);
        this.parts = parts;
    }

    /**
     * A DELETE of all rows of a class.
     *
     * @param session that runs it
     * @param mapper of the class
     * @param <T> the class
     * @return the DELETE
     */
    public static <T> BulkDelete<T> of(BulkSession session, TableMapper mapper) {
        return new BulkDelete<>(
                session, mapper, new Parts(DSL.noCondition(), Synchronize.AUTO, true), ExecutionOptions.NONE);
    }

    // ---- refining ----

    /**
     * Adds conditions; all have to hold.
     *
     * @param conditions in jOOQ's words, over typed attributes
     * @return the refined DELETE
     */
    public BulkDelete<T> where(Condition... conditions) {
        Condition all = parts.condition;
        for (Condition condition : conditions) {
            all = all.and(condition);
        }
        return with(new Parts(all, parts.synchronize, parts.autoflush));
    }

    /**
     * Says how objects in memory follow; {@link Synchronize#AUTO} unless it is said.
     *
     * @param mode how
     * @return the refined DELETE
     */
    public BulkDelete<T> synchronize(Synchronize mode) {
        return with(new Parts(parts.condition, mode, parts.autoflush));
    }

    /** Runs without the flush before. */
    public BulkDelete<T> withoutAutoflush() {
        return with(new Parts(parts.condition, parts.synchronize, false));
    }

    /**
     * Says something about the running of the statement, for the library and for listeners to {@code do_orm_execute}.
     *
     * @param option as {@code ExecutionOption.IDENTITY_TOKEN}, or one of the program's own
     * @param value not null
     * @param <V> the type of its values
     * @return the refined DELETE
     */
    public <V> BulkDelete<T> option(ExecutionOption<V> option, V value) {
        return new BulkDelete<>(session, mapper, parts, options.with(option, value));
    }

    private BulkDelete<T> with(Parts changed) {
        return new BulkDelete<>(session, mapper, changed, options);
    }

    // ---- what it is ----

    @Override
    public StatementKind kind() {
        return StatementKind.DELETE;
    }

    @Override
    public boolean hasRows() {
        return false;
    }

    @Override
    public Synchronize synchronize() {
        return parts.synchronize;
    }

    @Override
    boolean flushesBefore() {
        return parts.autoflush;
    }

    // ---- running ----

    /**
     * Runs the DELETE.
     *
     * @return how many rows it deleted
     * @throws InvalidRequestException if the rows of the class are in several tables, or the condition is to be evaluated in memory and cannot
     *     be
     */
    public int execute() {
        return send();
    }

    /**
     * Runs the DELETE and gives the objects whose rows it deleted: those in memory as they are, others as their rows were. All of them are
     * deleted, unless {@link Synchronize#NONE} is said; a rollback makes them persistent again (rule Q-22).
     *
     * @return the objects
     * @throws InvalidRequestException if the rows of the class are in several tables, or the database does not give deleted rows
     */
    @SuppressWarnings("unchecked") // the mapper is that of T
    public List<T> executeReturning() {
        return (List<T>) sendReturning();
    }

    @Override
    List<?> writeReturning(ExecutionOptions running) {
        DmlStrategy.of(running, mapper, StatementKind.DELETE);
        requireOneTable();
        BulkRows rows = BulkRows.deleted(
                session, mapper, mapper.table(), BulkCriteria.restricted(mapper, parts.condition, running));
        rows.requireReturning("delete");
        List<Object> objects = rows.writeForObjects(statement(rows));
        if (running.get(Synchronize.OPTION, parts.synchronize) != Synchronize.NONE) {
            session.rowsDeleted(objects.stream().map(ClassManager::requireState).toList());
        }
        return objects;
    }

    /**
     * Has the statement obey a criterion, as a SELECT does (rule Q-24).
     *
     * @param criterion the condition
     * @return the refined DELETE
     */
    public BulkDelete<T> criterion(LoadOptions.Criterion criterion) {
        return option(BulkCriteria.OPTION, BulkCriteria.more(options, criterion));
    }

    @Override
    int write(ExecutionOptions running) {
        Condition condition = BulkCriteria.restricted(mapper, parts.condition, running);
        if (DmlStrategy.of(running, mapper, StatementKind.DELETE) == DmlStrategy.CORE_ONLY) {
            BulkRows plain = BulkRows.deleted(session, mapper, mapper.table(), condition);
            return plain.write(new Writing(
                            plain.structure(DmlStrategy.CORE_ONLY),
                            () -> DSL.deleteFrom(mapper.table().inStatements()).where(condition)))
                    .count();
        }
        requireOneTable();
        BulkRows rows = BulkRows.deleted(session, mapper, mapper.table(), condition);
        rows.requireOneTable("delete");
        Matching matching = Matching.of(session, mapper, rows, condition, parts.synchronize, running);
        Written written = matching.run(statement(rows));
        follow(matching.matches());
        return written.count();
    }

    private Writing statement(BulkRows rows) {
        return new Writing(
                rows.structure(StatementKind.DELETE),
                () -> DSL.deleteFrom(mapper.table().inStatements()).where(rows.condition()));
    }

    private void requireOneTable() {
        if (mapper.tables().size() > 1) {
            throw new InvalidRequestException("Cannot delete rows of "
                    + mapper.type().getSimpleName() + " by one statement: they are in the tables " + mapper.tables()
                    + ". Load the objects and delete them, or delete from each table over session.connection().");
        }
    }

    /** An object that is not known to have matched is asked for anew on its next read (rule Q-11). */
    private void follow(List<Match> matches) {
        List<InstanceState> deleted = new ArrayList<>(matches.size());
        for (Match match : matches) {
            if (match.certain()) {
                deleted.add(match.state());
            } else {
                ValueBooks.expire(match.state());
            }
        }
        session.rowsDeleted(deleted);
    }
}
