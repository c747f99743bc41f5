package dev.grapnel.sql.query;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.RelationshipAttribute;
import dev.grapnel.sql.join.EntityJoin;
import dev.grapnel.sql.join.RelatedJoin;
import dev.grapnel.sql.join.TableJoin;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableLike;
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
public final class Query<T> implements EntityQuery<T> {
    static final int DEFAULT_PORTION = 1_000;

    private final QuerySession session;
    private final TableMapper mapper;
    private final Clauses clauses;
    private final Reading reading;

    private Query(QuerySession session, TableMapper mapper, Clauses clauses, Reading reading) {
        this.session = session;
        this.mapper = mapper;
        this.clauses = clauses;
        this.reading = reading;
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
        return new Query<>(session, mapper, Clauses.NONE, Reading.DEFAULT);
    }

    private Query<T> with(Clauses changed) {
        return new Query<>(session, mapper, changed, reading);
    }

    @Override
    public Class<?> entity() {
        return mapper.type();
    }

    @Override
    public ExecutionOptions execution() {
        return reading.execution();
    }

    /** What it says about the order. */
    public List<OrderField<?>> order() {
        return clauses.order();
    }

    /** Whether it gives some of the objects only, by a limit or an offset. */
    public boolean hasRange() {
        return !clauses.range().isAll();
    }

    /** What each of several databases is asked. */
    Query<T> part() {
        return with(clauses.part());
    }

    TableMapper mapper() {
        return mapper;
    }

    Clauses clauses() {
        return clauses;
    }

    Reading reading() {
        return reading;
    }

    // ---- joins ----

    /**
     * Joins related objects, under their own name. Objects without any are left out, and the query may have several rows for one object;
     * {@link #list} gives each object once.
     *
     * @param relationship of the class or of one that was joined
     * @return the refined query
     */
    public Query<T> join(RelationshipAttribute<?, ?> relationship) {
        return with(clauses.join(new RelatedJoin(relationship.path(), false)));
    }

    /**
     * Joins related objects under another name.
     *
     * @param relationship of the class or of one that was joined
     * @param alias the class of the related objects or a subclass, under the name
     * @param <V> the class of the related objects
     * @return the refined query
     */
    public <V> Query<T> join(RelationshipAttribute<?, V> relationship, Aliased<? extends V> alias) {
        return with(clauses.join(new RelatedJoin(relationship.path().to(alias.type(), alias.name()), false)));
    }

    /** As {@link #join(RelationshipAttribute)}, and objects without related ones stay. */
    public Query<T> leftJoin(RelationshipAttribute<?, ?> relationship) {
        return with(clauses.join(new RelatedJoin(relationship.path(), true)));
    }

    /** As {@link #join(RelationshipAttribute, Aliased)}, and objects without related ones stay. */
    public <V> Query<T> leftJoin(RelationshipAttribute<?, V> relationship, Aliased<? extends V> alias) {
        return with(clauses.join(new RelatedJoin(relationship.path().to(alias.type(), alias.name()), true)));
    }

    /**
     * Joins objects of any class by a condition.
     *
     * @param alias the class under its name
     * @param on the condition
     * @return the refined query
     */
    public Query<T> join(Aliased<?> alias, Condition on) {
        return with(clauses.join(new EntityJoin(alias.type(), alias.name(), on, false)));
    }

    /** As {@link #join(Aliased, Condition)}, and objects without such others stay. */
    public Query<T> leftJoin(Aliased<?> alias, Condition on) {
        return with(clauses.join(new EntityJoin(alias.type(), alias.name(), on, true)));
    }

    /**
     * Joins rows of any kind by a condition: a table that is not mapped, a subquery, a common table expression.
     *
     * @param table in jOOQ's words
     * @param on the condition
     * @return the refined query
     */
    public Query<T> join(TableLike<?> table, Condition on) {
        return with(clauses.join(new TableJoin(table, on, false)));
    }

    /** As {@link #join(TableLike, Condition)}, and objects without such rows stay. */
    public Query<T> leftJoin(TableLike<?> table, Condition on) {
        return with(clauses.join(new TableJoin(table, on, true)));
    }

    // ---- which rows ----

    /**
     * Adds conditions; all have to hold.
     *
     * @param conditions in jOOQ's words, over typed attributes
     * @return the refined query
     */
    public Query<T> where(Condition... conditions) {
        return with(clauses.where(conditions));
    }

    /**
     * Makes one row of those that are equal in some fields, instead of what was said before. For {@link #select}, mostly: an object needs all
     * of its columns.
     *
     * @param fields in jOOQ's words
     * @return the refined query
     */
    public Query<T> groupBy(GroupField... fields) {
        return with(clauses.groupBy(fields));
    }

    /**
     * Adds conditions on groups; all have to hold.
     *
     * @param conditions in jOOQ's words, over aggregates
     * @return the refined query
     */
    public Query<T> having(Condition... conditions) {
        return with(clauses.having(conditions));
    }

    /** Leaves out rows that are equal in everything selected. */
    public Query<T> distinct() {
        return with(clauses.distinct());
    }

    /**
     * Sets the order, instead of one set before.
     *
     * @param fields in jOOQ's words
     * @return the refined query
     */
    public Query<T> orderBy(OrderField<?>... fields) {
        return with(clauses.orderBy(fields));
    }

    /**
     * Gives at most so many objects.
     *
     * @param most number of objects
     * @return the refined query
     */
    public Query<T> limit(long most) {
        return with(clauses.range(clauses.range().withMost(most)));
    }

    /**
     * Leaves out so many objects at the beginning.
     *
     * @param first number of objects
     * @return the refined query
     */
    public Query<T> offset(long first) {
        return with(clauses.range(clauses.range().withFirst(first)));
    }

    /**
     * Locks the rows of the objects until the transaction ends.
     *
     * @param lock which, and whether to wait for it
     * @return the refined query; it fails with an {@link dev.grapnel.core.error.InvalidRequestException} where the database has no such lock
     */
    public Query<T> lock(RowLock lock) {
        return with(clauses.lock(lock));
    }

    /** As {@link #lock lock(RowLock.FOR_UPDATE)}: nobody else may change or lock the rows. */
    public Query<T> forUpdate() {
        return lock(RowLock.FOR_UPDATE);
    }

    /** As {@link #lock lock(RowLock.FOR_SHARE)}: nobody may change the rows. */
    public Query<T> forShare() {
        return lock(RowLock.FOR_SHARE);
    }

    // ---- together with other queries ----

    /**
     * The objects of this query or of another one, or of both. What is said afterwards, as an order, is about all of them.
     *
     * @param other a query for the same class
     * @return the query for all of them
     * @throws InvalidArgumentException if the other query is for another class
     */
    public Query<T> union(Query<T> other) {
        return combined(Combination.Operator.UNION, other);
    }

    /** As {@link #union}, of the objects of both queries. */
    public Query<T> intersect(Query<T> other) {
        return combined(Combination.Operator.INTERSECT, other);
    }

    /** As {@link #union}, of the objects of this query that are not among those of the other one. */
    public Query<T> except(Query<T> other) {
        return combined(Combination.Operator.EXCEPT, other);
    }

    private Query<T> combined(Combination.Operator operator, Query<T> other) {
        if (mapper != other.mapper) {
            throw new InvalidArgumentException("Cannot combine queries for "
                    + mapper.type().getSimpleName() + " and for "
                    + other.mapper.type().getSimpleName()
                    + ". Query the same class in both, and narrow one of them by a"
                    + " condition.");
        }
        return with(clauses.combined(operator, other.clauses));
    }

    /**
     * Puts common table expressions before the statement, for joins and conditions.
     *
     * @param tables in jOOQ's words
     * @return the refined query
     */
    public Query<T> with(CommonTableExpression<?>... tables) {
        return with(clauses.with(false, tables));
    }

    /** As {@link #with(CommonTableExpression...)}, and they may refer to themselves. */
    public Query<T> withRecursive(CommonTableExpression<?>... tables) {
        return with(clauses.with(true, tables));
    }

    /**
     * Values of the objects as a subquery, for conditions of other queries: {@code Book_.id.in(favourites.subquery(Favourite_.bookId))}.
     *
     * @param field an attribute, or what jOOQ makes of attributes
     * @param <V> the type of the values
     * @return the subquery
     */
    public <V> Select<Record1<V>> subquery(Field<V> field) {
        return run().subquery(field);
    }

    /**
     * Asks for objects by plain SQL. All else that was said about rows does not count.
     *
     * <pre>{@code
     * session.query(Contact.class).fromSql("select * from contact where soundex(name) = soundex(?)", "Ed").list();
     * }</pre>
     *
     * @param text the statement, as jOOQ reads plain SQL: with a question mark for each value
     * @param values for the question marks, of types that the database knows, or fields of jOOQ
     * @return the query
     */
    public SqlQuery<T> fromSql(String text, @Nullable Object... values) {
        return from(WrittenSelect.of(text, values));
    }

    /**
     * Asks for objects by a statement of jOOQ. All else that was said about rows does not count.
     *
     * @param select whose columns have the names of those of the class
     * @return the query
     */
    public SqlQuery<T> from(Select<?> select) {
        return from(WrittenSelect.of(select));
    }

    private SqlQuery<T> from(WrittenSelect statement) {
        return new SqlQuery<>(session, mapper, statement, reading);
    }

    // ---- how objects are loaded ----

    private Query<T> with(Reading changed) {
        return new Query<>(session, mapper, clauses, changed);
    }

    /** Overwrites objects in memory with what the rows say; pending changes of theirs are lost (rule G-3). */
    public Query<T> populateExisting() {
        return with(reading.withPopulateExisting());
    }

    /** Runs without the flush before. */
    public Query<T> withoutAutoflush() {
        return with(reading.withoutAutoflush());
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
        return options(reading.options().load(strategy, names));
    }

    /** How the query loads its objects; to be refined and given back to {@link #options(LoadOptions)}. */
    @Override
    public LoadOptions options() {
        return reading.options();
    }

    /**
     * Sets how the objects are loaded.
     *
     * @param options strategies, deferred columns, criteria
     * @return the refined query
     */
    @Override
    public Query<T> options(LoadOptions options) {
        return with(reading.with(options));
    }

    /**
     * Says something about the running of the statement, for the library and for listeners to {@code do_orm_execute}.
     *
     * @param option as {@code ExecutionOption.IDENTITY_TOKEN}, or one of the program's own
     * @param value not null
     * @param <V> the type of its values
     * @return the refined query
     */
    public <V> Query<T> option(ExecutionOption<V> option, V value) {
        return with(reading.with(option, value));
    }

    // ---- running ----

    /**
     * Asks for values, or for objects of several classes side by side, instead of the objects of this class.
     *
     * <pre>{@code
     * record Entry(String name, String phone) {}
     * List<Entry> entries = session.query(Contact.class).select(Contact_.name, Contact_.phone).list(Entry.class);
     *
     * Aliased<Company> company = Aliased.of(Company.class, "c");
     * for (Record row : session.query(Contact.class).leftJoin(Contact_.company, company).select(Contact_.name, company).list()) {
     *   String name = row.get(Contact_.name);
     *   Company at = row.get(company);
     * }
     * }</pre>
     *
     * <p>Objects are those of the session, as always; for values alone no object is made, and none in memory is looked at.
     *
     * @param fields attributes, what jOOQ makes of them, and by {@link Aliased} classes of the query
     * @return the query for these, with all that was said to this one
     */
    public Projection select(Field<?>... fields) {
        return new Projection(run(), List.of(fields));
    }

    /**
     * The values of one field, in order.
     *
     * @param field an attribute, or what jOOQ makes of attributes
     * @param <V> the type of the values
     * @return the values; null where there is none
     */
    @SuppressWarnings("unchecked") // read in the type of the field
    public <V> List<@Nullable V> values(Field<V> field) {
        List<@Nullable V> values = new ArrayList<>();
        run().rows(List.of(field)).forEach(row -> values.add((V) row[0]));
        return values;
    }

    /** All objects, in order, each once. */
    @Override
    @SuppressWarnings("unchecked") // the mapper is that of T
    public List<T> list() {
        return (List<T>) objectsRun().objects();
    }

    /**
     * The one object.
     *
     * @return the object
     * @throws ObjectNotFoundException if there is none
     * @throws MultipleObjectsFoundException if there are several
     */
    @Override
    public T one() {
        return OnlyObject.require(list(), mapper, clauses.condition());
    }

    /**
     * The one object, if there is any.
     *
     * @return the object, or null
     * @throws MultipleObjectsFoundException if there are several
     */
    @Override
    public @Nullable T oneOrNull() {
        return OnlyObject.find(list(), mapper, clauses.condition());
    }

    /** The first object in order, or empty. */
    @Override
    public Optional<T> first() {
        return limit(1).list().stream().findFirst();
    }

    /**
     * All objects, in order, a portion at a time, while the database holds the rest: for more than fit into memory. Close it; it ends with
     * the transaction in any case, so read it to the end before the session commits.
     *
     * <pre>{@code
     * try (Stream<Contact> all = session.query(Contact.class).orderBy(Contact_.id).stream()) {
     *   all.forEach(contact -> export(contact));
     * }
     * }</pre>
     *
     * <p>The session does not hold on to objects that are not changed. Collections that would be joined come by one more statement for each
     * portion. An object that a join gives several rows may come several times.
     *
     * @return the objects
     */
    @Override
    public Stream<T> stream() {
        return stream(DEFAULT_PORTION);
    }

    /**
     * As {@link #stream()}, with portions of another size.
     *
     * @param portion how many rows are fetched, and objects loaded, at once; at least one
     * @return the objects
     * @throws InvalidArgumentException if the portion is not positive
     */
    @SuppressWarnings("unchecked") // the mapper is that of T
    public Stream<T> stream(int portion) {
        requirePortion(mapper, portion);
        return (Stream<T>) objectsRun().stream(portion);
    }

    static void requirePortion(TableMapper mapper, int portion) {
        if (portion < 1) {
            throw new InvalidArgumentException(
                    "Cannot stream objects of " + mapper.type().getSimpleName() + " in portions of " + portion
                            + ". Give a number of rows above 0.");
        }
    }

    /**
     * The first objects of a list that is read by pages.
     *
     * <pre>{@code
     * Query<Contact> contacts = session.query(Contact.class).orderBy(Contact_.name);
     * Page<Contact> first = contacts.page(20);
     * Page<Contact> second = contacts.page(20, first.next());
     * }</pre>
     *
     * <p>The database looks for what is behind the last row, so a page costs the same wherever it is, and rows that come or go do not move
     * objects from one page to another. The primary key is added to the order. A null counts as greater than all values, unless the
     * order says {@code nullsFirst()} or {@code nullsLast()}.
     *
     * @param size of the page
     * @return the page
     * @throws InvalidArgumentException if the size is not positive
     * @throws InvalidRequestException if the query has a limit or offset, or joins a collection
     */
    public Page<T> page(int size) {
        return page(size, null);
    }

    /**
     * The objects behind a page; see {@link #page(int)}.
     *
     * @param size of the page
     * @param after what {@link Page#next} gave, or null for the first page
     * @return the page
     * @throws InvalidArgumentException if the size is not positive, or the token is not of this query's order
     * @throws InvalidRequestException if the query has a limit or offset, or joins a collection
     */
    @SuppressWarnings("unchecked") // the mapper is that of T
    public Page<T> page(int size, @Nullable String after) {
        session.configure();
        PageOrder order = PageOrder.of(mapper, clauses, size);
        Clauses behind = clauses.orderBy(order.order()).range(RowRange.ALL.withMost(size + 1L));
        Clauses told = after == null ? behind : behind.where(order.behind(after));
        PagedObjects page = with(told).run().page(order, size);
        return new Page<>((List<T>) page.objects(), page.last() == null ? null : order.token(page.last()));
    }

    /**
     * Counts the objects in the database; what {@link #list} would give, as many.
     *
     * @return their number
     */
    public long count() {
        return run().count();
    }

    /**
     * Whether there is any object in the database. One row is read at most.
     *
     * @return whether there is
     */
    public boolean exists() {
        return run().exists();
    }

    private QueryRun run() {
        return new QueryRun(session, this);
    }

    private ObjectsRun objectsRun() {
        return new ObjectsRun(session, mapper, reading, this);
    }
}
