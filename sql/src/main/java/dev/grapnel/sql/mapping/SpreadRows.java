package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a class whose subclasses have tables of their own with all attributes: the rows of all these tables, one behind the other, with the
 * columns of all classes and one more that tells the class (rules G-22, G-23).
 *
 * <p>A statement puts them in the place of the table of the class, under its name, so that conditions are the same for one table and for many.
 */
public final class SpreadRows {
    private final List<TableMapper> classes = new ArrayList<>();
    private final Map<Property, Part> parts = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Column marker;

    /**
     * A column of the rows.
     *
     * @param name in the rows
     * @param property the attribute it holds
     * @param declaring the first class that has the attribute
     * @param in the column of each class that has the attribute
     */
    public record Part(String name, Property property, TableMapper declaring, Map<TableMapper, Column> in) {
        /** A column of the same type. */
        public Column like() {
            return declaring.column(property.name()).column();
        }
    }

    private SpreadRows(TableMapper mapper) {
        for (Mapper each : mapper.selfAndDescendants()) {
            count((TableMapper) each);
        }
        mapper.columns().forEach(column -> part(mapper, column));
        for (Mapper each : mapper.selfAndDescendants()) {
            TableMapper concrete = (TableMapper) each;
            if (!concrete.isAbstract()) {
                classes.add(concrete);
                concrete.columns().forEach(mapped -> part(concrete, mapped).in().put(concrete, mapped.column()));
            }
        }
        if (classes.isEmpty()) {
            throw new InvalidRequestException(
                    "Cannot load objects of " + mapper.type().getName()
                            + ": it is abstract, and the registry maps no class below it that is not. Add one to the registry.");
        }
        this.marker =
                new Table("rows of " + mapper.type().getSimpleName()).add(ColumnDefinition.of("class#", Integer.class));
    }

    /** The rows of a class; put together once. */
    static SpreadRows of(TableMapper mapper) {
        return mapper.attachment(SpreadRows.class, of -> new SpreadRows((TableMapper) of));
    }

    private Part part(TableMapper of, MappedColumn mapped) {
        return parts.computeIfAbsent(
                mapped.property(), property -> new Part(name(of, mapped), property, of, new LinkedHashMap<>()));
    }

    private void count(TableMapper mapper) {
        for (MappedColumn mapped : mapper.columns()) {
            if (mapped.property().declaringType() == mapper.type()) {
                uses.merge(folded(mapped), 1, Integer::sum);
            }
        }
    }

    /** Where sister classes use one name for different columns, none of them has it: a condition that uses it fails. */
    private String name(TableMapper of, MappedColumn mapped) {
        String name = mapped.column().name();
        return uses.getOrDefault(folded(mapped), 0) < 2 ? name : of.entityName() + '.' + name;
    }

    private static String folded(MappedColumn mapped) {
        return mapped.column().name().toLowerCase(Locale.ROOT);
    }

    /** The columns, those of superclasses first. */
    public Collection<Part> parts() {
        return parts.values();
    }

    /** The column that tells the class. */
    public Column marker() {
        return marker;
    }

    /** The mapper of the class that a row tells, or null. */
    public @Nullable Mapper classOf(Object told) {
        int position = (Integer) told;
        return position < classes.size() ? classes.get(position) : null;
    }

    /** The rows under a name. */
    org.jooq.Table<Record> as(Name alias) {
        Select<Record> all = select(0);
        for (int position = 1; position < classes.size(); position++) {
            all = all.unionAll(select(position));
        }
        return all.asTable(alias);
    }

    private Select<Record> select(int position) {
        TableMapper of = classes.get(position);
        List<Field<?>> fields = new ArrayList<>();
        for (Part part : parts.values()) {
            Column column = part.in().get(of);
            Field<?> field = column == null ? DSL.castNull(part.like().dataType()) : column.field();
            fields.add(field.as(part.name()));
        }
        fields.add(DSL.inline(position).as(marker.name()));
        return DSL.select(fields).from(of.table().inStatements());
    }
}
