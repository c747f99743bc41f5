package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.statement.NumberedWords.Ran;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Statements that are kept with a connection to PostgreSQL")
class KeptOnPostgresqlTest {
    private final String url = TestDatabase.POSTGRESQL.newUrl();
    private final NumberedWords words = new NumberedWords(url);

    @AfterEach
    void close() {
        words.close();
    }

    private Ran find(int number) {
        return words.inTransaction(runner -> words.run(runner, words.byId, number));
    }

    /** On the connection that the transactions get. */
    private String ask(String sql) {
        return words.inTransaction(runner -> ask(runner.connection().jdbc(), sql));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void runAgainInTheNextTransaction() {
        Ran first = find(1);
        Ran second = find(2);

        assertThat(first.value()).isEqualTo("word 1");
        assertThat(second.value()).isEqualTo("word 2");
        assertThat(second.statement()).isSameAs(first.statement());
    }

    @Test
    void areClosedIfTheyBroughtManyRows() throws SQLException {
        Ran ran = words.inTransaction(runner -> words.run(runner, words.all()));

        assertThat(ran.statement().isClosed()).isTrue();
    }

    @Test
    void giveUpTheirParameters() {
        assertThat(find(271).statement().toString()).contains("?").doesNotContain("271");
    }

    /** Often enough that the server keeps a plan too. */
    @Test
    void seeTheTableAsItIsNow() {
        for (int number = 1; number <= 12; number++) {
            find(number);
        }
        words.makeAnew();

        assertThat(find(3).value()).isEqualTo("word 3");
    }

    @Test
    void readTheTableOfTheSchemaThatTheConnectionIsIn() {
        for (int number = 1; number <= 12; number++) {
            find(number);
        }
        String own = ask("select current_schema()");
        String another = own + "_another";
        words.inTransaction(runner -> {
            Connection connection = runner.connection().jdbc();
            execute(connection, "create schema " + another);
            execute(connection, "create table " + another + ".word(id int primary key, text varchar)");
            execute(connection, "insert into " + another + ".word values(1, 'another')");
            return another;
        });

        Ran there = words.inTransaction(runner -> {
            runner.connection().jdbc().setSchema(another);
            Ran ran = words.run(runner, words.byId, 1);
            runner.connection().jdbc().setSchema(own);
            return ran;
        });

        assertThat(there.value()).isEqualTo("another");
        assertThat(find(1).value()).isEqualTo("word 1");
    }

    /** The pool is not told by a statement that it has not made. */
    @Test
    void doNotKeepABrokenConnectionInThePool() throws SQLException {
        find(1);
        String backend = ask("select pg_backend_pid()");
        try (Connection other = DriverManager.getConnection(url)) {
            ask(other, "select pg_terminate_backend(" + backend + ")");
        }

        assertThatThrownBy(() -> find(2)).isInstanceOf(DatabaseException.class);

        assertThat(find(2).value()).isEqualTo("word 2");
        assertThat(ask("select pg_backend_pid()")).isNotEqualTo(backend);
    }

    @Test
    void areOfUseAgainAfterAFailedTransaction() {
        find(1);
        assertThatThrownBy(() -> words.inTransaction(runner -> {
                    runner.connection().jooq().execute("select nothing from nowhere");
                    return "";
                }))
                .hasMessageContaining("nowhere");

        assertThat(find(2).value()).isEqualTo("word 2");
    }
}
