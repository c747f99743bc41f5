package dev.grapnel.sql.connection;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.dialect.SqlErrors;
import dev.grapnel.sql.schema.Ddl;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.schema.Tables;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Creates and drops tables over an engine, each call in a transaction of its own where the database has such a thing. */
public final class SchemaChange {
    private static final List<@Nullable Object[]> NO_PARAMETERS = Collections.singletonList(new Object[0]);

    private final Engine engine;
    private final Tables tables;
    private final Ddl ddl;

    /**
     * Prepares for some tables.
     *
     * @param engine where to change
     * @param tables what to create or drop
     */
    public SchemaChange(Engine engine, Tables tables) {
        this.engine = engine;
        this.tables = tables;
        this.ddl = Ddl.of(tables, engine.dialect().jooq());
    }

    /**
     * Creates the tables that are not there yet; those that are there stay as they are.
     *
     * @throws DatabaseException if the database refuses
     */
    public void createAll() {
        try (JdbcTransaction transaction = engine.begin()) {
            run(transaction, ddl.create(missing(transaction)));
            transaction.commit();
        }
    }

    /**
     * Drops the tables that are there, with all their rows.
     *
     * @throws DatabaseException if the database refuses
     */
    public void dropAll() {
        try (JdbcTransaction transaction = engine.begin()) {
            if (engine.dialect().dropsForeignKeysWithTables()) {
                run(transaction, ddl.drop());
            } else {
                dropInAnyOrder(transaction);
            }
            transaction.commit();
        }
    }

    /** Tables that refer to each other in a circle may go in any order, if all are gone at the end. */
    private void dropInAnyOrder(JdbcTransaction transaction) {
        if (engine.dialect().family() == SQLDialect.SQLITE) {
            run(transaction, List.of("PRAGMA defer_foreign_keys = ON"));
            run(transaction, ddl.drop());
            return;
        }
        run(transaction, List.of(checkForeignKeys(false)));
        try {
            run(transaction, ddl.drop());
        } finally {
            run(transaction, List.of(checkForeignKeys(true)));
        }
    }

    private String checkForeignKeys(boolean check) {
        return engine.rendering()
                .renderInlined(engine.rendering().set(DSL.name("foreign_key_checks"), DSL.inline(check ? 1 : 0)));
    }

    private Set<Table> missing(JdbcTransaction transaction) {
        Set<Table> missing = new LinkedHashSet<>();
        for (Table table : tables.sorted()) {
            if (!exists(transaction.connection().jdbc(), table)) {
                missing.add(table);
            }
        }
        return missing;
    }

    private boolean exists(Connection connection, Table table) {
        try {
            DatabaseMetaData metaData = connection.getMetaData();
            String schema = table.schema() == null ? currentSchema(connection) : table.schema();
            String pattern = table.name().replace("_", metaData.getSearchStringEscape() + "_");
            boolean isCatalog = engine.dialect().callsSchemasCatalogs();
            try (ResultSet found = metaData.getTables(
                    isCatalog ? schema : table.catalog(), isCatalog ? null : schema, pattern, null)) {
                return found.next();
            }
        } catch (SQLException failure) {
            throw SqlErrors.actionFailed(engine.dialect(), "look for table '" + table.name() + "'", failure);
        }
    }

    private @Nullable String currentSchema(Connection connection) throws SQLException {
        if (engine.dialect().callsSchemasCatalogs()) {
            return connection.getCatalog();
        }
        return engine.dialect().family() == SQLDialect.SQLITE ? null : connection.getSchema();
    }

    private void run(JdbcTransaction transaction, List<String> statements) {
        JdbcConnection connection = transaction.connection();
        StatementHooks hooks = engine.statementHooks();
        for (String sql : statements) {
            if (hooks.isEmpty()) {
                send(connection, sql);
            } else {
                hooks.around(
                        new StatementEvent(connection, StatementKind.OTHER, sql, NO_PARAMETERS),
                        text -> send(connection, text));
            }
        }
    }

    private Written<Boolean> send(JdbcConnection connection, String sql) {
        try (Statement statement = connection.jdbc().createStatement()) {
            return new Written<>(statement.execute(sql), 0);
        } catch (SQLException failure) {
            throw SqlErrors.statementFailed(engine.dialect(), sql, "no parameters", failure);
        }
    }
}
