package dev.grapnel.sql.query;

import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;

/** The condition that an object is among those of two queries together: its key is among theirs. */
final class CombinedKeys implements Structured {
    private final EntitySelect around;
    private final Combination.Operator operator;
    private final EntitySelect left;
    private final EntitySelect right;

    CombinedKeys(EntitySelect around, LoadOptions options, Combination combination) {
        this.around = around;
        this.operator = combination.operator();
        this.left = around.of(combination.left(), options);
        this.right = around.of(combination.right(), options);
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.token(operator);
        left.describe(structure);
        right.describe(structure);
    }

    Condition condition() {
        Select<Record> keys = left.keys();
        return around.isAmong(
                switch (operator) {
                    case UNION -> keys.union(right.keys());
                    case INTERSECT -> keys.intersect(right.keys());
                    case EXCEPT -> keys.except(right.keys());
                });
    }
}
