package dev.grapnel.sql.mapping;

import dev.grapnel.sql.mapping.declaration.TableDeclaration;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.CounterRow;
import dev.grapnel.sql.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of one registry, each once, and which class was the first to use it. */
final class TableBook {
    private final Map<List<String>, Table> byName = new LinkedHashMap<>();
    private final Map<Table, TableMapper> firstUsers = new HashMap<>();

    synchronized Table table(String schema, String name) {
        return byName.computeIfAbsent(
                List.of(schema, name), unused -> new Table(name, schema.isEmpty() ? null : schema, null));
    }

    /**
     * The table of a class of a hierarchy in which each class has a table with all attributes. Statements call all of them by the name of the
     * first, so that what is said of a superclass holds for its subclasses.
     */
    synchronized Table ofHierarchy(TableDeclaration said, TableDeclaration first) {
        return byName.computeIfAbsent(List.of(said.schema(), said.name()), unused -> ofAbstractClass(said, first));
    }

    /** The same for an abstract class: a table that is not made. */
    static Table ofAbstractClass(TableDeclaration said, TableDeclaration first) {
        return Table.called(said.name(), said.schema().isEmpty() ? null : said.schema(), first.name());
    }

    /** Has the table of a counter among the others. */
    synchronized void addCounter(CounterRow counter) {
        Table table = table(counter.schema() == null ? "" : counter.schema(), counter.table());
        if (table.find(counter.nameColumn()) == null) {
            table.add(ColumnDefinition.of(counter.nameColumn(), String.class).primaryKey());
        }
        if (table.find(counter.valueColumn()) == null) {
            table.add(ColumnDefinition.of(counter.valueColumn(), Long.class).notNull());
        }
    }

    /**
     * Notes that a class keeps its objects in a table.
     *
     * @return the class that did so before it, or null if it is the first
     */
    synchronized @Nullable TableMapper use(Table table, TableMapper user) {
        return firstUsers.putIfAbsent(table, user);
    }

    synchronized List<Table> all() {
        return List.copyOf(byName.values());
    }
}
