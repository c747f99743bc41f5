package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.structure.Structured;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Something that a query joins to what it has. */
public sealed interface Joined extends Structured permits RelatedJoin, EntityJoin, TableJoin {
    /** Whether rows without such rows stay. */
    boolean outer();

    /** The tables of the class that is joined, or null if it is no class. */
    @Nullable EntityTables target();

    /**
     * Joins it.
     *
     * @param left what is there
     * @param present the names of the tables that are there; those joined are added
     * @param criteria what else has to hold for the class
     * @return the two together
     * @throws dev.grapnel.core.error.InvalidRequestException if the statement has such tables already, or lacks those to join to
     */
    Table<Record> to(Table<Record> left, StatementTables present, Condition criteria);
}
