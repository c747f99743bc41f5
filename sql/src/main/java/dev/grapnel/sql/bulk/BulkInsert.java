package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.session.StatementKind;
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
    private final BulkSession session;
    private final TableMapper mapper;
    private final Class<T> type;
    private final Parts parts;

    private record Parts(List<Map<String, ?>> rows, Map<String, ?> common, boolean nulls, boolean autoflush) {}

    private BulkInsert(BulkSession session, TableMapper mapper, Class<T> type, Parts parts) {
        this.session = session;
        this.mapper = mapper;
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
        return new BulkInsert<>(session, mapper, type, new Parts(List.of(), Map.of(), false, true));
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

    private BulkInsert<T> with(Parts changed) {
        return new BulkInsert<>(session, mapper, type, changed);
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
        return new Announcement(StatementKind.INSERT, mapper, returning, parts.autoflush);
    }

    private int insert() {
        new RowInsertion(session, mapper, false).insert(rows());
        return parts.rows.size();
    }

    private List<?> insertAndLoad() {
        List<NewRow> rows = rows();
        new RowInsertion(session, mapper, true).insert(rows);
        SelectShape shape = SelectShape.alone(mapper);
        EntityLoader<RowCursor> loader =
                new EntityLoader<>(LoadRun.ofStatement(session, false, null), shape.plan(), null, null);
        return LoadingSession.objects(loader).read(new NewRowCursor(rows, shape.columns()));
    }

    private List<NewRow> rows() {
        if (mapper.isAbstract()) {
            throw new InvalidArgumentException(
                    "Cannot insert rows of " + mapper.type().getSimpleName()
                            + ": it is abstract, so no row is of this very class. Name the subclass.");
        }
        List<NewRow> rows = new ArrayList<>(parts.rows.size());
        for (Map<String, ?> values : parts.rows) {
            Map<String, Object> whole = new LinkedHashMap<>(values);
            whole.putAll(parts.common);
            rows.add(NewRow.of(mapper, whole, parts.nulls));
        }
        return rows;
    }
}
