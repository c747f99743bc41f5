package dev.grapnel.sql.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of a registry, each behind those that its foreign keys name. Where foreign keys run in a circle, one of them is
 * {@link #closing() closing}: its target comes later. Immutable.
 */
public final class Tables {
    private final List<Table> sorted;
    private final Set<ForeignKey> closing;

    private Tables(List<Table> sorted, Set<ForeignKey> closing) {
        this.sorted = List.copyOf(sorted);
        this.closing = Set.copyOf(closing);
    }

    /**
     * Sorts tables; those that do not depend on each other keep their order.
     *
     * @param tables all tables; the targets of their foreign keys are taken for there if they are not among them
     * @return the set
     */
    public static Tables of(Collection<Table> tables) {
        Sorting sorting = new Sorting(tables);
        tables.forEach(sorting::visit);
        return new Tables(new ArrayList<>(sorting.done), sorting.closing);
    }

    /** {@return the tables, each behind those it refers to} */
    public List<Table> sorted() {
        return sorted;
    }

    /** {@return the foreign keys whose target comes later} */
    public Set<ForeignKey> closing() {
        return closing;
    }

    /** A walk in depth: a target that is met while it is still being visited closes a circle. */
    private static final class Sorting {
        private final Set<Table> wanted;
        private final Set<Table> begun = new HashSet<>();
        private final Set<Table> done = new LinkedHashSet<>();
        private final Set<ForeignKey> closing = new LinkedHashSet<>();

        Sorting(Collection<Table> wanted) {
            this.wanted = new HashSet<>(wanted);
        }

        void visit(Table table) {
            if (!begun.add(table)) {
                return;
            }
            for (ForeignKey key : table.foreignKeys()) {
                follow(table, key);
            }
            done.add(table);
        }

        private void follow(Table table, ForeignKey key) {
            Table target = key.targetTable();
            if (target == table || !wanted.contains(target)) {
                return;
            }
            visit(target);
            if (!done.contains(target)) {
                closing.add(key);
            }
        }
    }
}
