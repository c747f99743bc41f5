package dev.grapnel.sql.join;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.schema.Table;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.Name;

/** The names of the mapped tables that a statement has, while it is put together. */
public final class StatementTables {
    private final Set<Name> names = new LinkedHashSet<>();

    /**
     * Begins with the class that is queried.
     *
     * @param queried its tables
     */
    public StatementTables(EntityTables queried) {
        for (Table table : queried.mapper().tables()) {
            names.add(queried.name(table));
        }
    }

    boolean containsAll(Collection<Name> wanted) {
        return names.containsAll(wanted);
    }

    void add(Joined joined, EntityTables target) {
        for (Table table : target.mapper().tables()) {
            if (!names.add(target.name(table))) {
                throw new InvalidRequestException("Cannot join " + joined + ": the statement has "
                        + target.name(table) + " already. Join it under another name: Aliased.of("
                        + target.mapper().type().getSimpleName() + ".class, \"another\").");
            }
        }
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
