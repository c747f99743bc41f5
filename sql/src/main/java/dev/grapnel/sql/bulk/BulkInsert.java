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
public final class BulkInsert<T> {
    /** Whether nulls of rows are written, instead of leaving the column to its default (rule S-60). */
    public static final ExecutionOption<Boolean> RENDER_NULLS = ExecutionOption.of("render_nulls", Boolean.class);

    /** The rows, each a map by attribute name; a listener to {@code do_orm_execute} may have others written (rule S-56). */
    @SuppressWarnings("unchecked") // what is in the list is looked at when the rows are written
    public static final ExecutionOption<List<Map<String, ?>>> ROWS =
            ExecutionOption.of("parameters", (Class<List<Map<String, ?>>>) (Class<?>) List.class);

    private final BulkSession session;
    private final TableMapper mapper;
    private final Class<T> type;
    private final Parts parts;
    private final ExecutionOptions options;

    private record Parts(List<Map<String, ?>> rows, Map<String, ?> common, boolean nulls, boolean autoflush) {}

    private BulkInsert(BulkSession session, TableMapper mapper, Class<T> type, Parts parts, ExecutionOptions options) {
        this.session = session;
        this.mapper = mapper;
        this.type = type;
        this.parts = parts;
        this.options = options;
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
     * Gives all rows the same value of some attributes, whatever they have themselves.
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

    // ---- running ----

    /**
     * Inserts the rows.
     *
     * @return how many there were
     * @throws InvalidArgumentException if a row names an unknown attribute, or the class is abstract
     * @throws dev.grapnel.core.error.IntegrityException if a constraint would break; the transaction stays open
     */
    public int execute() {
        return session.exclusively(() -> session.announced(announcement(false), this::insert));
    }

    /**
     * Inserts the rows and gives them as objects, loaded from what the database returns (rule Q-21).
     *
     * @return the objects in the order of the rows
     * @throws InvalidArgumentException if a row names an unknown attribute, or the class is abstract
     * @throws dev.grapnel.core.error.IntegrityException if a constraint would break; the transaction stays open
     */
    public List<T> executeReturning() {
        List<?> objects = session.exclusively(() -> session.announced(announcement(true), this::insertAndLoad));
        return objects.stream().map(type::cast).toList();
    }

    private Announcement announcement(boolean returning) {
        return new Announcement(
                StatementKind.INSERT, mapper, returning, parts.autoflush, options.with(ROWS, parts.rows));
    }

    private int insert(ExecutionOptions running) {
        List<NewRow> rows = rows(running);
        new RowInsertion(session, mapper, false).insert(rows);
        return rows.size();
    }

    private List<?> insertAndLoad(ExecutionOptions running) {
        List<NewRow> rows = rows(running);
        new RowInsertion(session, mapper, true).insert(rows);
        SelectShape shape = SelectShape.alone(mapper);
        EntityLoader<RowCursor> loader =
                new EntityLoader<>(LoadRun.ofStatement(session, false, null), shape.plan(), null, null);
        return LoadingSession.objects(loader).read(new NewRowCursor(rows, shape.columns()));
    }

    private List<NewRow> rows(ExecutionOptions running) {
        if (mapper.isAbstract()) {
            throw new InvalidArgumentException(
                    "Cannot insert rows of " + mapper.type().getSimpleName()
                            + ": it is abstract, so no row is of this very class. Name the subclass.");
        }
        List<Map<String, ?>> given = running.get(ROWS, parts.rows);
        boolean nulls = running.get(RENDER_NULLS, parts.nulls);
        List<NewRow> rows = new ArrayList<>(given.size());
        for (Map<String, ?> values : given) {
            Map<String, Object> whole = new LinkedHashMap<>(values);
            whole.putAll(parts.common);
            rows.add(NewRow.of(mapper, whole, nulls));
        }
        return rows;
    }
}
