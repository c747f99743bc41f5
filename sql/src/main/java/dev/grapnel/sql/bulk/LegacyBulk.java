package dev.grapnel.sql.bulk;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ChangesInside;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.persist.Primitives;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows past the unit of work, in the form of older programs (rule Q-25). New programs use {@code session.insertInto} and
 * {@code session.update(…).byKey(…)}.
 *
 * <pre>{@code
 * session.legacyBulk().saveObjects(List.of(new Item("pen"), new Item("ink")));
 * }</pre>
 *
 * <p>Nothing is flushed before, and no event fires but those of an inner marker of the transaction. Objects that are given stay as they are: new
 * ones transient and without their keys, changed ones changed. Relationships are not looked at. Versions are not counted. If it fails, the
 * transaction has to be rolled back.
 */
public final class LegacyBulk {
    private final BulkSession session;
    private final Function<Class<?>, TableMapper> mappers;

    /**
     * For a session.
     *
     * @param session that runs the statements
     * @param mappers of its classes
     */
    public LegacyBulk(BulkSession session, Function<Class<?>, TableMapper> mappers) {
        this.session = session;
        this.mappers = mappers;
    }

    /** Objects next to each other that are written in the same way, to the same place. */
    private record Group(
            TableMapper mapper, boolean known, @Nullable String token) {}

    /**
     * Inserts rows for objects without a row, and writes the changed attributes of others.
     *
     * @param objects new, persistent or detached; neighbours of the same class are written together
     * @return how many rows were written
     * @throws dev.grapnel.core.error.IntegrityException if a constraint would break
     */
    public int saveObjects(Collection<?> objects) {
        return session.exclusively(() -> session.withinMarker(() -> save(objects)));
    }

    private int save(Collection<?> objects) {
        int count = 0;
        Group current = null;
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Object object : objects) {
            InstanceState state = ClassManager.requireState(object);
            Group group = new Group(TableMapper.of(state), state.hasKey(), session.tokenOf(state));
            if (current != null && !current.equals(group)) {
                count += write(current, rows);
                rows.clear();
            }
            current = group;
            Map<String, @Nullable Object> row =
                    group.known ? changes(group.mapper, state) : values(group.mapper, state);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return current == null ? 0 : count + write(current, rows);
    }

    /** What an object says; empty values are left to defaults. */
    private static Map<String, @Nullable Object> values(TableMapper mapper, InstanceState state) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (MappedColumn column : mapper.columns()) {
            Object value = state.value(column.tracker().index());
            if (value == null || Marker.is(value)) {
                value = absent(column);
            }
            row.put(column.attribute(), value);
        }
        return row;
    }

    private static @Nullable Object absent(MappedColumn column) {
        BasicProperty.Settings settings = column.property().settings();
        boolean filled = settings.insertDefault() != null
                || settings.inserted().expression() != null
                || settings.serverDefault()
                || column.column().isGenerated();
        return filled || column.column().keys() != null
                ? null
                : Primitives.absentValue(column.property().javaType());
    }

    /** The key of an object and what was changed since it was loaded; nothing without a change. */
    private static Map<String, @Nullable Object> changes(TableMapper mapper, InstanceState state) {
        ChangesInside.find(state);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (MappedColumn column : mapper.columns()) {
            int index = column.tracker().index();
            if (state.isChanged(index)) {
                Object value = state.value(index);
                row.put(column.attribute(), Marker.is(value) ? null : value);
            }
        }
        if (!row.isEmpty()) {
            List<AttributeTracker> keys = mapper.keyAttributes();
            for (int at = 0; at < keys.size(); at++) {
                row.put(keys.get(at).name(), state.requireKey().part(at));
            }
        }
        return row;
    }

    /**
     * Inserts rows.
     *
     * @param type their class
     * @param rows each a map by attribute name; nulls are left to defaults
     * @return how many there were
     * @throws dev.grapnel.core.error.InvalidArgumentException if an attribute is unknown
     * @throws dev.grapnel.core.error.IntegrityException if a constraint would break
     */
    public int insertMappings(Class<?> type, List<? extends Map<String, ?>> rows) {
        return write(type, rows, false);
    }

    /**
     * Updates rows by their keys.
     *
     * @param type their class
     * @param rows each a map by attribute name, with its primary key
     * @return how many were written
     * @throws dev.grapnel.core.error.InvalidArgumentException if an attribute is unknown, or a part of the key is missing
     * @throws dev.grapnel.core.error.IntegrityException if a constraint would break
     */
    public int updateMappings(Class<?> type, List<? extends Map<String, ?>> rows) {
        return write(type, rows, true);
    }

    private int write(Class<?> type, List<? extends Map<String, ?>> rows, boolean known) {
        return session.exclusively(() ->
                session.withinMarker(() -> write(new Group(mappers.apply(type), known, null), rows)));
    }

    private int write(Group group, List<? extends Map<String, ?>> rows) {
        TableMapper mapper = group.mapper;
        return session.at(
                mapper,
                group.token,
                () -> group.known
                        ? KeyedRows.write(session, mapper, rows, DSL.noCondition())
                                .count()
                        : insert(mapper, rows));
    }

    private int insert(TableMapper mapper, List<? extends Map<String, ?>> rows) {
        List<NewRow> made =
                rows.stream().map(row -> NewRow.of(mapper, row, false)).toList();
        new RowInsertion(session, mapper, false).insert(made);
        return made.size();
    }
}
