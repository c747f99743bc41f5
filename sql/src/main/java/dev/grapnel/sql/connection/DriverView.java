package dev.grapnel.sql.connection;

import dev.grapnel.core.error.InvalidArgumentException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks through a pooled connection at the driver's own. */
final class DriverView {
    private DriverView() {}

    static <C> C of(Connection connection, Class<C> type) {
        try {
            if (connection.isWrapperFor(type)) {
                return connection.unwrap(type);
            }
        } catch (SQLException failure) {
            throw noView(type, failure);
        }
        throw noView(type, null);
    }

    private static InvalidArgumentException noView(Class<?> type, @Nullable SQLException failure) {
        return new InvalidArgumentException(
                "Cannot show the connection as " + type.getName()
                        + ": it is no such thing. Ask for java.sql.Connection,"
                        + " org.jooq.DSLContext, dev.grapnel.sql.connection.Engine or the driver's own connection class.",
                failure);
    }
}
