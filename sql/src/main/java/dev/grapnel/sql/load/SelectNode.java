package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/**
 * One entity of a statement: the class that is asked for, or one that is joined to it. A joined one has its tables under other names.
 *
 * <p>A statement reads a class's own tables; columns of subclass tables are read when they are first needed (rule G-23).
 */
final class SelectNode {
    private final TableMapper mapper;
    private final LoadOptions options;
    private final EntityTables tables;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<String> deferred = new ArrayList<>(0);
    private final List<Child> children = new ArrayList<>(0);
    private final Set<Mapper> path;
    private final TablePlan plan;

    /** A relationship of the entity that the statement brings. */
    record Child(
            Relationship relationship,
            LoadStrategy strategy,
            @Nullable SelectNode joined) {}

    SelectNode(
            SelectList list,
            TableMapper mapper,
            LoadOptions options,
            @Nullable String alias,
            Predicate<String> wanted,
            Predicate<String> related,
            Set<Mapper> before,
            Set<Mapper> above) {
        this.mapper = mapper;
        this.options = options;
        this.tables = EntityTables.of(mapper, alias);
        Set<Mapper> through = new HashSet<>(before);
        through.add(mapper);
        this.path = Set.copyOf(through);
        for (MappedColumn mapped : mapper.columns()) {
            if (!positions.containsKey(mapped.attribute())) {
                if (wanted.test(mapped.attribute())) {
                    positions.put(mapped.attribute(), list.add(field(mapped.column()), mapped.column()));
                } else {
                    deferred.add(mapped.attribute());
                }
            }
        }
        for (Relationship relationship : mapper.relationships()) {
            Child child = related.test(relationship.name()) ? SelectChildren.of(this, list, relationship, above) : null;
            if (child != null) {
                children.add(child);
            }
        }
        this.plan = new TablePlan(mapper, this);
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

    List<Child> children() {
        return children;
    }

    /** Attributes that the statement leaves out although they are mapped to be brought. */
    List<String> deferred() {
        return options.only() == null && options.deferred().isEmpty() ? List.of() : deferred;
    }

    boolean isRoot() {
        return tables.alias() == null;
    }

    /** The position of an attribute in the SELECT list, or -1. */
    int position(String attribute) {
        return positions.getOrDefault(attribute, -1);
    }

    // ---- tables and columns ----

    /** The name of a table here. */
    Name name(Table table) {
        return tables.name(table);
    }

    Field<Object> field(Column column) {
        return tables.field(column);
    }

    /** The tables, joined by key. */
    org.jooq.Table<Record> from() {
        return tables.from();
    }

    /** What limits rows of a shared table to the class and its subclasses, and the criteria for the class. */
    Condition restriction() {
        Condition condition = tables.ofClass();
        for (LoadOptions.Criterion criterion : options.criteria()) {
            if (criterion.type().isAssignableFrom(mapper.type())) {
                condition = condition.and(criterion.condition().apply(tables.name()));
            }
        }
        return condition;
    }
}
