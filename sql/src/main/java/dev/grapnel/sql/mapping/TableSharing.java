package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.schema.Table;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks classes that have one table without being of one hierarchy: each has to know the whole row. */
final class TableSharing {
    private TableSharing() {}

    static void check(TableMapper mapper, @Nullable TableMapper first, Table table) {
        if (first == null || first == mapper) {
            return;
        }
        if (mapper.inheritance() == InheritanceKind.CONCRETE) {
            throw new MappingException(
                    "Cannot map class " + mapper.type().getName() + " to table '" + table.name()
                            + "': it is that of class " + first.type().getName()
                            + ", and with InheritanceType.TABLE_PER_CLASS each class has a table of its own. Name another with @Table.");
        }
        if (mapper.base() == first.base()) {
            return;
        }
        Set<String> mine = columnNames(mapper, table);
        Set<String> theirs = columnNames(first, table);
        if (!mine.equals(theirs)) {
            throw new MappingException(
                    "Cannot map class " + mapper.type().getName() + " to table '" + table.name() + "': class "
                            + first.type().getName() + " maps it with the columns " + theirs + ", and this class with "
                            + mine
                            + ". Map the same columns, use another table, or make one class the superclass of the other with @Inheritance.");
        }
    }

    private static Set<String> columnNames(TableMapper mapper, Table table) {
        return mapper.columns(table).stream()
                .map(mapped -> mapped.column().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
