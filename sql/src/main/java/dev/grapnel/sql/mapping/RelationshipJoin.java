package dev.grapnel.sql.mapping;

import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a relationship are found: the table of the class that has it to the table of its target, directly or over an association
 * table.
 *
 * <p>Direct, {@code pairs} lead from the one to the other. Over an association, {@code pairs} is empty.
 *
 * @param pairs from the table of the class that has the relationship to that of the target
 * @param association the table between them, or null
 */
public record RelationshipJoin(
        List<ColumnPair> pairs, @Nullable Association association) {

    /**
     * A table between the two.
     *
     * @param table the table between
     * @param owner from the table of the class that has the relationship to the association
     * @param target from the association to the table of the target
     * @param places the columns that keep the place of each member in the collection; empty if places are not kept
     */
    public record Association(Table table, List<ColumnPair> owner, List<ColumnPair> target, List<Column> places) {
        /** {@return the association seen from the target; places are those of one side} */
        public Association reversed() {
            return new Association(
                    table, RelationshipJoin.reversed(target), RelationshipJoin.reversed(owner), List.of());
        }

        /** {@return the association with the places of members} */
        Association keeping(List<Column> columns) {
            return new Association(table, owner, target, List.copyOf(columns));
        }
    }

    static RelationshipJoin direct(List<ColumnPair> pairs) {
        return new RelationshipJoin(List.copyOf(pairs), null);
    }

    static RelationshipJoin over(Association association) {
        return new RelationshipJoin(List.of(), association);
    }

    private static List<ColumnPair> reversed(List<ColumnPair> pairs) {
        List<ColumnPair> turned = new ArrayList<>();
        pairs.forEach(pair -> turned.add(pair.reversed()));
        return Collections.unmodifiableList(turned);
    }
}
