package dev.grapnel.sql.mapping;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one entity in one statement, under their own names or under others. Immutable.
 *
 * <p>Under another name, the first table is called so, and those of subclasses by it with a number behind.
 */
public final class EntityTables {
    private final TableMapper mapper;
    private final @Nullable String alias;
    private final @Nullable SpreadRows spread;
    /** All tables: those of the class, and behind them what subclasses have beyond it, with whose they are. */
    private final Map<Table, TableMapper> tables = new LinkedHashMap<>();

    private EntityTables(
            TableMapper mapper, @Nullable String alias, @Nullable SpreadRows spread, List<TableMapper> subclasses) {
        this.mapper = mapper;
        this.alias = alias;
        this.spread = spread;
        mapper.tables().forEach(table -> tables.put(table, mapper));
        for (TableMapper subclass : subclasses) {
            subclass.tables().forEach(table -> tables.putIfAbsent(table, subclass));
        }
    }

    /**
     * The tables under their own names, or under others.
     *
     * @param mapper of the entity
     * @param alias the other name, or null
     * @return the tables
     */
    public static EntityTables of(TableMapper mapper, @Nullable String alias) {
        return new EntityTables(mapper, alias, mapper.isSpread() ? SpreadRows.of(mapper) : null, List.of());
    }

    /**
     * The tables under their own names, where all rows are known to be of the very class of the mapper.
     *
     * @param mapper of the entity
     * @return the tables
     */
    public static EntityTables ofOneClass(TableMapper mapper) {
        return new EntityTables(mapper, null, null, List.of());
    }

    /**
     * These tables, and those of subclasses joined to them; rows of other classes have nothing there.
     *
     * @param subclasses each behind its superclass
     * @return the tables
     */
    public EntityTables with(List<TableMapper> subclasses) {
        return subclasses.isEmpty() || spread != null ? this : new EntityTables(mapper, alias, spread, subclasses);
    }

    /** The rows of all tables of subclasses, if the class keeps whole rows in several tables and they may be of subclasses; or null. */
    public @Nullable SpreadRows spread() {
        return spread;
    }

    /** The mapper of the entity. */
    public TableMapper mapper() {
        return mapper;
    }

    /** The other name, or null if the tables have their own. */
    public @Nullable String alias() {
        return alias;
    }

    /** The name of a table here. */
    public Name name(Table table) {
        if (alias == null) {
            return table.columnQualifier();
        }
        int place = List.copyOf(tables.keySet()).indexOf(table);
        return DSL.name(place == 0 ? alias : alias + '_' + place);
    }

    /** The name of the first table here. */
    public Name name() {
        return name(mapper.tables().get(0));
    }

    /** A column of one of the tables. */
    public Field<Object> field(Column column) {
        return alias == null ? column.field() : field(name(column.table()), column.name(), column);
    }

    /** A column of the rows that several tables give, which belongs to none of them. */
    public Field<Object> field(String name, Column like) {
        return field(name(), name, like);
    }

    @SuppressWarnings("unchecked") // jOOQ converts by the data type, which stays what it is
    private static Field<Object> field(Name table, String name, Column like) {
        return (Field<Object>) DSL.field(table.append(name), like.dataType());
    }

    private org.jooq.Table<Record> table(Table table) {
        return alias == null ? table.inStatements() : table.asJooq().as(name(table));
    }

    /** The tables, joined by key. */
    public org.jooq.Table<Record> from() {
        if (spread != null) {
            return spread.as(name());
        }
        Table base = mapper.tables().get(0);
        org.jooq.Table<Record> joined = table(base);
        for (Map.Entry<Table, TableMapper> own : tables.entrySet()) {
            if (own.getKey() != base) {
                Condition same = sameKey(base, own.getKey(), own.getValue());
                joined = own.getValue() == mapper
                        ? joined.join(table(own.getKey())).on(same)
                        : joined.leftJoin(table(own.getKey())).on(same);
            }
        }
        return joined;
    }

    private Condition sameKey(Table base, Table own, TableMapper of) {
        Condition condition = DSL.noCondition();
        List<MappedColumn> baseKeys = mapper.keyColumns(base);
        List<MappedColumn> ownKeys = of.keyColumns(own);
        for (int at = 0; at < baseKeys.size(); at++) {
            condition = condition.and(
                    field(baseKeys.get(at).column()).eq(field(ownKeys.get(at).column())));
        }
        return condition;
    }

    /** The columns of the primary key in the first table. */
    public List<Field<?>> keyFields() {
        List<Field<?>> keys = new ArrayList<>();
        mapper.keyColumns(mapper.tables().get(0)).forEach(key -> keys.add(field(key.column())));
        return keys;
    }

    /** What limits rows of a shared table to the class and its subclasses. */
    public Condition ofClass() {
        MappedColumn discriminator = mapper.discriminatorColumn();
        if (discriminator == null || mapper.parent() == null || mapper.inheritance() != InheritanceKind.SINGLE) {
            return DSL.noCondition();
        }
        List<Field<?>> values = new ArrayList<>();
        for (Mapper sub : mapper.selfAndDescendants()) {
            if (sub.discriminatorValue() != null) {
                values.add(DSL.inline(sub.discriminatorValue()));
            }
        }
        return field(discriminator.column()).in(values.toArray(Field<?>[]::new));
    }
}
