package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.session.BulkDeleteContext;
import dev.grapnel.core.session.BulkUpdateContext;
import dev.grapnel.core.session.Session;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventTarget;
import dev.grapnel.sql.bulk.BulkDelete;
import dev.grapnel.sql.bulk.BulkSession;
import dev.grapnel.sql.bulk.BulkUpdate;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A query in the form of older programs: it counts, updates and deletes too, and its listeners ({@link QueryEvents}) may put another query in
 * its place. New programs use {@link Query} and the session's set-based statements. Immutable: each method gives a new query.
 *
 * <pre>{@code
 * LegacyQuery<Item> dear = session.legacyQuery(Item.class).filter(Item_.price.gt(10));
 * long count = dear.count();
 * dear.update(Map.of("price", 10));
 * }</pre>
 *
 * @param <T> what it gives
 */
public final class LegacyQuery<T> implements EventTarget<QueryEvents> {
    private final Origin origin;
    private final Class<T> type;
    private final Query<T> query;
    private final Parts parts;

    /** What all queries refined from one have in common. */
    private record Origin(
            Session session,
            QuerySession queries,
            BulkSession statements,
            TableMapper mapper,
            boolean ofEntity,
            Dispatch dispatch) {

        Origin ofNumbers() {
            return new Origin(session, queries, statements, mapper, false, dispatch);
        }

        QueryListeners listeners() {
            return new QueryListeners(dispatch);
        }
    }

    /** What else than {@link Query} needs to know of the refinements. */
    private record Parts(Condition condition, List<OrderField<?>> order, RowRange range, boolean autoflush) {
        static final Parts NONE = new Parts(DSL.noCondition(), List.of(), RowRange.ALL, true);

        boolean isPlain() {
            return order.isEmpty() && range.equals(RowRange.ALL);
        }
    }

    private LegacyQuery(Origin origin, Class<T> type, Query<T> query, Parts parts) {
        this.origin = origin;
        this.type = type;
        this.query = query;
        this.parts = parts;
    }

    /**
     * A query for all objects of a class.
     *
     * @param session that runs it
     * @param mapper of the class
     * @param type the class
     * @param <T> the class
     * @param <S> the type of session
     * @return the query
     */
    public static <T, S extends Session & QuerySession & BulkSession> LegacyQuery<T> of(
            S session, TableMapper mapper, Class<T> type) {
        Dispatch dispatch = Dispatch.of(QueryEventKeys.CATALOG, "a query object", QueryEvents.ALL);
        Origin origin = new Origin(session, session, session, mapper, true, dispatch);
        return new LegacyQuery<>(origin, type, Query.of(session, mapper), Parts.NONE);
    }

    /**
     * Tells the listeners of all query objects of a SELECT that the engine makes itself; what they return does not count.
     *
     * @param session that sends it
     * @param mapper of the class selected
     * @param <S> the type of session
     */
    public static <S extends Session & QuerySession & BulkSession> void announce(S session, TableMapper mapper) {
        if (!QueryEvents.ALL.current(QueryEventKeys.BEFORE_COMPILE).isEmpty()) {
            of(session, mapper, mapper.type()).compiled();
        }
    }

    // ---- what it is ----

    /** The events of this query and all that is refined from it; they run after those of all queries. */
    @Override
    public QueryEvents events() {
        return QueryEvents.of(origin.dispatch);
    }

    /** The class whose objects it gives, or null if it gives plain values, as the query around the one that is counted. */
    public @Nullable Class<?> entity() {
        return origin.ofEntity ? origin.mapper.type() : null;
    }

    /** What it selects. */
    public List<ColumnDescription> columnDescriptions() {
        return List.of(new ColumnDescription(
                origin.ofEntity ? origin.mapper.entityName() : type.getSimpleName(), type, entity()));
    }

    // ---- refining ----

    /**
     * Adds conditions; all have to hold. A limit counts what is left by them, in whatever order both are said.
     *
     * @param conditions in jOOQ's words, over typed attributes
     * @return the refined query
     */
    public LegacyQuery<T> filter(Condition... conditions) {
        Condition all = parts.condition;
        for (Condition condition : conditions) {
            all = all.and(condition);
        }
        return with(query.where(conditions), new Parts(all, parts.order, parts.range, parts.autoflush));
    }

    /**
     * Sets the order, instead of one set before.
     *
     * @param fields in jOOQ's words
     * @return the refined query
     */
    public LegacyQuery<T> orderBy(OrderField<?>... fields) {
        return with(query.orderBy(fields), new Parts(parts.condition, List.of(fields), parts.range, parts.autoflush));
    }

    /**
     * Gives at most so many objects.
     *
     * @param most number of objects
     * @return the refined query
     */
    public LegacyQuery<T> limit(long most) {
        return with(
                query.limit(most),
                new Parts(parts.condition, parts.order, parts.range.withMost(most), parts.autoflush));
    }

    /**
     * Leaves out so many objects at the beginning.
     *
     * @param first number of objects
     * @return the refined query
     */
    public LegacyQuery<T> offset(long first) {
        return with(
                query.offset(first),
                new Parts(parts.condition, parts.order, parts.range.withFirst(first), parts.autoflush));
    }

    /** Runs without the flush before. */
    public LegacyQuery<T> withoutAutoflush() {
        return with(query.withoutAutoflush(), new Parts(parts.condition, parts.order, parts.range, false));
    }

    /** Overwrites objects in memory with what the rows say; pending changes of theirs are lost (rule G-3). */
    public LegacyQuery<T> populateExisting() {
        return with(query.populateExisting(), parts);
    }

    /**
     * Says how objects are loaded, instead of what was said before.
     *
     * @param options against their mapping
     * @return the refined query
     */
    public LegacyQuery<T> options(LoadOptions options) {
        return with(query.options(options), parts);
    }

    private LegacyQuery<T> with(Query<T> refined, Parts changed) {
        return new LegacyQuery<>(origin, type, refined, changed);
    }

    // ---- reading ----

    /** All objects, in order. */
    @SuppressWarnings("unchecked") // a listener gives a query for the same class
    public List<T> all() {
        return (List<T>) compiled().query.list();
    }

    /** The first object in order, or empty. Listeners see the query with its limit. */
    public Optional<T> first() {
        return limit(1).all().stream().findFirst();
    }

    /**
     * The one object.
     *
     * @return the object
     * @throws ObjectNotFoundException if there is none
     * @throws MultipleObjectsFoundException if there are several
     */
    public T one() {
        return oneOrNone()
                .orElseThrow(() -> new ObjectNotFoundException("Expected one " + type.getSimpleName() + " where "
                        + parts.condition + " and found none. Use oneOrNone() if that is fine."));
    }

    /**
     * The one object, if there is any.
     *
     * @return the object, or empty
     * @throws MultipleObjectsFoundException if there are several
     */
    public Optional<T> oneOrNone() {
        List<T> found = all();
        if (found.size() > 1) {
            throw new MultipleObjectsFoundException("Expected at most one " + type.getSimpleName() + " where "
                    + parts.condition + " and found " + found.size()
                    + ". Narrow the condition, or use first() or all().");
        }
        return found.stream().findFirst();
    }

    /**
     * Finds an object by its primary key, in memory first. The refinements of this query do not count, and no query event fires (rule Q-2).
     *
     * @param key the values of the key in the order of its attributes
     * @return the object, or empty
     * @throws dev.grapnel.core.error.InvalidArgumentException if these are no values for the key
     */
    public Optional<T> get(Object... key) {
        return Optional.ofNullable(origin.queries.get(type, key));
    }

    /**
     * Counts the objects in the database. Fires {@link QueryEvents#beforeCompile} twice: for this query, and for the one around it that counts
     * (rule Q-2).
     *
     * @return their number
     */
    public long count() {
        LegacyQuery<?> counted = compiled();
        counting().compiled();
        return counted.query.count();
    }

    /**
     * Whether there is any object in the database. Fires {@link QueryEvents#beforeCompile} twice, as {@link #count} does.
     *
     * @return whether there is
     */
    public boolean exists() {
        LegacyQuery<?> wanted = compiled();
        counting().compiled();
        return wanted.query.exists();
    }

    /** This query as the listeners leave it. */
    private LegacyQuery<?> compiled() {
        return origin.listeners().beforeCompile(this);
    }

    /** The query around one that is counted; it has no entity. */
    private LegacyQuery<Long> counting() {
        return new LegacyQuery<>(origin.ofNumbers(), Long.class, Query.of(origin.queries, origin.mapper), Parts.NONE);
    }

    // ---- writing ----

    /**
     * Updates all rows, with {@link Synchronize#AUTO}.
     *
     * @param values new values by attribute; may be fields of jOOQ
     * @return how many rows were updated
     */
    public int update(Map<String, ?> values) {
        return update(values, Synchronize.AUTO);
    }

    /**
     * Updates all rows.
     *
     * @param values new values by attribute; may be fields of jOOQ
     * @param mode how objects in memory follow
     * @return how many rows were updated
     * @throws InvalidRequestException if the query has an order or limit
     */
    public int update(Map<String, ?> values, Synchronize mode) {
        requirePlain("update");
        BulkUpdateContext<Session> context =
                new BulkUpdateContext<>(origin.session, origin.mapper, this, new LinkedHashMap<>(values));
        LegacyQuery<?> changed = origin.listeners().beforeCompileUpdate(this, context);
        context.written(changed.updating(context.values(), mode).execute());
        origin.session.dispatch().current(SessionEventKeys.AFTER_BULK_UPDATE).fire(context);
        return context.rowCount();
    }

    private BulkUpdate<?> updating(Map<String, @Nullable Object> values, Synchronize mode) {
        BulkUpdate<?> update = BulkUpdate.of(origin.statements, origin.mapper)
                .where(parts.condition)
                .synchronize(mode);
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            update = update.set(value.getKey(), value.getValue());
        }
        return parts.autoflush ? update : update.withoutAutoflush();
    }

    /**
     * Deletes all rows, with {@link Synchronize#AUTO}.
     *
     * @return how many rows were deleted
     */
    public int delete() {
        return delete(Synchronize.AUTO);
    }

    /**
     * Deletes all rows.
     *
     * @param mode how objects in memory follow
     * @return how many rows were deleted
     * @throws InvalidRequestException if the query has an order or limit
     */
    public int delete(Synchronize mode) {
        requirePlain("delete");
        BulkDeleteContext<Session> context = new BulkDeleteContext<>(origin.session, origin.mapper, this);
        LegacyQuery<?> changed = origin.listeners().beforeCompileDelete(this, context);
        context.written(changed.deleting(mode).execute());
        origin.session.dispatch().current(SessionEventKeys.AFTER_BULK_DELETE).fire(context);
        return context.rowCount();
    }

    private BulkDelete<?> deleting(Synchronize mode) {
        BulkDelete<?> delete = BulkDelete.of(origin.statements, origin.mapper)
                .where(parts.condition)
                .synchronize(mode);
        return parts.autoflush ? delete : delete.withoutAutoflush();
    }

    private void requirePlain(String operation) {
        if (!parts.isPlain()) {
            throw new InvalidRequestException("Cannot " + operation + " the rows of this query: it has an order or a"
                    + " limit, which a statement of this kind does not have. Say by conditions which rows are meant.");
        }
    }
}
