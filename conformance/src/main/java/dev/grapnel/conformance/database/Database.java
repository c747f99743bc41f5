package dev.grapnel.conformance.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.Models;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** An empty database with the tables of one model. Belongs to one scenario; closing it forgets its content. */
public final class Database implements AutoCloseable {
    private final OneConnection source;
    private final SQLDialect dialect;
    private final Models.Group model;
    private final Runnable closing;

    Database(Connection connection, SQLDialect dialect, Models.Group model, Runnable closing) {
        this.source = new OneConnection(connection);
        this.dialect = dialect;
        this.model = model;
        this.closing = closing;
    }

    /** {@return where the library gets its connection} */
    public DataSource source() {
        return source;
    }

    /** {@return the kind of database, as jOOQ names it} */
    public SQLDialect dialect() {
        return dialect;
    }

    /**
     * Inserts rows and commits.
     *
     * @param data lists of rows by table
     */
    public void insert(JsonNode data) {
        DSLContext context = context();
        for (Models.Table table : model.tables()) {
            data.path(table.name()).forEach(row -> Rows.insert(context, table.name(), (ObjectNode) row));
        }
    }

    /** {@return the committed rows of all tables that have some, in order of their keys} */
    public ObjectNode rows() {
        return Rows.all(context(), model);
    }

    /** A context outside the library, for before and after the scenario. */
    private DSLContext context() {
        return DSL.using(source.physical(), dialect);
    }

    @Override
    public void close() {
        closing.run();
    }

    /**
     * Closes a connection; failing to do so is a defect of the runner.
     *
     * @param connection to close
     */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close the connection of a scenario: " + e.getMessage(), e);
        }
    }
}
