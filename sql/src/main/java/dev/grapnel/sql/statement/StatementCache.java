package dev.grapnel.sql.statement;

import dev.grapnel.sql.array.ColumnArrays;
import dev.grapnel.sql.array.KeyArray;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.dialect.ChangedRows;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.KeyArrays;
import dev.grapnel.sql.dialect.UpdateArrays;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.structure.Structure;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the engine's own statements and of the application's queries on one database, rendered by jOOQ when first asked for. Thread-safe; make one for each pair of
 * engine and registry, since shapes hold on to the tables.
 *
 * <p>A program that makes ever new shapes does not fill the memory: when there are {@value #MOST_SHAPES}, the cache begins anew.
 */
public final class StatementCache {
    private static final int MOST_SHAPES = 5_000;
    private static final int MOST_KEYS = 1_000;
    private static final Object NOT_KEPT = "rendered each time";
    private static final @Nullable Object[] NO_VALUES = {};

    private final Dialect dialect;
    private final boolean rowsAsArrays;
    private final UpdateArrays updateArrays;
    private final KeyArrays deletedKeys;
    private final int keysOfOneDelete;
    private final DSLContext context;
    private final ValueTypes types;
    private final TextRenderer renderer;
    private final TakenKeys keys = new TakenKeys(this);
    /** For statements of the engine's own, in which each parameter stands beside a column that tells its type. */
    private final TextRenderer plain;

    private final Map<Object, Object> texts = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder once = new LongAdder();

    /**
     * An empty cache.
     *
     * @param engine the database
     */
    public StatementCache(Engine engine) {
        this.dialect = engine.dialect();
        this.rowsAsArrays = dialect.takesRowsAsArrays() && engine.settings().rowsAsArrays();
        this.updateArrays = engine.settings().rowsAsArrays() ? dialect.updateArrays() : UpdateArrays.NONE;
        this.deletedKeys = engine.settings().rowsAsArrays() ? dialect.keyArrays() : KeyArrays.NONE;
        this.keysOfOneDelete = Math.min(MOST_KEYS, engine.settings().batchSize());
        this.context = engine.rendering();
        this.types = new ValueTypes(dialect);
        this.renderer = new TextRenderer(context, types);
        this.plain = dialect.castsParametersForNothing() ? new TextRenderer(withoutCasts(context), types) : renderer;
    }

    private static DSLContext withoutCasts(DSLContext context) {
        Settings settings = SettingsTools.clone(context.settings()).withParamCastMode(ParamCastMode.NEVER);
        return context.configuration().derive(settings).dsl();
    }

    /** {@return how values of each type go to this database and come back} */
    public ValueTypes types() {
        return types;
    }

    /** {@return the keys that sequences and counters gave in advance} */
    public TakenKeys keys() {
        return keys;
    }

    /** {@return whether a second transaction can write while another one does} */
    boolean writesInParallel() {
        return dialect.writesInParallel();
    }

    /** {@return whether what an INSERT or UPDATE gives back shows what triggers made of the row} */
    public boolean returnsWorkOfTriggers() {
        return dialect.returnsWorkOfTriggers();
    }

    void requireSequences(Object sequence) {
        dialect.requireSequences(sequence);
    }

    /** {@return jOOQ for this database, to make queries with} */
    public DSLContext context() {
        return context;
    }

    /**
     * The text of any query.
     *
     * @param shapeKey tells this query from all others; a record of immutable things
     * @param query makes it with {@link Placeholders}; called if the shape is new
     * @return the text
     */
    public PreparedText render(Object shapeKey, Supplier<? extends Query> query) {
        PreparedText known = known(shapeKey, PreparedText.class);
        return known != null ? known : keep(shapeKey, PreparedText.class, plain.render(query.get(), true));
    }

    /**
     * The text of a SELECT of mapped columns without a lock, which the engine makes by itself; it may run before the transaction has begun at the database
     * ({@link dev.grapnel.sql.connection.EngineSettings#lateBegin()}).
     *
     * @param shapeKey as for {@link #render}
     * @param query as for {@link #render}
     * @param selected the types of the values; a binding of the user's own may need a transaction, as for large objects
     * @return the text
     */
    public PreparedText renderRead(Object shapeKey, Supplier<? extends Query> query, List<DataType<?>> selected) {
        PreparedText known = known(shapeKey, PreparedText.class);
        return known != null ? known : keep(shapeKey, PreparedText.class, read(query.get(), selected));
    }

    private PreparedText read(Query query, List<DataType<?>> selected) {
        PreparedText text = plain.render(query, true);
        return selected.stream().allMatch(ValueTypes::isOfJooq) ? text.outsideToo() : text;
    }

    /**
     * The text of a query that is not worth keeping.
     *
     * @param query with or without {@link Placeholders}
     * @return the text
     */
    public PreparedText renderOnce(Query query) {
        return renderer.render(query, false);
    }

    /**
     * The text of a statement of the application's, with its values; kept if its structure tells the text.
     *
     * @param structure of the statement, with its values
     * @param query makes it; called if the structure is new
     * @return the text
     */
    public BoundText bind(StructureWriter structure, Supplier<? extends Query> query) {
        return bindMade(structure, () -> {
            Query made = query.get();
            return new Made(made, StatementKind.of(made));
        });
    }

    /**
     * As {@link #bind}, for a statement that gives back columns of the rows that it writes; to be run as a query.
     *
     * @param structure of the statement, with its values
     * @param writing makes it; called if the structure is new
     * @param returned columns of its table
     * @return the text
     */
    public BoundText bindReturning(
            StructureWriter structure, Supplier<? extends Query> writing, List<Column> returned) {
        return bindMade(structure.token(returned), () -> {
            Query made = writing.get();
            return new Made(returning(made, returned), StatementKind.of(made));
        });
    }

    /** A statement, and what it does, which its form may hide. */
    private record Made(Query query, StatementKind kind) {}

    private BoundText bindMade(StructureWriter structure, Supplier<Made> statement) {
        if (!structure.isComplete() || !dialect.rendersValuesAlike()) {
            return renderedOnce(structure, statement.get());
        }
        Structure key = structure.structure();
        Object known = texts.get(key);
        if (known instanceof PreparedText text) {
            hits.increment();
            return new BoundText(text, structure.values());
        }
        return known == null ? bindNew(key, structure, statement.get()) : renderedOnce(structure, statement.get());
    }

    private BoundText bindNew(Structure key, StructureWriter structure, Made statement) {
        PreparedText text = renderer.render(statement.query, statement.kind, structure);
        misses.increment();
        makeRoom();
        texts.put(key, text == null ? NOT_KEPT : text);
        return text == null ? renderedOnce(structure, statement) : new BoundText(text, structure.values());
    }

    private BoundText renderedOnce(StructureWriter structure, Made statement) {
        once.increment();
        return new BoundText(renderer.renderOnce(statement.query, statement.kind, structure), NO_VALUES);
    }

    /**
     * Whether {@link #bindReturning} is possible on this database.
     *
     * @param kind of the statement that writes
     * @return whether it can give its rows
     */
    public boolean returnsRowsOf(StatementKind kind) {
        return switch (kind) {
            case INSERT -> dialect.returnsInsertedRows();
            case DELETE -> dialect.returnsDeletedRows();
            default -> dialect.changedRows() != ChangedRows.NOT_RETURNED;
        };
    }

    private PreparedText renderReturning(Query writing, List<Column> returned) {
        return renderReturning(writing, returned, false);
    }

    private PreparedText renderReturning(Query writing, List<Column> returned, boolean reused) {
        return renderer.render(returning(writing, returned), StatementKind.of(writing), reused);
    }

    private Query returning(Query writing, List<Column> returned) {
        String template = dialect.changedRows() != ChangedRows.DELTA_TABLE
                ? "{0} returning {1}"
                : StatementKind.of(writing) == StatementKind.DELETE
                        ? "select {1} from old table ({0})"
                        : "select {1} from final table ({0})";
        List<Field<?>> fields = new ArrayList<>();
        returned.forEach(column -> fields.add(DSL.field(DSL.name(column.name()))));
        return context.resultQuery(template, writing, DSL.list(fields));
    }

    /**
     * An insert.
     *
     * @param table of the row
     * @param columns that get a value; may be none
     * @param returned columns to read back: generated keys and server defaults
     * @return the insert, for any number of rows
     */
    public InsertText insert(Table table, List<Column> columns, List<Column> returned) {
        return insert(table, columns, returned, List.of());
    }

    /**
     * An insert, also with values that the database computes; not kept if one of them is not declared.
     *
     * @param table of the row
     * @param columns that get a value; may be none
     * @param returned columns to read back
     * @param expressions that other columns get
     * @return the insert, for any number of rows
     */
    public InsertText insert(
            Table table, List<Column> columns, List<Column> returned, List<ColumnExpression> expressions) {
        InsertShape wanted = new InsertShape(table, columns, returned, expressions);
        if (!ColumnExpression.areDeclared(expressions)) {
            once.increment();
            return insert(wanted);
        }
        return find(wanted, InsertText.class, this::insert);
    }

    private InsertText insert(InsertShape shape) {
        return new InsertText(shape, dialect, rowsAsArrays, context, renderer, types);
    }

    /**
     * An update by key.
     *
     * @param table of the row
     * @param changed columns that get a value; theirs come first in the array of parameters
     * @param where columns that tell the row: its key, perhaps its version
     * @return the text
     */
    public PreparedText update(Table table, List<Column> changed, List<Column> where) {
        return by(new WhereShape(StatementKind.UPDATE, table, changed, where));
    }

    /**
     * An update by key, also with values that the database computes; not kept if one of them is not declared.
     *
     * @param table of the row
     * @param changed columns that get a value; theirs come first in the array of parameters
     * @param where columns that tell the row: its key, perhaps its version
     * @param expressions that other columns get
     * @param returned columns to read back; if there are any, it is to be run as a query
     * @return the text
     */
    public PreparedText update(
            Table table,
            List<Column> changed,
            List<Column> where,
            List<ColumnExpression> expressions,
            List<Column> returned) {
        WhereShape update = new WhereShape(StatementKind.UPDATE, table, changed, where, expressions);
        if (!ColumnExpression.areDeclared(expressions)) {
            once.increment();
            Query query = update.query(context);
            return returned.isEmpty() ? renderOnce(query) : renderReturning(query, returned);
        }
        if (returned.isEmpty()) {
            return by(update);
        }
        return find(
                new ReturningShape(update, returned),
                PreparedText.class,
                shape -> renderReturning(shape.update().query(context), shape.returned(), true));
    }

    /**
     * An update by key of any number of rows.
     *
     * @param table of the rows
     * @param changed columns that get a value; theirs come first in the arrays of parameters
     * @param where columns that tell a row: its key, perhaps its version
     * @return the update
     */
    public UpdateText updates(Table table, List<Column> changed, List<Column> where) {
        UpdateText.Shape wanted = new UpdateText.Shape(new WhereShape(StatementKind.UPDATE, table, changed, where));
        return find(
                wanted,
                UpdateText.class,
                shape -> new UpdateText(shape, by(shape.update()), updateArrays, context, renderer));
    }

    private record ReturningShape(WhereShape update, List<Column> returned) {}

    /**
     * A delete by key.
     *
     * @param table of the row
     * @param where columns that tell the row: its key, perhaps its version
     * @return the text
     */
    public PreparedText delete(Table table, List<Column> where) {
        return by(new WhereShape(StatementKind.DELETE, table, List.of(), where));
    }

    /**
     * A delete of many rows by their keys.
     *
     * @param table of the rows
     * @param key columns of the key
     * @return the delete, or null if the database takes such keys one by one
     */
    public @Nullable KeysDelete deleteByKeys(Table table, List<Column> key) {
        if (deletedKeys == KeyArrays.NONE || !KeyArray.fits(key)) {
            return null;
        }
        KeysDelete.Shape wanted = new KeysDelete.Shape(table, key.get(0));
        return find(
                wanted,
                KeysDelete.class,
                shape -> KeysDelete.of(shape, deletedKeys, keysOfOneDelete, fitOf(table, key), context, renderer));
    }

    private @Nullable ArrayFit fitOf(Table table, List<Column> key) {
        ColumnArrays arrays = rowsAsArrays ? ColumnArrays.of(key) : null;
        return arrays == null ? null : new ArrayFit(arrays, delete(table, key));
    }

    /**
     * A select by equal columns.
     *
     * @param table of the rows
     * @param columns to read
     * @param where columns that tell the rows
     * @return the text
     */
    public PreparedText select(Table table, List<Column> columns, List<Column> where) {
        return by(new WhereShape(StatementKind.SELECT, table, columns, where));
    }

    private PreparedText by(WhereShape shape) {
        return find(shape, PreparedText.class, key -> rendererOf(key).render(key.query(context), true));
    }

    private TextRenderer rendererOf(WhereShape shape) {
        return shape.expressions().isEmpty() ? plain : renderer;
    }

    private <K, T> T find(K key, Class<T> type, Function<K, T> render) {
        T known = known(key, type);
        return known != null ? known : keep(key, type, render.apply(key));
    }

    private <T> @Nullable T known(Object key, Class<T> type) {
        Object known = texts.get(key);
        if (known == null) {
            misses.increment();
            return null;
        }
        hits.increment();
        return type.cast(known);
    }

    private <T> T keep(Object key, Class<T> type, T made) {
        makeRoom();
        Object first = texts.putIfAbsent(key, made);
        return first == null ? made : type.cast(first);
    }

    private void makeRoom() {
        if (texts.size() >= MOST_SHAPES) {
            texts.clear();
        }
    }

    /** {@return how often a text was there} */
    public long hits() {
        return hits.sum();
    }

    /** {@return how often a text had to be rendered} */
    public long misses() {
        return misses.sum();
    }

    /** {@return how often a statement of the application's was rendered for one run, since its structure does not tell its text} */
    public long renderedOnce() {
        return once.sum();
    }

    /** {@return how many shapes are known} */
    public int size() {
        return texts.size();
    }
}
