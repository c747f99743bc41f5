package dev.grapnel.sql.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Puts values of one type into the parameters of a statement. Thread-safe. */
@FunctionalInterface
public interface Binder {
    /**
     * Sets one parameter.
     *
     * @param statement to set it in
     * @param index of the parameter, from one
     * @param value of the binder's type, or null
     * @throws SQLException if the driver refuses the value
     */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;
}
