package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.SpreadRows;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One entity of a statement: the class that is asked for, or one that is joined to it. A joined one has its tables under other names.
 *
 * <p>A statement reads a class's own tables; columns of subclass tables are read when they are first needed, unless the statement joins them
 * (rule G-23).
 */
final class SelectNode {
    private final TableMapper mapper;
    private final LoadOptions options;
    private final EntityTables tables;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<String> deferred = new ArrayList<>(0);
    private final List<Child> children = new ArrayList<>(0);
    private final Set<Mapper> path;
    private final @Nullable SpreadRows spread;
    private final Map<Property, Integer> subclassPositions = new HashMap<>();
    private final int classPosition;
    private final boolean expiresRest;
    private final TablePlan plan;
    private volatile @Nullable Condition restriction;

    /**
     * How an entity that is joined to its owner stands in the statement.
     *
     * @param alias at the begin of the names of its tables
     * @param there where columns of it are in the SELECT list before it adds any
     */
    record Joined(String alias, Map<Column, Integer> there) {
        Joined(String alias) {
            this(alias, Map.of());
        }
    }

    /** A relationship of the entity that the statement brings. */
    record Child(
            Relationship relationship,
            LoadStrategy strategy,
            @Nullable SelectNode joined,
            MemberPlaces places) {

        Child(Relationship relationship, LoadStrategy strategy) {
            this(relationship, strategy, null, MemberPlaces.NONE);
        }
    }

    /** Which columns a statement reads. */
    interface Wanted {
        /** Whether it reads the column of an attribute of the class, or of a subclass that has it in the same rows. */
        boolean test(TableMapper of, String attribute);

        /** Whether it may meet objects of subclasses; if not, all rows are in the tables of the class itself. */
        default boolean ofSubclasses() {
            return true;
        }

        /** Whether what it does not read is loaded when it is first asked for. */
        default boolean expiresRest() {
            return false;
        }

        /** The same, for rows that are known to be of the class itself. */
        default Wanted exactly() {
            Wanted all = this;
            return new Wanted() {
                @Override
                public boolean test(TableMapper of, String attribute) {
                    return all.test(of, attribute);
                }

                @Override
                public boolean ofSubclasses() {
                    return false;
                }
            };
        }
    }

    SelectNode(
            SelectList list,
            TableMapper mapper,
            LoadOptions options,
            @Nullable Joined joinedAs,
            Wanted wanted,
            Predicate<String> related,
            Set<Mapper> before,
            Set<Mapper> above) {
        this.mapper = mapper;
        this.options = options;
        String alias = joinedAs == null ? null : joinedAs.alias();
        Map<Column, Integer> there = joinedAs == null ? Map.of() : joinedAs.there();
        List<TableMapper> joined = wanted.ofSubclasses() ? options.subclasses().joinedTo(mapper) : List.of();
        this.tables =
                wanted.ofSubclasses() ? EntityTables.of(mapper, alias).with(joined) : EntityTables.ofOneClass(mapper);
        this.spread = tables.spread();
        this.expiresRest = wanted.expiresRest();
        Set<Mapper> through = new HashSet<>(before);
        through.add(mapper);
        this.path = Set.copyOf(through);
        for (MappedColumn mapped : mapper.columns()) {
            if (!positions.containsKey(mapped.attribute())) {
                if (wanted.test(mapper, mapped.attribute())) {
                    Integer known = there.get(mapped.column());
                    positions.put(
                            mapped.attribute(),
                            known == null ? list.add(field(mapped.column()), mapped.column()) : known);
                } else {
                    deferred.add(mapped.attribute());
                }
            }
        }
        if (spread == null) {
            joined.forEach(subclass -> addSubclass(list, subclass, wanted));
        }
        this.classPosition = spread == null ? ofDiscriminator() : addSpread(list, spread, wanted);
        for (Relationship relationship : mapper.relationships()) {
            Child child = related.test(relationship.name()) ? SelectChildren.of(this, list, relationship, above) : null;
            if (child != null) {
                children.add(child);
            }
        }
        this.plan = new TablePlan(mapper, this);
    }

    private int ofDiscriminator() {
        AttributeTracker discriminator = mapper.discriminatorAttribute();
        return discriminator == null ? -1 : position(discriminator.name());
    }

    /** Adds what a subclass has beyond the class, from the columns that its tables, or the table of both, have for it. */
    private void addSubclass(SelectList list, TableMapper subclass, Wanted wanted) {
        for (MappedColumn mapped : subclass.columns()) {
            if (mapper.property(mapped.attribute()) == null
                    && !subclassPositions.containsKey(mapped.property())
                    && wanted.test(subclass, mapped.attribute())) {
                subclassPositions.put(mapped.property(), list.add(field(mapped.column()), mapped.column()));
            }
        }
    }

    /** Adds what subclasses have beyond the class, and last what tells them apart. */
    private int addSpread(SelectList list, SpreadRows rows, Wanted wanted) {
        for (SpreadRows.Part part : rows.parts()) {
            if (mapper.property(part.property().name()) != part.property()
                    && wanted.test(part.declaring(), part.property().name())) {
                subclassPositions.put(part.property(), list.add(tables.field(part.name(), part.like()), part.like()));
            }
        }
        return list.add(tables.field(rows.marker().name(), rows.marker()), rows.marker());
    }

    TableMapper mapper() {
        return mapper;
    }

    LoadOptions options() {
        return options;
    }

    TablePlan plan() {
        return plan;
    }

    /** The mappers on the way here, this one included, over all statements. */
    Set<Mapper> path() {
        return path;
    }

    /** Whether what it does not read is loaded when it is first asked for. */
    boolean expiresRest() {
        return expiresRest;
    }

    List<Child> children() {
        return children;
    }

    /** Attributes that the statement leaves out although they are mapped to be brought. */
    List<String> deferred() {
        return options.columns().isNone() ? List.of() : deferred;
    }

    boolean isRoot() {
        return tables.alias() == null;
    }

    /** The position of an attribute in the SELECT list, or -1. */
    int position(String attribute) {
        return positions.getOrDefault(attribute, -1);
    }

    /** The position of an attribute of the class or a subclass in the SELECT list, or -1. */
    int position(TableMapper of, String attribute) {
        Integer ofSubclass = subclassPositions.get(of.property(attribute));
        return ofSubclass == null ? position(attribute) : ofSubclass;
    }

    /** The position of what tells the class of a row, or -1. */
    int classPosition() {
        return classPosition;
    }

    /** The mapper of the class that a row tells, or null. */
    @Nullable Mapper classOf(Object told) {
        return spread == null ? mapper.byDiscriminator(told) : spread.classOf(told);
    }

    // ---- tables and columns ----

    /** The name of a table here. */
    Name name(Table table) {
        return tables.name(table);
    }

    Field<Object> field(Column column) {
        return tables.field(column);
    }

    /** The name of the association table by which it is joined to its owner. */
    Name between() {
        return DSL.name("a_" + name(mapper.tables().get(0)).last());
    }

    /** A column of the association table by which it is joined to its owner. */
    @SuppressWarnings("unchecked") // jOOQ converts by the data type, which stays what it is
    Field<Object> fieldBetween(Column column) {
        return (Field<Object>) DSL.field(between().append(column.name()), column.dataType());
    }

    /** The tables, joined by key. */
    org.jooq.Table<Record> from() {
        return tables.from();
    }

    /**
     * What limits rows of a shared table to the class and its subclasses, and the criteria for the class. Made once, so that the values in it
     * are those by which the statement's text is known.
     */
    Condition restriction() {
        Condition known = restriction;
        if (known == null) {
            known = restrict();
            restriction = known;
        }
        return known;
    }

    private Condition restrict() {
        return tables.ofClass().and(options.criteriaOf(tables));
    }
}
