package dev.grapnel.sql.statement;

import dev.grapnel.sql.array.ColumnArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the columns of the database take arrays of values just as they take single ones, which it is asked once. Thread-safe. */
final class ArrayFit {
    /** That there is no such table, column or schema: there may be soon, and until then the rows that are sent one by one say so. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "42703", "3F000");

    private final ColumnArrays columns;
    private final PreparedText single;
    private volatile @Nullable Boolean known;

    /**
     * Not asked yet.
     *
     * @param columns whose values go as arrays
     * @param single the text for a single row, whose parameters are those columns
     */
    ArrayFit(ColumnArrays columns, PreparedText single) {
        this.columns = columns;
        this.single = single;
    }

    /** What the database says, or no if it does not: the rows that are sent one by one then succeed, or say what is wrong. */
    boolean isOn(Connection connection) {
        Boolean said = known;
        if (said == null) {
            try {
                said = ask(connection);
            } catch (SQLException unableToAsk) {
                return false;
            }
            known = said;
        }
        return said;
    }

    /**
     * Asks within a savepoint, since a refusal would spoil the transaction. It is refused where the driver or what stands before the database knows no such
     * questions, and where listeners put other texts in place of this one. In its simple mode the driver of PostgreSQL sends something else instead, which is
     * refused too, or asserts that it is not in that mode.
     */
    private boolean ask(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean said;
        try (PreparedStatement statement = connection.prepareStatement(single.sql())) {
            said = columns.fit(statement.getParameterMetaData());
        } catch (SQLException refusal) {
            connection.rollback(before);
            String state = refusal.getSQLState(); // what stands between may give none
            if (state != null && NOT_THERE.contains(state)) {
                throw refusal;
            }
            return false;
        } catch (AssertionError refusal) {
            connection.rollback(before);
            return false;
        }
        connection.releaseSavepoint(before);
        return said;
    }
}
