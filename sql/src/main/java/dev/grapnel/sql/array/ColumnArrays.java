package dev.grapnel.sql.array;

import dev.grapnel.sql.schema.Column;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an insert as arrays: what rows become for {@code insert into … select * from unnest(?, ?, …)}. Immutable.
 *
 * <pre>{@code
 * Object[][] arrays = columns.arrays(rows);
 * if (arrays != null) { columns.bind(statement, arrays); }
 * }</pre>
 */
public final class ColumnArrays {
    private final List<ArrayColumn> columns;

    private ColumnArrays(List<ArrayColumn> columns) {
        this.columns = columns;
    }

    /**
     * Arrays of PostgreSQL for some columns.
     *
     * @param columns that get values
     * @return the arrays, or null if there are no columns or values of one are not put into arrays
     */
    public static @Nullable ColumnArrays of(List<Column> columns) {
        return of(columns, ArrayType::of);
    }

    /**
     * As {@link #of}, for H2: arrays of the very values that go as single parameters.
     *
     * @param columns that get values
     * @return the arrays, or null
     */
    public static @Nullable ColumnArrays ofValues(List<Column> columns) {
        return of(columns, ArrayType::ofValues);
    }

    private static @Nullable ColumnArrays of(List<Column> columns, Function<Class<?>, @Nullable ArrayType> ways) {
        List<ArrayColumn> all = new ArrayList<>(columns.size());
        for (Column column : columns) {
            ArrayColumn known = ArrayColumn.of(column, ways);
            if (known == null) {
                return null;
            }
            all.add(known);
        }
        return all.isEmpty() ? null : new ColumnArrays(all);
    }

    /**
     * Whether the columns of the database are of types that take such values just as they take single ones. A column of another type, as an enum of the database, may
     * take an untyped null, and refuse an array of nulls that has a type.
     *
     * @param parameters of the insert of a single row, whose types the database finds by their columns
     * @return whether all do
     * @throws SQLException if the database refuses the insert, or the driver does not tell
     */
    public boolean fit(ParameterMetaData parameters) throws SQLException {
        for (int at = 0; at < columns.size(); at++) {
            String found = parameters.getParameterTypeName(at + 1);
            if (!columns.get(at).type().columns().contains(found)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The rows that the database makes of the arrays.
     *
     * @param placeholder makes the parameter of the type at a place
     * @return a table with a column for each array
     */
    public Table<?> rows(BiFunction<DataType<?>, Integer, Field<?>> placeholder) {
        List<Field<?>> arrays = new ArrayList<>(columns.size());
        for (int at = 0; at < columns.size(); at++) {
            arrays.add(placeholder.apply(columns.get(at).inSql().array(), at));
        }
        return DSL.table("unnest({0})", DSL.list(arrays));
    }

    /**
     * Turns rows into arrays.
     *
     * @param rows values in the order of the columns
     * @return an array for each column, or null if a value would not be the same in an array, or is too long to gain by it
     */
    public Object @Nullable [][] arrays(List<@Nullable Object[]> rows) {
        Object[][] arrays = new Object[columns.size()][];
        for (int at = 0; at < arrays.length; at++) {
            Object[] values = columns.get(at).values(rows, at);
            if (values == null) {
                return null;
            }
            arrays[at] = values;
        }
        return arrays;
    }

    /**
     * Sets a parameter for each column.
     *
     * @param statement made of a text with {@link #rows}
     * @param arrays from {@link #arrays}
     * @throws SQLException if the driver refuses
     */
    public void bind(PreparedStatement statement, Object[][] arrays) throws SQLException {
        Connection connection = statement.getConnection();
        for (int at = 0; at < arrays.length; at++) {
            String element = columns.get(at).type().name();
            statement.setArray(at + 1, connection.createArrayOf(element, arrays[at]));
        }
    }
}
