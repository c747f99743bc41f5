package dev.grapnel.conformance.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Counters of generated keys for H2, which takes functions and triggers as Java classes. */
public final class KeyCounter implements Trigger {
    private String table = "";
    private int column;

    static void prepare(DSLContext context) {
        context.execute(
                "create table \"generated_keys\" (\"table_name\" varchar(50) primary key, \"last\" integer not null)");
        context.execute("create alias next_key for '" + KeyCounter.class.getName() + ".next'");
    }

    static void watch(DSLContext context, String table) {
        context.execute("insert into \"generated_keys\" values (?, 0)", table);
        context.execute("create trigger \"count_" + table + "\" after insert on \"" + table + "\" for each row call '"
                + KeyCounter.class.getName() + "'");
    }

    /**
     * The next key of a table; called by the database.
     *
     * @param connection of the statement that inserts
     * @param table its name
     * @return the key
     * @throws SQLException if the counter cannot be read
     */
    public static int next(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select \"last\" + 1 from \"generated_keys\" where \"table_name\" = ?")) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String watched, boolean before, int type)
            throws SQLException {
        this.table = watched;
        try (ResultSet key = connection.getMetaData().getPrimaryKeys(null, schema, watched)) {
            key.next();
            String name = key.getString("COLUMN_NAME");
            try (ResultSet columns = connection.getMetaData().getColumns(null, schema, watched, name)) {
                columns.next();
                this.column = columns.getInt("ORDINAL_POSITION") - 1;
            }
        }
    }

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] old, @Nullable Object @Nullable [] row)
            throws SQLException {
        if (row == null) {
            return;
        }
        String raise = "update \"generated_keys\" set \"last\" = greatest(\"last\", ?) where \"table_name\" = ?";
        try (PreparedStatement statement = connection.prepareStatement(raise)) {
            statement.setObject(1, row[column]);
            statement.setString(2, table);
            statement.executeUpdate();
        }
    }
}
