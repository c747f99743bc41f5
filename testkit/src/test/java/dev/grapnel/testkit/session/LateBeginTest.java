package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Library.Author;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the server says of the only connection while a session is open. */
@DisplayName("A transaction that begins late on PostgreSQL")
class LateBeginTest {
    private static final String IDLE = "idle";
    private static final String IN_TRANSACTION = "idle in transaction";

    private final String url = TestDatabases.POSTGRESQL.newUrl();
    private final Registry registry = Registry.of(Library.ALL);
    private HikariDataSource pool;
    private Engine engine;
    private SessionFactory sessions;
    private int backend;
    private int ann;

    @BeforeEach
    void open() {
        open(new HikariConfig(), EngineSettings.DEFAULT);
        Schema.of(registry).createAll(engine);
        sessions.inTransaction(session -> {
            session.add(new Author("ann").with("a", "b"));
            session.add(new Author("bob"));
        });
        ann = sessions.computeInTransaction(
                session -> session.query(Author.class).list().get(0).id);
        findBackend();
    }

    private void open(HikariConfig config, EngineSettings settings) {
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        pool = new HikariDataSource(config);
        engine = Engine.of(pool, SQLDialect.POSTGRES, settings);
        sessions = SessionFactory.of(engine, registry);
    }

    private void reopen(HikariConfig config, EngineSettings settings) {
        engine.close();
        pool.close();
        open(config, settings);
        findBackend();
    }

    private void findBackend() {
        backend = sessions.computeInTransaction(session -> number(session, "select pg_backend_pid()"));
    }

    private static int number(Session session, String sql) {
        return Objects.requireNonNull(
                session.connection().unwrap(DSLContext.class).resultQuery(sql).fetchOneInto(Integer.class));
    }

    @AfterEach
    void close() {
        engine.close();
        pool.close();
        registry.dispose();
    }

    /** What the server says the connection is doing. */
    private String state() {
        try (Connection other = DriverManager.getConnection(url);
                PreparedStatement question =
                        other.prepareStatement("select state from pg_stat_activity where pid = ?")) {
            question.setInt(1, backend);
            try (ResultSet rows = question.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void renameElsewhere(String name) {
        direct("update author set name = '" + name + "' where id = " + ann);
    }

    /** Past the library, on another connection. */
    private void direct(String sql) {
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void isNotBegunByAReadByKey() {
        try (Session session = sessions.open()) {
            Author author = session.getOne(Author.class, ann);

            assertThat(author.name).isEqualTo("ann");
            assertThat(session.inTransaction()).isTrue();
            assertThat(state()).isEqualTo(IDLE);
        }
    }

    @Test
    void isNotBegunByAReadOfARelationship() {
        try (Session session = sessions.open()) {
            assertThat(session.getOne(Author.class, ann).books).hasSize(2);

            assertThat(state()).isEqualTo(IDLE);
        }
    }

    @Test
    void isBegunByAQuery() {
        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);

            assertThat(session.query(Author.class).list()).hasSize(2);

            assertThat(state()).isEqualTo(IN_TRANSACTION);
        }
    }

    @Test
    void isBegunByAFlush() {
        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann).name = "anna";

            session.flush();

            assertThat(state()).isEqualTo(IN_TRANSACTION);
        }
        assertThat(nameOfAnn()).isEqualTo("ann");
    }

    private String nameOfAnn() {
        return sessions.computeInTransaction(session -> session.getOne(Author.class, ann).name);
    }

    @Test
    void isBegunByALock() {
        try (Session session = sessions.open()) {
            session.byKey(Author.class).forUpdate().get(ann);

            assertThat(state()).isEqualTo(IN_TRANSACTION);
        }
    }

    @Test
    void isBegunByASavepoint() {
        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);
            session.beginNested();

            session.add(new Author("cid"));
            session.flush();
            session.rollback();
            session.add(new Author("dan"));
            session.commit();
        }
        assertThat(sessions.<Integer>computeInTransaction(
                        session -> session.query(Author.class).list().size()))
                .isEqualTo(3);
    }

    @Test
    void isBegunForWhoeverTakesTheConnection() {
        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);

            int stored = number(session, "select count(*) from author");

            assertThat(stored).isEqualTo(2);
            assertThat(state()).isEqualTo(IN_TRANSACTION);
        }
    }

    /** As row-level security needs it. */
    @Test
    void holdsWhatAListenerSetsForIt() {
        try (Session session = sessions.open()) {
            Events.on(session)
                    .afterBegin(e ->
                            e.connection().unwrap(DSLContext.class).execute("set local application_name = 'tenant 7'"));

            session.getOne(Author.class, ann);

            assertThat(number(session, "select count(*) from pg_stat_activity where application_name = 'tenant 7'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void isBegunByTheTextOfAListener() {
        Events.on(engine).replaceText(e -> e.text() + " for update");
        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);

            assertThat(state()).isEqualTo(IN_TRANSACTION);
        }
    }

    /** Whatever it is that refreshes: the session sees what is committed, as it does in a transaction. */
    @Test
    void seesWhatOthersCommit() {
        try (Session session = sessions.open()) {
            Author author = session.getOne(Author.class, ann);
            renameElsewhere("anna");
            session.refresh(author);

            assertThat(author.name).isEqualTo("anna");
        }
    }

    @Test
    void beginsWithTheFirstReadUnderAnotherIsolation() {
        HikariConfig config = new HikariConfig();
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        reopen(config, EngineSettings.DEFAULT);

        try (Session session = sessions.open()) {
            Author author = session.getOne(Author.class, ann);
            assertThat(state()).isEqualTo(IN_TRANSACTION);
            renameElsewhere("anna");
            session.refresh(author);

            assertThat(author.name).isEqualTo("ann");
        }
    }

    @Test
    void beginsWithTheFirstReadIfTheEngineIsToldSo() {
        reopen(new HikariConfig(), EngineSettings.DEFAULT.withoutLateBegin());

        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);

            assertThat(state()).isEqualTo(IN_TRANSACTION);
        }
    }

    @Test
    void isTheSameForAPoolWithoutAutoCommit() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setAutoCommit(false);
        reopen(config, EngineSettings.DEFAULT);

        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);
            assertThat(state()).isEqualTo(IDLE);

            session.query(Author.class).list();
            assertThat(state()).isEqualTo(IN_TRANSACTION);
        }
        nameOfAnn();
        try (Connection back = pool.getConnection()) {
            assertThat(back.getAutoCommit()).isFalse();
            assertThat(back.unwrap(Connection.class).getAutoCommit()).isFalse();
        }
    }

    @Test
    void leavesTheConnectionInAutoCommit() throws SQLException {
        nameOfAnn();
        sessions.inTransaction(session -> session.getOne(Author.class, ann).name = "anna");

        try (Connection back = pool.getConnection()) {
            assertThat(back.unwrap(Connection.class).getAutoCommit()).isTrue();
        }
    }

    @Test
    void isRolledBackWithoutHavingBegun() {
        try (Session session = sessions.open()) {
            Author author = session.getOne(Author.class, ann);
            author.name = "anna";

            session.rollback();

            assertThat(author.name).isEqualTo("ann");
            assertThat(session.query(Author.class).list()).hasSize(2);
        }
    }

    @Test
    void goesOnAfterAReadThatFailed() {
        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);
            direct("alter table author rename column name to title");

            assertThatThrownBy(() -> session.refresh(session.getOne(Author.class, ann)))
                    .isInstanceOf(DatabaseException.class);
        }
        direct("alter table author rename column title to name");

        assertThat(nameOfAnn()).isEqualTo("ann");
    }

    /** What a listener does behind the commit is stored as it is where the transaction had begun. */
    @Test
    void storesWhatAListenerWritesBehindTheCommit() {
        try (Session session = sessions.open()) {
            session.getOne(Author.class, ann);
            var connection = session.connection();
            Events.on(session)
                    .afterCommit(e -> connection.unwrap(DSLContext.class).execute("delete from book"));
            session.commit();
        }

        assertThat(sessions.<Integer>computeInTransaction(session -> number(session, "select count(*) from book")))
                .isZero();
    }
}
