package dev.grapnel.sql.load;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.mapping.InheritanceKind;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of which tables a SELECT of one mapper reads: all but deferred ones, or those of some attributes.
 *
 * <p>A SELECT of a class reads that class's own tables; columns of subclass tables are read when they are first needed (rule G-23).
 */
public final class SelectShape {
    private final TableMapper mapper;
    private final List<MappedColumn> columns;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final @Nullable TablePlan plan;

    private SelectShape(TableMapper mapper, Predicate<String> wanted, boolean withPlan) {
        this.mapper = mapper;
        List<MappedColumn> chosen = new ArrayList<>();
        for (MappedColumn mapped : mapper.columns()) {
            if (!positions.containsKey(mapped.attribute()) && wanted.test(mapped.attribute())) {
                positions.put(mapped.attribute(), chosen.size());
                chosen.add(mapped);
            }
        }
        this.columns = List.copyOf(chosen);
        this.plan = withPlan ? new TablePlan(mapper, this) : null;
    }

    /** The shape that reads a mapper's objects as a query does; made once. */
    public static SelectShape of(TableMapper mapper) {
        return mapper.attachment(SelectShape.class, SelectShape::whole);
    }

    private static SelectShape whole(Mapper mapper) {
        TableMapper table = (TableMapper) mapper;
        return new SelectShape(
                table, name -> !table.column(name).property().settings().deferred(), true);
    }

    /** The shape that reads some attributes of one object. */
    static SelectShape of(TableMapper mapper, Set<String> attributes) {
        return new SelectShape(mapper, attributes::contains, true);
    }

    /** The mapper. */
    public TableMapper mapper() {
        return mapper;
    }

    /** How a row becomes an object. */
    public TablePlan plan() {
        return Objects.requireNonNull(plan);
    }

    /** The position of an attribute in the SELECT list, or -1. */
    int position(String attribute) {
        return positions.getOrDefault(attribute, -1);
    }

    /** The columns of the SELECT list. */
    public List<Column> columns() {
        return columns.stream().map(MappedColumn::column).toList();
    }

    /** The SELECT list. */
    public List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(mapped -> fields.add(mapped.column().field()));
        return fields;
    }

    /** The tables of the mapper, joined by key. */
    public org.jooq.Table<Record> from() {
        List<Table> tables = mapper.tables();
        org.jooq.Table<Record> joined = tables.get(0).asJooq();
        for (Table table : tables.subList(1, tables.size())) {
            joined = joined.join(table.asJooq()).on(sameKey(tables.get(0), table));
        }
        return joined;
    }

    private Condition sameKey(Table base, Table own) {
        Condition condition = DSL.noCondition();
        List<MappedColumn> baseKeys = mapper.keyColumns(base);
        List<MappedColumn> ownKeys = mapper.keyColumns(own);
        for (int at = 0; at < baseKeys.size(); at++) {
            condition = condition.and(baseKeys.get(at)
                    .column()
                    .field()
                    .eq(ownKeys.get(at).column().field()));
        }
        return condition;
    }

    /** What limits rows of a shared table to this class and its subclasses. */
    public Condition restriction() {
        MappedColumn discriminator = mapper.discriminatorColumn();
        if (discriminator == null || mapper.parent() == null || mapper.inheritance() != InheritanceKind.SINGLE) {
            return DSL.noCondition();
        }
        List<Object> values = new ArrayList<>();
        for (Mapper sub : mapper.selfAndDescendants()) {
            if (sub.discriminatorValue() != null) {
                values.add(sub.discriminatorValue());
            }
        }
        return discriminator
                .column()
                .field()
                .in(values.stream().map(DSL::inline).toArray(Field<?>[]::new));
    }

    /** The condition that a row has given key values, as parameters. */
    public Condition keyCondition() {
        Condition condition = DSL.noCondition();
        int position = 0;
        for (MappedColumn key : mapper.keyColumns(mapper.tables().get(0))) {
            condition = condition.and(key.column().field().eq(Placeholders.of(key.column(), position++)));
        }
        return condition;
    }
}
