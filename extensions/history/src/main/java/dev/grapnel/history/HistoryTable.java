package dev.grapnel.history;

import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.Placeholders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The table that keeps the versions of the objects of one class, and its statements. Immutable. */
final class HistoryTable {
    private final TableMapper mapper;
    private final Table table;
    private final Map<String, Column> kept = new LinkedHashMap<>();
    private final List<Field<Object>> copied = new ArrayList<>();
    private final List<Column> key = new ArrayList<>();
    private final Column number;
    private final Column time;
    private final Column change;

    HistoryTable(TableMapper mapper) {
        this.mapper = mapper;
        this.table = new Table(
                nameOf(mapper), mapper.table().schema(), mapper.table().catalog());
        EntityTables source = EntityTables.ofOneClass(mapper);
        for (MappedColumn mapped : mapper.columns()) {
            if (!kept.containsKey(mapped.attribute())) {
                kept.put(mapped.attribute(), add(mapped));
                copied.add(source.field(mapped.column()));
            }
        }
        mapper.keyAttributes().forEach(part -> key.add(Objects.requireNonNull(kept.get(part.name()), "key column")));
        this.number = table.add(
                ColumnDefinition.of("history_number", int.class).primaryKey().notNull());
        this.time = table.add(ColumnDefinition.of("history_time", Instant.class).notNull());
        this.change = table.add(
                ColumnDefinition.of("history_change", Change.class).length(6).notNull());
    }

    /** Subclasses that share the table of their superclass are told apart by the name of the entity. */
    private static String nameOf(TableMapper mapper) {
        String name = mapper.table().name();
        boolean shares = mapper.parent() instanceof TableMapper parent && parent.table() == mapper.table();
        return (shares ? name + '_' + mapper.entityName().toLowerCase(Locale.ROOT) : name) + "_history";
    }

    /** A column as in the table of the class, but for constraints. */
    private Column add(MappedColumn mapped) {
        Column like = mapped.column();
        boolean taken = table.find(like.name()) != null;
        ColumnDefinition definition = ColumnDefinition.of(
                        taken ? like.table().name() + '_' + like.name() : like.name(), like.javaType())
                .length(like.length())
                .precision(like.precision(), like.scale())
                .dataType(like.dataType().identity(false));
        boolean inKey = mapper.keyAttributes().contains(mapped.tracker());
        return table.add(inKey ? definition.primaryKey().notNull() : definition);
    }

    TableMapper mapper() {
        return mapper;
    }

    Table table() {
        return table;
    }

    /** The kept columns by the names of their attributes. */
    Map<String, Column> kept() {
        return kept;
    }

    Column number() {
        return number;
    }

    Column time() {
        return time;
    }

    Column change() {
        return change;
    }

    // ---- statements; parameters are the key values, and then the time ----

    /** Copies the row of an object as its next version. */
    Insert<?> copy(Change made) {
        List<Field<?>> into = new ArrayList<>();
        kept.values().forEach(column -> into.add(column.field()));
        into.addAll(List.of(number.field(), time.field(), change.field()));
        List<Field<?>> from = new ArrayList<>(copied);
        from.add(nextNumber());
        from.add(Placeholders.of(time, key.size()));
        from.add(DSL.inline(made.name()));
        return DSL.insertInto(table.asJooq())
                .columns(into)
                .select(DSL.select(from)
                        .from(EntityTables.ofOneClass(mapper).from())
                        .where(isRow()));
    }

    private Field<?> nextNumber() {
        return DSL.coalesce(
                        DSL.field(DSL.select(DSL.max(number.field()))
                                .from(table.asJooq())
                                .where(isVersion())),
                        DSL.inline(0))
                .cast(Integer.class)
                .plus(1);
    }

    private Condition isRow() {
        Condition condition = DSL.noCondition();
        int position = 0;
        for (MappedColumn part : mapper.keyColumns(mapper.tables().get(0))) {
            condition = condition.and(part.column().field().eq(Placeholders.of(part.column(), position++)));
        }
        return condition;
    }

    private Condition isVersion() {
        Condition condition = DSL.noCondition();
        int position = 0;
        for (Column part : key) {
            condition = condition.and(part.field().eq(Placeholders.of(part, position++)));
        }
        return condition;
    }

    /** All versions of an object, the oldest first. */
    Select<Record> all() {
        return DSL.select(selected()).from(table.asJooq()).where(isVersion()).orderBy(number.field());
    }

    /** The last version of an object that is not younger than a time. */
    Select<Record> at() {
        return DSL.select(selected())
                .from(table.asJooq())
                .where(isVersion())
                .and(time.field().le(Placeholders.of(time, key.size())))
                .orderBy(number.field().desc())
                .limit(DSL.inline(1));
    }

    private List<Field<?>> selected() {
        List<Field<?>> fields = new ArrayList<>(List.of(number.field(), time.field(), change.field()));
        kept.values().forEach(column -> fields.add(column.field()));
        return fields;
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
