package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.JoinMode;
import dev.grapnel.testkit.session.Library.Author;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session on a connection whose transaction someone else has begun, and has written one row in. */
@EveryDatabase
@DisplayName("A joined session on")
class JoinedSessionTest extends DatabaseTest {
    private JdbcTransaction theirs;
    private Connection connection;

    JoinedSessionTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void beginTheirs() {
        theirs = engine.begin();
        connection = theirs.connection().jdbc();
        theirs.connection().jooq().execute("insert into author (name) values ('theirs')");
    }

    @AfterEach
    void endTheirs() {
        theirs.close();
    }

    private Session joined(JoinMode mode) {
        session = sessions.open(connection, mode);
        return session;
    }

    private Session joinedAndFlushed(JoinMode mode) {
        joined(mode).add(new Author("ours"));
        session.flush();
        return session;
    }

    /** All that the connection sees: of the transaction that is open, or of what was committed before. */
    private List<String> names() {
        return theirs.connection()
                .jooq()
                .fetch("select name from author order by name")
                .getValues(0, String.class);
    }

    private List<String> namesAfterTheyRollBack() throws SQLException {
        connection.rollback();
        return names();
    }

    @Nested
    class WithRollbackOnly {
        @Test
        @Tag("U-41")
        void leavesCommittingToTheOwner() throws SQLException {
            joinedAndFlushed(JoinMode.ROLLBACK_ONLY).commit();

            assertThat(names()).containsExactly("ours", "theirs");
            assertThat(namesAfterTheyRollBack()).isEmpty();
        }

        @Test
        @Tag("U-41")
        void rollsBackWhatTheOwnerDidToo() {
            joinedAndFlushed(JoinMode.ROLLBACK_ONLY).rollback();

            assertThat(names()).isEmpty();
        }

        @Test
        @Tag("U-41")
        void leavesWhatItFlushedToTheOwnerWhenItIsClosed() throws SQLException {
            joinedAndFlushed(JoinMode.ROLLBACK_ONLY).close();

            assertThat(names()).containsExactly("ours", "theirs");
            assertThat(namesAfterTheyRollBack()).isEmpty();
        }

        @Test
        @Tag("U-41")
        void isTheDefaultSinceSavepointsOfTheOwnerCannotBeSeen() throws SQLException {
            session = sessions.open(connection);
            session.add(new Author("ours"));
            session.commit();
            assertThat(names()).containsExactly("ours", "theirs");

            session.add(new Author("more"));
            session.flush();
            session.rollback();

            assertThat(names()).isEmpty();
        }
    }

    @Nested
    class WithFullControl {
        @Test
        @Tag("U-41")
        void commitsWhatTheOwnerDidToo() throws SQLException {
            joinedAndFlushed(JoinMode.CONTROL_FULLY).commit();

            assertThat(namesAfterTheyRollBack()).containsExactly("ours", "theirs");
        }

        @Test
        @Tag("U-41")
        void rollsBackWhatTheOwnerDidToo() {
            joinedAndFlushed(JoinMode.CONTROL_FULLY).rollback();

            assertThat(names()).isEmpty();
        }

        @Test
        @Tag("U-41")
        void rollsBackWhenItIsClosed() {
            joinedAndFlushed(JoinMode.CONTROL_FULLY).close();

            assertThat(names()).isEmpty();
        }
    }

    @Nested
    class WithASavepoint {
        @Test
        @Tag("U-41")
        void leavesCommittingToTheOwner() throws SQLException {
            joinedAndFlushed(JoinMode.CREATE_SAVEPOINT).commit();

            assertThat(names()).containsExactly("ours", "theirs");
            assertThat(namesAfterTheyRollBack()).isEmpty();
        }

        @Test
        @Tag("U-41")
        void rollsBackOnlyWhatItDid() {
            joinedAndFlushed(JoinMode.CREATE_SAVEPOINT).rollback();

            assertThat(names()).containsExactly("theirs");
        }

        @Test
        @Tag("U-41")
        void rollsBackOnlyWhatItDidWhenItIsClosed() {
            joinedAndFlushed(JoinMode.CREATE_SAVEPOINT).close();

            assertThat(names()).containsExactly("theirs");
        }

        @Test
        @Tag("U-41")
        void rollsBackOnlyWhatItDidSinceItsLastCommit() {
            joinedAndFlushed(JoinMode.CREATE_SAVEPOINT).commit();
            session.add(new Author("more"));
            session.flush();

            session.rollback();

            assertThat(names()).containsExactly("ours", "theirs");
        }

        @Test
        @Tag("U-41")
        void keepsTheOwnersWorkWhenAFlushFails() {
            joined(JoinMode.CREATE_SAVEPOINT).add(new Author("theirs"));

            assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);
            session.rollback();

            assertThat(names()).containsExactly("theirs");
        }
    }

    @ParameterizedTest
    @EnumSource(JoinMode.class)
    @Tag("U-41")
    void firesTheEventsOfACommitWhateverTheMode(JoinMode mode) {
        joined(mode);
        List<String> fired = new ArrayList<>();
        Events.on(session).afterBegin(e -> fired.add("begin"));
        Events.on(session).beforeCommit(e -> fired.add("before"));
        Events.on(session).afterCommit(e -> fired.add("after"));
        session.add(new Author("ours"));

        session.commit();

        assertThat(fired).containsExactly("before", "begin", "after");
    }

    @ParameterizedTest
    @EnumSource(JoinMode.class)
    @Tag("U-41")
    void firesTheEventsOfARollbackWhateverTheMode(JoinMode mode) {
        joinedAndFlushed(mode);
        List<String> fired = new ArrayList<>();
        Events.on(session).afterRollback(e -> fired.add("rollback"));
        Events.on(session).afterSoftRollback(e -> fired.add("soft"));

        session.rollback();

        assertThat(fired).containsExactly("rollback", "soft");
    }

    @ParameterizedTest
    @EnumSource(JoinMode.class)
    @Tag("U-41")
    void neverClosesTheConnection(JoinMode mode) throws SQLException {
        joinedAndFlushed(mode).commit();
        session.close();

        assertThat(connection.isClosed()).isFalse();
        assertThat(connection.getAutoCommit()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(JoinMode.class)
    @Tag("U-41")
    void beginsATransactionOfItsOwnWhereThereIsNone(JoinMode mode) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);

        joinedAndFlushed(mode).commit();

        assertThat(connection.getAutoCommit()).isTrue();
        connection.setAutoCommit(false);
        assertThat(namesAfterTheyRollBack()).containsExactly("ours");
    }

    @Test
    void hasSavepointsOfItsOwn() {
        joinedAndFlushed(JoinMode.ROLLBACK_ONLY);
        SessionTransaction savepoint = session.beginNested();
        session.add(new Author("undone"));
        session.flush();

        savepoint.rollback();

        assertThat(names()).containsExactly("ours", "theirs");
    }
}
