package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.JoinMode;
import dev.grapnel.sql.statement.NumberedWords.Ran;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Statements that are kept with a connection")
class KeptStatementsTest {
    private static final String URL = "jdbc:h2:mem:kept";

    private final NumberedWords words = new NumberedWords(URL);
    private final PreparedText byId = words.byId;

    @AfterEach
    void drop() {
        words.close();
    }

    private <T> T inTransaction(NumberedWords.Work<T> work) {
        return words.inTransaction(work);
    }

    @Test
    void runAgainInTheNextTransaction() {
        Ran first = inTransaction(runner -> words.run(runner, byId, 1));
        Ran second = inTransaction(runner -> words.run(runner, byId, 2));

        assertThat(first.value()).isEqualTo("word 1");
        assertThat(second.value()).isEqualTo("word 2");
        assertThat(second.statement()).isSameAs(first.statement());
    }

    @Test
    void giveUpTheirParameters() {
        Ran ran = inTransaction(runner -> words.run(runner, byId, 271));

        assertThat(ran.value()).isEqualTo("word 271");
        assertThat(ran.statement().toString()).doesNotContain("271");
    }

    @Test
    void areClosedIfTheyBroughtManyRows() throws SQLException {
        PreparedText all = words.all();

        Ran ran = inTransaction(runner -> words.run(runner, all));

        assertThat(ran.statement().isClosed()).isTrue();
    }

    @Test
    void seeTheTableAsItIsNow() {
        inTransaction(runner -> words.run(runner, byId, 1));
        words.makeAnew();

        assertThat(inTransaction(runner -> words.run(runner, byId, 3)).value()).isEqualTo("word 3");
    }

    @Test
    void readTheTableOfTheSchemaThatTheConnectionIsIn() {
        makeAnotherSchema();
        inTransaction(runner -> words.run(runner, byId, 1));

        assertThat(inTransaction(runner -> runInAnother(runner, byId, 1)).value())
                .isEqualTo("another");
        assertThat(inTransaction(runner -> words.run(runner, byId, 1)).value()).isEqualTo("word 1");
    }

    @Test
    void areClosedIfTheSchemaChangedWhileTheyRan() throws SQLException {
        makeAnotherSchema();

        Ran ran = inTransaction(runner -> {
            Ran first;
            try (Rows rows = runner.query(byId, new Object[] {1})) {
                first = new Ran(rows.resultSet().getStatement(), null);
                runInAnother(runner, byId, 1);
                runner.connection().jdbc().setSchema("ANOTHER");
            }
            return first;
        });

        assertThat(ran.statement().isClosed()).isTrue();
        assertThat(inTransaction(runner -> runInAnother(runner, byId, 1)).value())
                .isEqualTo("another");
    }

    private void makeAnotherSchema() {
        inTransaction(runner -> {
            try (Statement statement = runner.connection().jdbc().createStatement()) {
                statement.execute("drop schema if exists another cascade");
                statement.execute("create schema another");
                statement.execute("create table another.\"word\"(\"id\" int primary key, \"text\" varchar)");
                return statement.executeUpdate("insert into another.\"word\" values(1, 'another')");
            }
        });
    }

    /** The connection is in the schema of the table again afterwards. */
    private Ran runInAnother(StatementRunner runner, PreparedText query, Object... parameters) throws SQLException {
        Connection connection = runner.connection().jdbc();
        connection.setSchema("ANOTHER");
        try {
            return words.run(runner, query, parameters);
        } finally {
            connection.setSchema("PUBLIC");
        }
    }

    @Test
    void leaveNoTransactionOpenIfTheyCannotBeHad() throws SQLException {
        AtomicBoolean broken = new AtomicBoolean();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(failing(broken));
            pool.setMaximumPoolSize(1);
            Engine engine = Engine.of(pool, SQLDialect.H2);
            try (JdbcTransaction first = engine.begin()) {
                StatementRunner.on(first);
            }
            pool.getHikariPoolMXBean().softEvictConnections();
            broken.set(true);

            assertThatThrownBy(engine::begin).isInstanceOf(DatabaseException.class);

            assertThat(engine.openTransactions()).isZero();
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    /** Its connections do not say whether they are closed, once it is broken. */
    private static DataSource failing(AtomicBoolean broken) {
        return proxy(DataSource.class, (method, arguments) -> switch (method.getName()) {
            case "getConnection" -> failing(DriverManager.getConnection(URL), broken);
            case "getLoginTimeout" -> 0;
            default -> null;
        });
    }

    private static Connection failing(Connection connection, AtomicBoolean broken) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("isClosed") && broken.get()) {
                throw new SQLException("broken");
            }
            return method.invoke(connection, arguments);
        });
    }

    private interface Answer {
        @Nullable Object to(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "unwrap" -> proxy;
                    default -> answer.to(method, arguments);
                }));
    }

    @Test
    void stayOutOfConnectionsThatBelongToOthers() throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE");
                JdbcTransaction transaction = words.engine.join(connection, JoinMode.CONTROL_FULLY)) {
            Ran ran = words.run(StatementRunner.on(transaction), byId, 1);
            transaction.close();

            assertThat(ran.value()).isEqualTo("word 1");
            assertThat(ran.statement().isClosed()).isTrue();
        }
    }
}
