package dev.grapnel.sql.join;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.structure.StructureWriter;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The related objects joined to their owner.
 *
 * @param path the relationship
 * @param outer whether owners without related objects stay
 */
public record RelatedJoin(RelationshipPath path, boolean outer) implements Joined {
    @Override
    public void describe(StructureWriter structure) {
        structure.token(outer).part(path);
    }

    @Override
    public EntityTables target() {
        return EntityTables.of(path.targetMapper(), path.targetName());
    }

    @Override
    public Table<Record> to(Table<Record> left, StatementTables present, Condition criteria) {
        EntityTables owner = path.ownerTables();
        RelatedRows rows = new RelatedRows(path, owner, target());
        if (!present.containsAll(rows.comparedTables())) {
            throw new InvalidRequestException("Cannot join " + path + ": the statement has no table "
                    + rows.comparedTables() + " to join it to, only " + present
                    + ". Query " + path.owner().getSimpleName() + ", or join it before"
                    + (path.ownerName() == null ? "" : " under the name '" + path.ownerName() + "'") + '.');
        }
        present.add(this, target());
        Condition on = rows.condition().and(criteria);
        return outer
                ? left.leftJoin(rows.tables()).on(on)
                : left.join(rows.tables()).on(on);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
