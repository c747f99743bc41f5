package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.PartialCommitException;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.PreparedTransactions;
import dev.grapnel.sql.connection.Recovery;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Branches.Clerk;
import dev.grapnel.testkit.session.Branches.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clerks are in one database and the log in another one of the same kind. */
@EveryDatabase
@DisplayName("A two-phase commit over two databases of")
class PreparedEverywhereTest extends DatabaseTest {
    private final String prefix = "two-" + UUID.randomUUID();
    private final String name = prefix + ":1";
    private Engine log;

    PreparedEverywhereTest() {
        super(Branches.ALL);
    }

    @BeforeEach
    void openTheOther() {
        session.close();
        log = leaks.watch(database.open());
        Schema.of(registry).createAll(log);
        sessions = SessionFactory.of(Binds.of(engine).bind(Entry.class, log), registry);
        session = sessions.open();
    }

    @AfterEach
    void closeTheOther() {
        session.close();
        log.close();
    }

    /** The clerk's database joins first. */
    private Clerk bothWritten() {
        Clerk ed = new Clerk(1, "ed");
        session.add(ed);
        session.flush();
        session.add(new Entry("hired"));
        session.flush();
        return ed;
    }

    private List<String> prepared() {
        List<String> names = new ArrayList<>(engine.preparedTransactions().names());
        names.addAll(log.preparedTransactions().names());
        names.removeIf(found -> !found.startsWith(prefix));
        return names.stream().distinct().toList();
    }

    private void assertRows(int expected) {
        try (Session after = sessions.open()) {
            assertThat(after.query(Clerk.class).list()).hasSize(expected);
            assertThat(after.query(Entry.class).list()).hasSize(expected);
        }
    }

    @Nested
    class WhereTheyHaveIt {
        private final Map<Engine, Connection> connections = new HashMap<>();

        @BeforeEach
        void onlyThere() {
            assumeTrue(engine.dialect().twoPhase() != null);
        }

        @Test
        @Tag("U-40")
        void preparesAllAndCommitsAll() {
            bothWritten();

            session.prepare(name);
            assertThat(prepared()).containsExactlyInAnyOrder(name + ".1of2", name + ".2of2");
            session.commit();

            assertThat(prepared()).isEmpty();
            assertRows(1);
        }

        @Test
        @Tag("U-40")
        void isUndoneEverywhereByARollback() {
            Clerk ed = bothWritten();
            session.prepare(name);

            session.rollback();

            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
            assertThat(prepared()).isEmpty();
            assertRows(0);
        }

        @Test
        void firesItsEventsOnce() {
            bothWritten();
            events.sessions(session);

            session.prepare(name);
            session.commit();

            events.assertTimeline("before_commit", "after_commit", "after_transaction_end AUTOBEGIN");
        }

        @Test
        void isUndoneEverywhereIfOneRefusesTheFirstPhase() {
            assumeTrue(database == TestDatabases.POSTGRESQL);
            try (JdbcTransaction other = log.begin()) {
                other.prepare(name + ".2of2");
                Clerk ed = bothWritten();

                assertThatThrownBy(() -> session.prepare(name))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("already in use");

                assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
                assertThat(prepared()).containsExactly(name + ".2of2");
                other.rollback();
            }
            assertRows(0);
        }

        @Test
        @Tag("U-40")
        void leavesTheRestPreparedIfOneCannotBeReachedForTheSecondPhase() {
            bothWritten();
            session.prepare(name);
            engine.preparedTransactions().rollback(name + ".1of2"); // so that its commit fails

            assertThatThrownBy(session::commit)
                    .isInstanceOf(PartialCommitException.class)
                    .hasMessageStartingWith("Cannot commit the prepared transaction on " + engine + ": ")
                    .hasMessageContaining("It stays prepared on [" + engine + ", " + log
                            + "], where it holds its locks. Close the session, and have PreparedTransactions.recover() commit"
                            + " the rest when the store can be reached.");

            session.close();
            assertThat(prepared()).containsExactly(name + ".2of2");
            assertThat(recovered().committed()).containsExactly(name);
            try (Session after = sessions.open()) {
                assertThat(after.query(Entry.class).list()).hasSize(1);
            }
        }

        private Recovery recovered() {
            return PreparedTransactions.recover(List.of(engine, log), prefix);
        }

        /** As a program leaves it that ends between the phases: nobody knows the transactions any more. */
        private void crash() {
            for (Engine each : List.of(engine, log)) {
                forget(each);
            }
        }

        private void forget(Engine of) {
            try {
                Connection physical = connections.get(of).unwrap(Connection.class);
                physical.close();
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        }

        private void remember() {
            Events.on(session)
                    .afterBegin(e -> connections.put(
                            e.connection().unwrap(Engine.class), e.connection().unwrap(Connection.class)));
        }

        @Test
        @Tag("U-40")
        void isCommittedByRecoveryIfAllWerePrepared() {
            remember();
            bothWritten();
            session.prepare(name);
            crash();

            assertThat(recovered()).isEqualTo(new Recovery(List.of(name), List.of()));

            assertThat(prepared()).isEmpty();
            assertRows(1);
            assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
        }

        @Test
        void isCommittedByRecoveryIfOnlySomeWereCommitted() {
            remember();
            bothWritten();
            session.prepare(name);
            crash();
            engine.preparedTransactions().commit(name + ".1of2");

            assertThat(recovered()).isEqualTo(new Recovery(List.of(name), List.of()));

            assertRows(1);
            assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
        }

        @Test
        @Tag("U-40")
        void isRolledBackByRecoveryIfNotAllWerePrepared() {
            assumeTrue(database == TestDatabases.POSTGRESQL); // see H2RecoveryTest
            remember();
            bothWritten();
            session.prepare(name);
            crash();
            log.preparedTransactions().rollback(name + ".2of2"); // as if it had not come to that

            assertThat(recovered()).isEqualTo(new Recovery(List.of(), List.of(name)));

            assertRows(0);
            assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
        }

        @Test
        @Tag("U-40")
        void isRecoveredApartFromAnotherOneOfItsName() {
            try (JdbcTransaction former = engine.begin()) {
                former.connection().unwrap(org.jooq.DSLContext.class).execute("select 1");
                former.prepare(name + ".1of3");
                former.leavePrepared();
            }
            remember();
            bothWritten();
            session.prepare(name);
            crash();

            assertThat(recovered().committed()).containsExactly(name);

            assertThat(prepared()).isEmpty();
            assertRows(1);
            assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
        }

        @Test
        void isLeftAloneByTheRecoveryOfOthers() {
            bothWritten();
            session.prepare(name);

            assertThat(PreparedTransactions.recover(List.of(engine, log), "other"))
                    .isEqualTo(new Recovery(List.of(), List.of()));

            session.commit();
            assertRows(1);
        }
    }

    @Test
    void isRefusedAndUndoneWhereOneHasNone() {
        assumeTrue(engine.dialect().twoPhase() == null);
        Clerk ed = bothWritten();

        assertThatThrownBy(() -> session.prepare(name))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is no two-phase commit for SQLite");

        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
        assertRows(0);
    }
}
