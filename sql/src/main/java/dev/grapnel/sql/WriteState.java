package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.bulk.Announcement;
import dev.grapnel.sql.bulk.BulkCriteria;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.load.LoadOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    WriteState(Session session, Announcement announcement, ExecutionOptions options) {
        super(session, announcement.kind(), announcement.mapper(), options);
        this.announcement = announcement;
    }

    @Override
    protected OrmExecuteState again(ExecutionOptions changed) {
        return new WriteState((Session) session(), announcement, changed);
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
