package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The rows of related objects next to those of their owner, in one statement: their tables, and how they hang together. */
final class RelatedRows {
    private final EntityTables owner;
    private final EntityTables target;
    private final RelationshipJoin join;
    private final Condition criterion;

    /**
     * The rows of a relationship.
     *
     * @param path the relationship
     * @param owner the tables of the class that has it
     * @param target the tables of the related objects
     */
    RelatedRows(RelationshipPath path, EntityTables owner, EntityTables target) {
        this.owner = owner;
        this.target = target;
        this.join = path.ownerMapper().join(path.relationship());
        this.criterion = new ScopedCondition(target, path.criterion());
    }

    /** The names of the owner's tables that are compared. */
    Set<Name> comparedTables() {
        Set<Name> names = new HashSet<>();
        for (ColumnPair pair : ownerPairs()) {
            names.add(owner.name(pair.local().table()));
        }
        return names;
    }

    private List<ColumnPair> ownerPairs() {
        return join.association() == null ? join.pairs() : join.association().owner();
    }

    /** The tables of the related objects, with the association if there is one. */
    org.jooq.Table<Record> tables() {
        RelationshipJoin.Association association = join.association();
        if (association == null) {
            return target.from();
        }
        Condition on = DSL.noCondition();
        for (ColumnPair pair : association.target()) {
            on = on.and(between(pair.local()).eq(target.field(pair.remote())));
        }
        Table table = association.table();
        return (target.alias() == null ? table.asJooq() : table.asJooq().as(betweenName(table)))
                .join(target.from())
                .on(on);
    }

    /** What makes them those of the owner, and what has to hold for them. */
    Condition condition() {
        Condition related = DSL.noCondition();
        for (ColumnPair pair : ownerPairs()) {
            Field<Object> remote = join.association() == null ? target.field(pair.remote()) : between(pair.remote());
            related = related.and(owner.field(pair.local()).eq(remote));
        }
        return related.and(target.ofClass()).and(criterion);
    }

    @SuppressWarnings("unchecked") // jOOQ converts by the data type, which stays what it is
    private Field<Object> between(Column column) {
        return target.alias() == null
                ? column.field()
                : (Field<Object>) DSL.field(betweenName(column.table()).append(column.name()), column.dataType());
    }

    private Name betweenName(Table table) {
        return DSL.name(target.alias() + '_' + table.name());
    }
}
