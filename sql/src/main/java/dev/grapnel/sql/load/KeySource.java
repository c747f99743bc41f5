package dev.grapnel.sql.load;

import dev.grapnel.sql.schema.Column;
import java.util.List;
import org.jooq.Select;

/** Gives, as a subquery, columns of the objects that a statement selects. */
@FunctionalInterface
public interface KeySource {
    /**
     * The statement again, with other columns.
     *
     * @param columns of the entity
     * @return the subquery
     */
    Select<?> select(List<Column> columns);
}
