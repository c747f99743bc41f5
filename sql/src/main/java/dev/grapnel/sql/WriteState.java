package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.bulk.Announcement;
import dev.grapnel.sql.bulk.BulkCriteria;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.bulk.SetBasedStatement;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.load.LoadOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set-based statement that writes, as {@code do_orm_execute} shows it.
 *
 * <pre>{@code
 * Events.on(sessions).replaceOnOrmExecute(e -> e instanceof WriteState write && e.isInsert()
 *     ? write.invokeWith(Collections.nCopies(write.rows().size(), Map.of("tenant", tenant())))
 *     : null);
 * }</pre>
 */
public final class WriteState extends OrmExecuteState {
    private final Announcement announcement;
    private SetBasedStatement sent;

    WriteState(Session session, Announcement announcement, ExecutionOptions options) {
        this(
                session,
                announcement,
                options,
                Objects.requireNonNull(announcement.sent()).statement());
    }

    private WriteState(Session session, Announcement announcement, ExecutionOptions options, SetBasedStatement sent) {
        super(session, announcement.kind(), announcement.mapper(), options);
        this.announcement = announcement;
        this.sent = sent;
    }

    @Override
    protected OrmExecuteState again(ExecutionOptions changed) {
        return new WriteState((Session) session(), announcement, changed, sent);
    }

    @Override
    protected void settle() {
        Objects.requireNonNull(announcement.sent()).settle(sent);
    }

    // ---- the statement ----

    /** The statement that is sent, as listeners so far left it. */
    public SetBasedStatement statement() {
        return sent;
    }

    /**
     * Puts another statement in place of the one that is sent, for later listeners and for the execution. Its options hold, those about its running
     * among them.
     *
     * <pre>{@code
     * if (write.statement() instanceof BulkDelete<?> delete) {
     *   write.statement(delete.where(Note_.locked.isFalse()));
     * }
     * }</pre>
     *
     * @param other of the same kind, for the same class
     * @throws InvalidArgumentException if it is of another kind, or for another class
     */
    public void statement(SetBasedStatement other) {
        if (other.kind() != kind() || other.entity() != announcement.mapper().type()) {
            throw new InvalidArgumentException("Cannot put the " + other + " in place of the " + sent
                    + ": a statement of the same kind for the same class is needed. Answer by replaceOnOrmExecute()"
                    + " to do something else.");
        }
        updateOptions(other.execution().beyond(sent.execution()));
        sent = other;
    }

    /**
     * Runs another statement in place of the one that is sent, for this invocation alone (rule S-56); see {@link #invoke(ExecutionOptions)}.
     *
     * @param other as for {@link #statement(SetBasedStatement)}
     * @param more laid over {@link #localOptions}
     * @return what it gave
     */
    public OrmResult invoke(SetBasedStatement other, ExecutionOptions more) {
        SetBasedStatement before = sent;
        try {
            return invokeChanged(() -> statement(other), more);
        } finally {
            sent = before;
        }
    }

    /** Whether the statement gives objects, instead of a number of rows. */
    public boolean givesObjects() {
        return announcement.rows();
    }

    /** Whether the statement has a list of rows, each with values of its own. */
    public boolean isExecuteMany() {
        return sent.hasRows();
    }

    /** How objects in memory are going to follow. */
    public Synchronize synchronize() {
        return localOptions().get(Synchronize.OPTION, sent.synchronize());
    }

    @Override
    protected Class<?> resultType() {
        return announcement.rows() ? List.class : super.resultType();
    }

    /** The rows of an INSERT, each a map by attribute name; none for other statements. */
    public List<Map<String, ?>> rows() {
        return localOptions().get(BulkInsert.ROWS, List.of());
    }

    /**
     * Runs an INSERT now as {@link #invoke} does, with more values in its rows (rule S-56).
     *
     * @param more one map for each row, in the same order; its values win
     * @return what it gave
     * @throws InvalidRequestException if there are more or fewer maps than rows, or if the statement has run
     */
    public OrmResult invokeWith(List<? extends Map<String, ?>> more) {
        List<Map<String, ?>> rows = rows();
        if (more.size() != rows.size()) {
            throw new InvalidRequestException(
                    "Cannot invoke this statement with values for " + more.size() + " rows: it has " + rows.size()
                            + ". Give one map for each of rows(), an empty one where nothing is added.");
        }
        List<Map<String, ?>> merged = new ArrayList<>(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            Map<String, Object> row = new LinkedHashMap<>(rows.get(at));
            row.putAll(more.get(at));
            merged.add(row);
        }
        return invoke(ExecutionOptions.NONE.with(BulkInsert.ROWS, merged));
    }

    /**
     * Has an UPDATE or DELETE obey a criterion, as {@link SelectState#addCriterion} has a SELECT (rule Q-24). No effect on an INSERT.
     *
     * @param criterion the condition
     */
    public void addCriterion(LoadOptions.Criterion criterion) {
        updateOption(BulkCriteria.OPTION, BulkCriteria.more(localOptions(), criterion));
    }

    @Override
    public boolean isColumnLoad() {
        return false;
    }

    @Override
    public boolean isRelationshipLoad() {
        return false;
    }

    @Override
    public @Nullable InstanceState lazyLoadedFrom() {
        throw new InvalidRequestException(
                "Cannot ask for the object that a statement loads for: this one writes. Look at isSelect() first.");
    }

    @Override
    public @Nullable String loaderPath() {
        return null;
    }
}
