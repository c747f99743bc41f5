package dev.grapnel.sql.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;

/** Both directions between values of a Java type and JDBC. */
record ValueType(Binder binder, ColumnReader reader) {

    /**
     * For a type that JDBC knows.
     *
     * @param setter of {@code PreparedStatement}
     * @param reader gives null for null, as the getters of {@code ResultSet} do that give objects
     */
    static <T> ValueType of(Setter<T> setter, ColumnReader reader) {
        return new ValueType(nullAware(setter), reader);
    }

    /** For a type that the driver itself knows. */
    static <T> ValueType ofObject(Class<T> type) {
        return of(
                (statement, index, value) -> statement.setObject(index, value),
                (rows, position) -> rows.getObject(position, type));
    }

    /** For a type that is kept as another. */
    @SuppressWarnings("unchecked") // whoever pairs a column with a type gives it only such values
    <B, T> ValueType as(Function<B, T> read, Function<T, B> write) {
        return new ValueType(
                (statement, index, value) ->
                        binder.bind(statement, index, value == null ? null : write.apply((T) value)),
                (rows, position) -> {
                    Object stored = reader.read(rows, position);
                    return stored == null ? null : read.apply((B) stored);
                });
    }

    @SuppressWarnings("unchecked") // as above
    private static <T> Binder nullAware(Setter<T> setter) {
        return (statement, index, value) -> {
            if (value == null) {
                // Without a type, so that PostgreSQL infers it and keeps one plan for both cases.
                statement.setNull(index, Types.NULL);
            } else {
                setter.set(statement, index, (T) value);
            }
        };
    }

    /** A setter of {@code PreparedStatement}. */
    interface Setter<T> {
        void set(PreparedStatement statement, int index, T value) throws SQLException;
    }
}
