package dev.grapnel.sql.query;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.KeySource;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.load.Selection;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
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
            boolean autoflush,
            LoadOptions options) {
        static final Parts NONE = new Parts(DSL.noCondition(), List.of(), null, null, false, true, LoadOptions.NONE);
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
        return with(new Parts(
                all, parts.order, parts.limit, parts.offset, parts.populateExisting, parts.autoflush, parts.options));
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
                parts.autoflush,
                parts.options));
    }

    /**
     * Gives at most so many objects.
     *
     * @param most number of objects
     * @return the refined query
     */
    public Query<T> limit(long most) {
        return with(new Parts(
                parts.condition,
                parts.order,
                most,
                parts.offset,
                parts.populateExisting,
                parts.autoflush,
                parts.options));
    }

    /**
     * Leaves out so many objects at the beginning.
     *
     * @param first number of objects
     * @return the refined query
     */
    public Query<T> offset(long first) {
        return with(new Parts(
                parts.condition,
                parts.order,
                parts.limit,
                first,
                parts.populateExisting,
                parts.autoflush,
                parts.options));
    }

    /** Overwrites objects in memory with what the rows say; pending changes of theirs are lost (rule G-3). */
    public Query<T> populateExisting() {
        return with(new Parts(
                parts.condition, parts.order, parts.limit, parts.offset, true, parts.autoflush, parts.options));
    }

    /** Runs without the flush before. */
    public Query<T> withoutAutoflush() {
        return with(new Parts(
                parts.condition, parts.order, parts.limit, parts.offset, parts.populateExisting, false, parts.options));
    }

    /**
     * Loads the relationships of a path by a strategy, whatever is mapped (rules of loading.md).
     *
     * @param strategy the strategy
     * @param path of relationships, from this class on
     * @return the refined query
     */
    public Query<T> load(LoadStrategy strategy, Attribute<?, ?>... path) {
        String[] names = Arrays.stream(path).map(Attribute::attributeName).toArray(String[]::new);
        return options(parts.options.load(strategy, names));
    }

    /** How the query loads its objects; to be refined and given back to {@link #options(LoadOptions)}. */
    public LoadOptions options() {
        return parts.options;
    }

    /**
     * Sets how the objects are loaded.
     *
     * @param options strategies, deferred columns, criteria
     * @return the refined query
     */
    public Query<T> options(LoadOptions options) {
        return with(new Parts(
                parts.condition,
                parts.order,
                parts.limit,
                parts.offset,
                parts.populateExisting,
                parts.autoflush,
                options));
    }

    private Query<T> with(Parts changed) {
        return new Query<>(session, mapper, changed);
    }

    // ---- running ----

    /**
     * Asks for values instead of objects: no object is made, and no object in memory is looked at.
     *
     * <pre>{@code
     * record Entry(String name, String phone) {}
     *
     * List<Entry> entries = session.query(Contact.class).select(Contact_.name, Contact_.phone).list(Entry.class);
     * }</pre>
     *
     * @param fields attributes of the class, or what jOOQ makes of them
     * @return the query for the values, with the condition, the order and the limits of this one
     */
    public Projection select(Field<?>... fields) {
        return new Projection(this, List.of(fields));
    }

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
        LoadRequest request = LoadRequest.ofEntity(mapper, parts.autoflush);
        LoadRun run = LoadRun.ofStatement(session, parts.populateExisting, (KeySource)
                columns -> told(request).keys(columns));
        List<Object> found = session.announced(request, () -> {
            Query<T> told = told(request);
            return session.readOnce(told::selection, rows -> told.objects(run, rows));
        });
        run.finish();
        return LoadingSession.unique(found);
    }

    /** This query with what listeners added. */
    private Query<T> told(LoadRequest request) {
        return options(request.refined(parts.options));
    }

    List<Record> values(List<Field<?>> fields) {
        LoadRequest request = LoadRequest.ofEntity(mapper, parts.autoflush);
        return session.exclusively(() -> session.announced(request, () -> {
            Query<T> told = told(request);
            return session.readOnce(() -> told.selection(fields), rows -> Projection.read(fields, rows));
        }));
    }

    private Selection selection(List<Field<?>> fields) {
        SelectShape plain = SelectShape.of(mapper);
        return new Selection(limited(fields, plain.ownTables(), plain), Projection.types(fields));
    }

    private SelectShape shape() {
        return SelectShape.of(mapper, parts.options);
    }

    private List<Object> objects(LoadRun run, RowCursor rows) {
        return LoadingSession.objects(new EntityLoader<>(run, shape().plan(), null, null))
                .read(rows);
    }

    private Selection selection() {
        SelectShape shape = shape();
        boolean limited = parts.limit != null || parts.offset != null;
        Select<?> select =
                limited && shape.isMultiplying() ? limitedInside(shape) : limited(shape.fields(), shape.from(), shape);
        return new Selection(select, shape.types());
    }

    /** A limit counts objects and not the rows of a joined collection, so it stands in a subquery for the keys. */
    private Select<?> limitedInside(SelectShape shape) {
        Field<?>[] keys = shape.keyColumns().stream().map(Column::field).toArray(Field<?>[]::new);
        List<OrderField<?>> order = new ArrayList<>(parts.order);
        order.addAll(shape.joinedOrder());
        return DSL.select(shape.fields())
                .from(shape.from())
                .where(DSL.row(keys).in((Select<? extends Record>) keys(shape.keyColumns())))
                .orderBy(order);
    }

    /** The statement with other columns, as a subquery. */
    private Select<?> keys(List<Column> columns) {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(column.field()));
        SelectShape plain = SelectShape.of(mapper);
        return parts.limit == null && parts.offset == null
                ? DSL.select(fields).from(plain.ownTables()).where(condition(plain))
                : limited(fields, plain.ownTables(), plain);
    }

    private Condition condition(SelectShape shape) {
        return shape.restriction().and(parts.condition);
    }

    private Select<?> limited(List<Field<?>> fields, org.jooq.Table<Record> from, SelectShape shape) {
        List<OrderField<?>> order = new ArrayList<>(parts.order);
        order.addAll(shape.joinedOrder());
        SelectLimitStep<?> ordered = DSL.select(fields)
                .from(from)
                .where(shape().restriction())
                .and(parts.condition)
                .orderBy(order);
        if (parts.limit != null && parts.offset != null) {
            return ordered.limit(parts.limit).offset(parts.offset);
        }
        if (parts.limit != null) {
            return ordered.limit(parts.limit);
        }
        return parts.offset != null ? ordered.offset(parts.offset) : ordered;
    }
}
