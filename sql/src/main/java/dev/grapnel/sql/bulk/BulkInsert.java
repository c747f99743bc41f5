package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An INSERT of many rows of a class at once, past the unit of work. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * session.insertInto(Item.class)
 *     .values(List.of(Map.of("name", "pen", "price", 3), Map.of("name", "ink", "price", 7)))
 *     .execute();
 * }</pre>
 *
 * <p>{@code do_orm_execute} fires and changes are flushed before. No object is made unless asked for, and no mapper event fires. Neighbouring
 * rows with the same attributes go in one batch. Defaults of the mapping and of the database fill what a row does not have, or has as null
 * (rule Q-19).
 *
 * @param <T> the class
 */
public final class BulkInsert<T> extends SetBasedStatement {
    /** Whether nulls of rows are written, instead of leaving the column to its default (rule S-60). */
    public static final ExecutionOption<Boolean> RENDER_NULLS = ExecutionOption.of("render_nulls", Boolean.class);

    /** The rows, each a map by attribute name; a listener to {@code do_orm_execute} may have others written (rule S-56). */
    @SuppressWarnings("unchecked") // what is in the list is looked at when the rows are written
    public static final ExecutionOption<List<Map<String, ?>>> ROWS =
            ExecutionOption.of("parameters", (Class<List<Map<String, ?>>>) (Class<?>) List.class);

    private final Class<T> type;
    private final Parts parts;

    private record Parts(List<Map<String, ?>> rows, Map<String, ?> common, boolean nulls, boolean autoflush) {}

    private BulkInsert(BulkSession session, TableMapper mapper, Class<T> type, Parts parts, ExecutionOptions options) {
        super(session, mapper, options);
        this.type = type;
        this.parts = parts;
    }

    /**
     * An INSERT without rows.
     *
     * @param session that runs it
     * @param mapper of the class
     * @param type the class
     * @param <T> the class
     * @return the INSERT
     */
    public static <T> BulkInsert<T> of(BulkSession session, TableMapper mapper, Class<T> type) {
        return new BulkInsert<>(
                session, mapper, type, new Parts(List.of(), Map.of(), false, true), ExecutionOptions.NONE);
    }

    // ---- refining ----

    /**
     * Adds rows.
     *
     * @param rows values by name of attribute
     * @return the refined INSERT
     */
    public BulkInsert<T> values(List<? extends Map<String, ?>> rows) {
        List<Map<String, ?>> more = new ArrayList<>(parts.rows);
        more.addAll(rows);
        return with(new Parts(more, parts.common, parts.nulls, parts.autoflush));
    }

    /**
     * Gives all rows the same value of some attributes, whatever they have themselves. Without rows they are one row, whose values may be
     * expressions of SQL (rule Q-18).
     *
     * @param values by name of attribute
     * @return the refined INSERT
     */
    public BulkInsert<T> common(Map<String, ?> values) {
        return with(new Parts(parts.rows, Map.copyOf(values), parts.nulls, parts.autoflush));
    }

    /** Writes nulls that rows have, instead of leaving the column to its default. */
    public BulkInsert<T> renderNulls() {
        return with(new Parts(parts.rows, parts.common, true, parts.autoflush));
    }

    /** Runs without the flush before. */
    public BulkInsert<T> withoutAutoflush() {
        return with(new Parts(parts.rows, parts.common, parts.nulls, false));
    }

    /**
     * Says something about the running of the statement, for the library and for listeners to {@code do_orm_execute}.
     *
     * @param option as {@code ExecutionOption.IDENTITY_TOKEN}, or one of the program's own
     * @param value not null
     * @param <V> the type of its values
     * @return the refined INSERT
     */
    public <V> BulkInsert<T> option(ExecutionOption<V> option, V value) {
        return new BulkInsert<>(session, mapper, type, parts, options.with(option, value));
    }

    private BulkInsert<T> with(Parts changed) {
        return new BulkInsert<>(session, mapper, type, changed, options);
    }

    // ---- what it is ----

    @Override
    public StatementKind kind() {
        return StatementKind.INSERT;
    }

    @Override
    public boolean hasRows() {
        return !parts.rows.isEmpty();
    }

    @Override
    public Synchronize synchronize() {
        return Synchronize.NONE;
    }

    @Override
    boolean flushesBefore() {
        return parts.autoflush;
    }

    // ---- running ----

    /**
     * Inserts the rows.
     *
     * @return how many there were
     * @throws InvalidArgumentException if a row names an unknown attribute, or the class is abstract
     * @throws dev.grapnel.core.error.IntegrityException if a constraint would break; the transaction stays open
     */
    public int execute() {
        return send();
    }

    /**
     * Inserts the rows and gives them as objects, loaded from what the database returns (rule Q-21).
     *
     * @return the objects in the order of the rows
     * @throws InvalidArgumentException if a row names an unknown attribute, or the class is abstract
     * @throws dev.grapnel.core.error.IntegrityException if a constraint would break; the transaction stays open
     */
    public List<T> executeReturning() {
        return sendReturning().stream().map(type::cast).toList();
    }

    /** Its rows are among them, since listeners may have others written. */
    @Override
    public ExecutionOptions execution() {
        return options.with(ROWS, parts.rows);
    }

    @Override
    int write(ExecutionOptions running) {
        DmlStrategy form = form(running);
        List<NewRow> rows = rows(running, form);
        switch (form) {
            case ORM -> new StatementInsertion(session, mapper).insert(rows);
            case RAW -> new RowInsertion(session, mapper, false).insert(rows, List.of(mapper.table()));
            default -> new RowInsertion(session, mapper, false).insert(rows);
        }
        return rows.size();
    }

    @Override
    List<?> writeReturning(ExecutionOptions running) {
        DmlStrategy form = form(running);
        List<NewRow> rows = rows(running, form);
        if (form == DmlStrategy.ORM) {
            return new StatementInsertion(session, mapper).insertAndLoad(rows);
        }
        requireWhole(form);
        new RowInsertion(session, mapper, true).insert(rows, mapper.tables());
        SelectShape shape = SelectShape.alone(mapper);
        EntityLoader<RowCursor> loader =
                new EntityLoader<>(LoadRun.ofStatement(session, false, null), shape.plan(), null, null);
        return LoadingSession.objects(loader).read(new NewRowCursor(rows, shape.columns()));
    }

    /** Values that all rows have in common, without rows, are one row in the statement itself. */
    private DmlStrategy form(ExecutionOptions running) {
        DmlStrategy asked = DmlStrategy.of(running, mapper, StatementKind.INSERT);
        if (asked != DmlStrategy.AUTO) {
            return asked;
        }
        boolean ofStatement = given(running).isEmpty() && !parts.common.isEmpty();
        return ofStatement && mapper.tables().size() == 1 ? DmlStrategy.ORM : DmlStrategy.BULK;
    }

    private List<? extends Map<String, ?>> given(ExecutionOptions running) {
        return running.get(ROWS, parts.rows);
    }

    private void requireWhole(DmlStrategy form) {
        if (form == DmlStrategy.RAW && mapper.tables().size() > 1) {
            throw new InvalidArgumentException("Cannot insert rows of "
                    + mapper.type().getSimpleName() + " into table " + mapper.table()
                    + " alone and give objects: they are in the tables " + mapper.tables() + ". Use DmlStrategy.BULK.");
        }
    }

    private List<NewRow> rows(ExecutionOptions running, DmlStrategy form) {
        if (mapper.isAbstract()) {
            throw new InvalidArgumentException(
                    "Cannot insert rows of " + mapper.type().getSimpleName()
                            + ": it is abstract, so no row is of this very class. Name the subclass.");
        }
        List<? extends Map<String, ?>> given = given(running);
        if (given.isEmpty() && !parts.common.isEmpty()) {
            given = List.of(Map.of());
        }
        boolean nulls = running.get(RENDER_NULLS, parts.nulls);
        List<NewRow> rows = new ArrayList<>(given.size());
        for (Map<String, ?> values : given) {
            Map<String, Object> whole = new LinkedHashMap<>(values);
            whole.putAll(parts.common);
            rows.add(row(whole, form, nulls));
        }
        return rows;
    }

    private NewRow row(Map<String, Object> values, DmlStrategy form, boolean nulls) {
        return switch (form) {
            case ORM -> NewRow.ofStatement(mapper, values);
            case RAW -> NewRow.ofColumns(mapper, values);
            default -> NewRow.of(mapper, values, nulls);
        };
    }
}
