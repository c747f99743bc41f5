package dev.grapnel.sql;

import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of entities, as {@code do_orm_execute} shows it.
 *
 * <pre>{@code
 * Events.on(sessions).doOrmExecute(e -> {
 *   if (e instanceof SelectState select && !e.isColumnLoad() && !e.isRelationshipLoad()) {
 *     select.addCriterion(Note.class, note -> DSL.field(note.append("tenant")).eq(tenant()));
 *   }
 * });
 * }</pre>
 */
public final class SelectState extends OrmExecuteState {
    private final LoadRequest request;

    SelectState(Session session, LoadRequest request, ExecutionOptions options) {
        super(session, StatementKind.SELECT, request.mapper(), options);
        this.request = request;
    }

    @Override
    protected OrmExecuteState again(ExecutionOptions changed) {
        return new SelectState((Session) session(), request, changed);
    }

    /**
     * Adds a condition on a class, wherever the statement selects it or joins it; it follows to later loads of the relationships of the
     * objects that come (rules S-59, G-16, G-17). No effect on a reload of columns, so that an object in memory can be reloaded always
     * (rule G-18).
     *
     * @param type the class or a superclass; it also holds for subclasses
     * @param condition gives the condition for the name under which the class's table is in the statement
     */
    public void addCriterion(Class<?> type, Function<Name, Condition> condition) {
        addCriterion(new LoadOptions.Criterion(type, condition));
    }

    /**
     * As {@link #addCriterion(Class, Function)}. A criterion that came along from an earlier statement holds once, so a listener that keeps it in
     * a field may add it to loads of relationships too; then it also holds for objects that were there before the listener.
     *
     * @param criterion the condition
     */
    public void addCriterion(LoadOptions.Criterion criterion) {
        request.add(criterion);
    }

    /** The conditions that listeners have added to this statement so far. */
    public List<LoadOptions.Criterion> criteria() {
        return request.criteria();
    }

    /**
     * The key of the one object that is asked for, by {@code get} or by the first read of a reference, where nothing else decides what comes; null
     * for all other statements, and where strategies, conditions or overwriting are asked for as well.
     */
    public @Nullable IdentityKey identityKey() {
        return request.key();
    }

    @Override
    public boolean isColumnLoad() {
        return request.columnLoad();
    }

    @Override
    public boolean isRelationshipLoad() {
        return request.relationship() != null;
    }

    @Override
    public @Nullable InstanceState lazyLoadedFrom() {
        return request.lazyFrom();
    }

    @Override
    public @Nullable String loaderPath() {
        Relationship relationship = request.relationship();
        return relationship == null ? null : relationship.toString();
    }
}
