package dev.grapnel.sql.load;

import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.schema.Table;
import java.util.List;
import org.jooq.SelectQuery;

/** How a SELECT locks the rows it reads until the transaction ends. */
public interface Locking {
    /** Locks the row of an object that is found by key, or refreshed (rule U-22). */
    ExecutionOption<Locking> OPTION = ExecutionOption.of("with_for_update", Locking.class);

    /**
     * Refuses what the database does not have.
     *
     * @param dialect the kind of database
     * @throws dev.grapnel.core.error.InvalidRequestException if it has no such lock
     */
    void requireOn(Dialect dialect);

    /**
     * Tells a statement.
     *
     * @param select the statement
     * @param own the tables of the objects; what is joined to them is not locked where that is possible
     * @param dialect the kind of database
     */
    void applyTo(SelectQuery<?> select, List<Table> own, Dialect dialect);
}
