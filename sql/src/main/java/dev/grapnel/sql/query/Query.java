package dev.grapnel.sql.query;

import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A query for objects of one class and its subclasses. Immutable: each method gives a new query, so a query can be kept and refined.
 *
 * <pre>{@code
 * List<Contact> eds = session.query(Contact.class).where(Contact_.name.eq("ed")).orderBy(Contact_.id).list();
 * }</pre>
 *
 * <p>Before it runs, {@code do_orm_execute} fires and changes are flushed (rule S-51). Objects in memory are given as they are; only what
 * they lack is filled from the rows (rule G-2).
 *
 * @param <T> the class
 */
public final class Query<T> {
    private final QuerySession session;
    private final TableMapper mapper;
    private final Parts parts;

    private record Parts(
            Condition condition,
            List<OrderField<?>> order,
            @Nullable Long limit,
            @Nullable Long offset,
            boolean populateExisting,
            boolean autoflush) {
        static final Parts NONE = new Parts(DSL.noCondition(), List.of(), null, null, false, true);
    }

    private Query(QuerySession session, TableMapper mapper, Parts parts) {
        this.session = session;
        this.mapper = mapper;
        this.parts = parts;
    }

    /**
     * A query for all objects of a class.
     *
     * @param session that runs it
     * @param mapper of the class
     * @param <T> the class
     * @return the query
     */
    public static <T> Query<T> of(QuerySession session, TableMapper mapper) {
        return new Query<>(session, mapper, Parts.NONE);
    }

    // ---- refining ----

    /**
     * Adds conditions; all have to hold.
     *
     * @param conditions in jOOQ's words, over typed attributes
     * @return the refined query
     */
    public Query<T> where(Condition... conditions) {
        Condition all = parts.condition;
        for (Condition condition : conditions) {
            all = all.and(condition);
        }
        return with(new Parts(all, parts.order, parts.limit, parts.offset, parts.populateExisting, parts.autoflush));
    }

    /**
     * Sets the order, instead of one set before.
     *
     * @param fields in jOOQ's words
     * @return the refined query
     */
    public Query<T> orderBy(OrderField<?>... fields) {
        return with(new Parts(
                parts.condition,
                Arrays.asList(fields),
                parts.limit,
                parts.offset,
                parts.populateExisting,
                parts.autoflush));
    }

    /**
     * Gives at most so many objects.
     *
     * @param most number of objects
     * @return the refined query
     */
    public Query<T> limit(long most) {
        return with(
                new Parts(parts.condition, parts.order, most, parts.offset, parts.populateExisting, parts.autoflush));
    }

    /**
     * Leaves out so many objects at the beginning.
     *
     * @param first number of objects
     * @return the refined query
     */
    public Query<T> offset(long first) {
        return with(
                new Parts(parts.condition, parts.order, parts.limit, first, parts.populateExisting, parts.autoflush));
    }

    /** Overwrites objects in memory with what the rows say; pending changes of theirs are lost (rule G-3). */
    public Query<T> populateExisting() {
        return with(new Parts(parts.condition, parts.order, parts.limit, parts.offset, true, parts.autoflush));
    }

    /** Runs without the flush before. */
    public Query<T> withoutAutoflush() {
        return with(new Parts(parts.condition, parts.order, parts.limit, parts.offset, parts.populateExisting, false));
    }

    private Query<T> with(Parts changed) {
        return new Query<>(session, mapper, changed);
    }

    // ---- running ----

    /** All objects, in order. */
    @SuppressWarnings("unchecked") // the mapper is that of T
    public List<T> list() {
        return (List<T>) session.exclusively(this::run);
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
                .orElseThrow(() -> new ObjectNotFoundException(
                        "Expected one " + mapper.type().getSimpleName() + " where " + parts.condition
                                + " and found none. Use oneOrNone() if that is fine."));
    }

    /**
     * The one object, if there is any.
     *
     * @return the object, or empty
     * @throws MultipleObjectsFoundException if there are several
     */
    public Optional<T> oneOrNone() {
        List<T> found = list();
        if (found.size() > 1) {
            throw new MultipleObjectsFoundException(
                    "Expected at most one " + mapper.type().getSimpleName() + " where " + parts.condition
                            + " and found " + found.size() + ". Narrow the condition, or use first() or list().");
        }
        return found.stream().findFirst();
    }

    /** The first object in order, or empty. */
    public Optional<T> first() {
        return limit(1).list().stream().findFirst();
    }

    private List<Object> run() {
        LoadRequest request = new LoadRequest(mapper, false, null, null, parts.autoflush);
        LoadRun run = new LoadRun(session, parts.populateExisting, null);
        List<Object> found =
                session.selectOnce(request, () -> statement(SelectShape.of(mapper)), rows -> objects(run, rows));
        run.finish();
        return unique(found);
    }

    private List<Object> objects(LoadRun run, RowCursor rows) {
        EntityLoader<RowCursor> loader = new EntityLoader<>(run, SelectShape.of(mapper).plan(), null, null);
        return LoadingSession.objects(loader).read(rows);
    }

    /** Objects once each, in order of first appearance. */
    private static List<Object> unique(List<Object> rows) {
        java.util.Set<Object> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        List<Object> once = new ArrayList<>(rows.size());
        for (Object row : rows) {
            if (seen.add(row)) {
                once.add(row);
            }
        }
        return once;
    }

    private Select<?> statement(SelectShape shape) {
        SelectLimitStep<?> ordered = DSL.select(shape.fields())
                .from(shape.from())
                .where(shape.restriction())
                .and(parts.condition)
                .orderBy(parts.order);
        if (parts.limit != null && parts.offset != null) {
            return ordered.limit(parts.limit).offset(parts.offset);
        }
        if (parts.limit != null) {
            return ordered.limit(parts.limit);
        }
        return parts.offset != null ? ordered.offset(parts.offset) : ordered;
    }
}
