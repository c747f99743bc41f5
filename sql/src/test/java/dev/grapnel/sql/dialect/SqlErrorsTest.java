package dev.grapnel.sql.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

class SqlErrorsTest {
    private static final Dialect POSTGRES = Dialect.of(SQLDialect.POSTGRES);
    private static final Dialect SQLITE = Dialect.of(SQLDialect.SQLITE);

    @Test
    void aStateOfClassTwentyThreeIsAConstraint() {
        assertThat(failed(POSTGRES, new SQLException("duplicate key", "23505"))).isInstanceOf(IntegrityException.class);
    }

    @Test
    void anExtendedCodeOfSqliteIsAConstraint() {
        assertThat(failed(SQLITE, new SQLException("UNIQUE constraint failed", null, 2067)))
                .isInstanceOf(IntegrityException.class);
    }

    @Test
    void theSameCodeOfAnotherDatabaseIsNot() {
        assertThat(failed(POSTGRES, new SQLException("something else", "42601", 2067)))
                .isNotInstanceOf(IntegrityException.class);
    }

    @Test
    void aBatchIsJudgedByWhatFailedInIt() {
        BatchUpdateException batch = new BatchUpdateException("Batch entry 0 insert … ('secret')", "00000", new int[0]);
        batch.setNextException(new SQLException("duplicate key", "23505"));

        assertThat(failed(POSTGRES, batch))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("duplicate key")
                .hasMessageNotContaining("secret")
                .hasCause(batch);
    }

    @Test
    void aMessageSaysWhatFailedAndWhatToDo() {
        assertThat(failed(POSTGRES, new SQLException("column \"x\" does not exist", "42703")))
                .hasMessage(
                        "Cannot run statement [select x] with 2 parameters (hidden): column \"x\" does not exist. Check"
                                + " that tables and columns are there as mapped and that the values fit them. [DATABASE]");
    }

    @Test
    void theStatementThatH2RepeatsIsLeftOut() {
        SQLException failure = new SQLException("Table \"X\" not found; SQL statement:\nselect x [42102-252]", "42S02");

        assertThat(failed(Dialect.of(SQLDialect.H2), failure))
                .hasMessageStartingWith(
                        "Cannot run statement [select x] with 2 parameters (hidden): Table \"X\" not found. Check");
    }

    @Test
    void aSpoiledTransactionIsToldToRollBack() {
        assertThat(failed(POSTGRES, new SQLException("current transaction is aborted", "25P02")))
                .hasMessageContaining("roll back, at least to a savepoint");
    }

    @Test
    void aLockedSqliteFileIsToldToWait() {
        assertThat(failed(SQLITE, new SQLException("database is locked", null, 5)))
                .hasMessageContaining("Another transaction holds the SQLite database");
    }

    @Test
    void anExceptionWithoutMessageIsNamedByItsClass() {
        assertThat(failed(POSTGRES, new SQLException(null, "42703"))).hasMessageContaining("SQLException");
    }

    private static DatabaseException failed(Dialect dialect, SQLException failure) {
        return SqlErrors.statementFailed(dialect, "select x", "2 parameters (hidden)", failure);
    }
}
