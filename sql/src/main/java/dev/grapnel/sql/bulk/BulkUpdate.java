package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE of many rows of a class and its subclasses at once. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * int rows = session.update(Item.class).set(Item_.price, 5).where(Item_.price.gt(10)).execute();
 * }</pre>
 *
 * <p>{@code do_orm_execute} fires and changes are flushed before. No mapper event fires, and versions are not counted. Objects in memory get
 * the new values; those with an unflushed change of such an attribute lose it (rule Q-13).
 *
 * @param <T> the class
 */
public final class BulkUpdate<T> extends SetBasedStatement {
    private final Parts parts;

    private record Parts(
            Map<String, @Nullable Object> values, Condition condition, Synchronize synchronize, boolean autoflush) {
        static final Parts NONE = new Parts(Map.of(), DSL.noCondition(), Synchronize.AUTO, true);

        Parts set(String attribute, @Nullable Object value) {
            Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
            more.put(attribute, value);
            return new Parts(more, condition, synchronize, autoflush);
        }
    }

    private BulkUpdate(BulkSession session, TableMapper mapper, Parts parts, ExecutionOptions options) {
        super(session, mapper, options);
        this.parts = parts;
    }

    /**
     * An UPDATE of all rows of a class.
     *
     * @param session that runs it
     * @param mapper of the class
     * @param <T> the class
     * @return the UPDATE
     */
    public static <T> BulkUpdate<T> of(BulkSession session, TableMapper mapper) {
        return new BulkUpdate<>(session, mapper, Parts.NONE, ExecutionOptions.NONE);
    }

    // ---- refining ----

    /**
     * Sets an attribute to the same value in all rows.
     *
     * @param attribute a plain value of the class
     * @param value the new value
     * @param <V> its type
     * @return the refined UPDATE
     */
    public <V> BulkUpdate<T> set(ColumnAttribute<? super T, V> attribute, @Nullable V value) {
        return set(attribute.attributeName(), value);
    }

    /**
     * Sets an attribute to an expression.
     *
     * @param attribute a plain value of the class
     * @param value in jOOQ's words, over typed attributes
     * @param <V> its type
     * @return the refined UPDATE
     */
    public <V> BulkUpdate<T> set(ColumnAttribute<? super T, V> attribute, Field<V> value) {
        return set(attribute.attributeName(), value);
    }

    /**
     * Sets an attribute by name.
     *
     * @param attribute name of a plain value of the class
     * @param value the new value, or a field of jOOQ
     * @return the refined UPDATE
     */
    public BulkUpdate<T> set(String attribute, @Nullable Object value) {
        return with(parts.set(attribute, value));
    }

    /**
     * Adds conditions; all have to hold.
     *
     * @param conditions in jOOQ's words, over typed attributes
     * @return the refined UPDATE
     */
    public BulkUpdate<T> where(Condition... conditions) {
        Condition all = parts.condition;
        for (Condition condition : conditions) {
            all = all.and(condition);
        }
        return with(new Parts(parts.values, all, parts.synchronize, parts.autoflush));
    }

    /**
     * Says how objects in memory follow; {@link Synchronize#AUTO} unless it is said.
     *
     * @param mode how
     * @return the refined UPDATE
     */
    public BulkUpdate<T> synchronize(Synchronize mode) {
        return with(new Parts(parts.values, parts.condition, mode, parts.autoflush));
    }

    /** Runs without the flush before. */
    public BulkUpdate<T> withoutAutoflush() {
        return with(new Parts(parts.values, parts.condition, parts.synchronize, false));
    }

    /**
     * Says something about the running of the statement, for the library and for listeners to {@code do_orm_execute}.
     *
     * @param option as {@code ExecutionOption.IDENTITY_TOKEN}, or one of the program's own
     * @param value not null
     * @param <V> the type of its values
     * @return the refined UPDATE
     */
    public <V> BulkUpdate<T> option(ExecutionOption<V> option, V value) {
        return new BulkUpdate<>(session, mapper, parts, options.with(option, value));
    }

    private BulkUpdate<T> with(Parts changed) {
        return new BulkUpdate<>(session, mapper, changed, options);
    }

    /**
     * Has the statement obey a criterion, as a SELECT does (rule Q-24).
     *
     * @param criterion the condition
     * @return the refined UPDATE
     */
    public BulkUpdate<T> criterion(LoadOptions.Criterion criterion) {
        return option(BulkCriteria.OPTION, BulkCriteria.more(options, criterion));
    }

    /**
     * Updates single rows, each with values of its own; what was set before does not count (rule Q-20).
     *
     * @param rows a map by attribute name for each, with its primary key
     * @return the UPDATE of these rows
     */
    public KeyedUpdate<T> byKey(List<? extends Map<String, ?>> rows) {
        return new KeyedUpdate<>(
                session,
                mapper,
                rows,
                new KeyedUpdate.Terms(parts.condition, parts.synchronize, parts.autoflush, options));
    }

    // ---- what it is ----

    @Override
    public StatementKind kind() {
        return StatementKind.UPDATE;
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
     * Runs the UPDATE.
     *
     * @return how many rows it wrote
     * @throws InvalidArgumentException if nothing is set, or an attribute is unknown
     * @throws dev.grapnel.core.error.InvalidRequestException if the condition is to be evaluated in memory and cannot be
     */
    public int execute() {
        return send();
    }

    /**
     * Runs the UPDATE and gives the objects whose rows it wrote. Those in memory follow before the others are made (rule Q-21).
     *
     * @return the objects, in the order in which the database gave their rows
     * @throws dev.grapnel.core.error.InvalidRequestException if the rows of the class are in several tables, or the database does not give
     *     changed rows
     */
    @SuppressWarnings("unchecked") // the mapper is that of T
    public List<T> executeReturning() {
        return (List<T>) sendReturning();
    }

    @Override
    List<?> writeReturning(ExecutionOptions running) {
        DmlStrategy form = form(running);
        SetClause set = SetClause.of(mapper, parts.values);
        Condition condition = BulkCriteria.restricted(mapper, parts.condition, running);
        BulkRows rows = BulkRows.updated(session, mapper, set.table(), condition);
        rows.requireReturning("update");
        Synchronize mode = form == DmlStrategy.CORE_ONLY ? Synchronize.NONE : parts.synchronize;
        Matching matching = Matching.of(session, mapper, rows, condition, mode, running);
        ReturnedRows written = matching.runReturning(statement(set, rows));
        follow(set, matching.matches());
        return written.objects();
    }

    private DmlStrategy form(ExecutionOptions running) {
        DmlStrategy form = DmlStrategy.of(running, mapper, StatementKind.UPDATE);
        if (form == DmlStrategy.BULK) {
            throw new InvalidArgumentException("Cannot update " + mapper.type().getSimpleName()
                    + " with DmlStrategy.BULK: there are no rows with values of their own. Give them by byKey(rows).");
        }
        return form;
    }

    private static Writing statement(SetClause set, BulkRows rows) {
        StructureWriter structure = rows.structure(StatementKind.UPDATE);
        set.describe(structure);
        return new Writing(
                structure,
                () -> DSL.update(set.table().inStatements()).set(set.inJooq()).where(rows.condition()));
    }

    private int writePlain(ExecutionOptions running) {
        SetClause set = SetClause.withoutComputed(mapper, parts.values);
        Condition condition = BulkCriteria.restricted(mapper, parts.condition, running);
        BulkRows rows = BulkRows.updated(session, mapper, set.table(), condition);
        StructureWriter structure = rows.structure(DmlStrategy.CORE_ONLY);
        set.describe(structure);
        return rows.write(new Writing(
                        structure,
                        () -> DSL.update(set.table().inStatements())
                                .set(set.inJooq())
                                .where(condition)))
                .count();
    }

    @Override
    int write(ExecutionOptions running) {
        if (form(running) == DmlStrategy.CORE_ONLY) {
            return writePlain(running);
        }
        SetClause set = SetClause.of(mapper, parts.values);
        Condition condition = BulkCriteria.restricted(mapper, parts.condition, running);
        BulkRows rows = BulkRows.updated(session, mapper, set.table(), condition);
        rows.requireOneTable("update");
        Matching matching = Matching.of(session, mapper, rows, condition, parts.synchronize, running);
        Written written = matching.run(statement(set, rows));
        follow(set, matching.matches());
        return written.count();
    }

    private void follow(SetClause set, List<Match> matches) {
        UpdatedObjects objects = new UpdatedObjects(set);
        List<InstanceState> followed = new ArrayList<>(matches.size());
        for (Match match : matches) {
            objects.follow(match.state());
            followed.add(match.state());
        }
        session.altered(followed);
    }
}
