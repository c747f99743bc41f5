package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.PartialCommitException;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.JoinMode;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Library.Author;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A commit in two phases, the first of which a crash survives. */
@EveryDatabase
@DisplayName("A two-phase commit on")
class TwoPhaseTest extends DatabaseTest {
    /** Names count for the whole server. */
    private final String name = "test-" + UUID.randomUUID();

    TwoPhaseTest() {
        super(Library.ALL);
    }

    private Author added() {
        Author ed = events.named("ed", new Author("ed"));
        session.add(ed);
        return ed;
    }

    @Nested
    class WhereTheDatabaseHasIt {
        @BeforeEach
        void onlyThere() {
            assumeTrue(engine.dialect().twoPhase() != null);
        }

        @Test
        @Tag("U-40")
        void firesBeforeCommitInTheFirstPhaseAndAfterCommitInTheSecond() {
            added();
            events.sessions(sessions).statements(engine).without("after_flush", "after_flush_postexec");

            session.prepare(name);
            events.mark("prepared");
            session.commit();

            events.assertTimeline(
                    "before_commit",
                    "before_flush",
                    "after_transaction_create SUBTRANSACTION",
                    "after_begin AUTOBEGIN",
                    "INSERT author",
                    "pending_to_persistent ed",
                    "after_transaction_end SUBTRANSACTION",
                    "prepared",
                    "after_commit",
                    "after_transaction_end AUTOBEGIN");
        }

        @Test
        @Tag("U-40")
        void isDurableAfterTheSecondPhase() {
            added();
            session.prepare(name);

            session.commit();

            session.close();
            assertThat(session.query(Author.class).list()).hasSize(1);
            assertThat(engine.preparedTransactions().names()).doesNotContain(name);
        }

        @Test
        @Tag("U-40")
        void isUndoneByARollback() {
            Author ed = added();
            session.prepare(name);

            session.rollback();

            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
            assertThat(session.query(Author.class).list()).isEmpty();
            assertThat(engine.preparedTransactions().names()).doesNotContain(name);
        }

        @Test
        void isUndoneByClosing() {
            added();
            session.prepare(name);

            session.close();

            assertThat(session.query(Author.class).list()).isEmpty();
            assertThat(engine.preparedTransactions().names()).doesNotContain(name);
        }

        @Test
        void isListedUnderItsNameBetweenThePhases() {
            added();

            session.prepare(name);

            assertThat(engine.preparedTransactions().names()).contains(name);
        }

        @Test
        void findsANameOfItsOwn() {
            added();

            String found = session.prepare();

            assertThat(engine.preparedTransactions().names()).contains(found);
            session.commit();
        }

        @Test
        void needsNothingToWrite() {
            session.prepare(name);

            session.commit();

            assertThat(session.inTransaction()).isFalse();
        }

        @Test
        void refusesStatementsBetweenThePhases() {
            added();
            session.prepare(name);

            assertThatThrownBy(() -> session.query(Author.class).list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot go on with this transaction: it is prepared for its commit."
                            + " Commit it or roll it back.");
        }

        @Test
        void canBeUsedAsBeforeAfterwards() {
            added();
            session.prepare(name);
            session.commit();
            session.add(new Author("jo"));

            session.rollback();
            session.add(new Author("al"));
            session.commit();

            assertThat(session.query(Author.class).list())
                    .extracting(author -> author.name)
                    .containsExactlyInAnyOrder("ed", "al");
        }

        @Test
        void rollsBackWhenTheDatabaseRefusesTheFirstPhase() {
            assumeTrue(database == TestDatabases.POSTGRESQL);
            added();
            session.prepare(name);
            try (Session other = sessions.open()) {
                Author jo = new Author("jo");
                other.add(jo);

                assertThatThrownBy(() -> other.prepare(name))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("already in use");

                assertThat(lifecycle(jo)).isEqualTo(LifecycleState.TRANSIENT);
                assertThat(other.inTransaction()).isFalse();
            }
        }

        @Test
        @Tag("U-40")
        void canBeEndedByAnybodyWhenItsConnectionIsLost() throws SQLException {
            assumeTrue(database == TestDatabases.POSTGRESQL);
            added();
            PGConnection driver = session.connection().unwrap(PGConnection.class);
            session.prepare(name);
            ((Connection) driver).close();

            engine.preparedTransactions().commit(name);

            assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
            assertThat(session.query(Author.class).list()).hasSize(1);
        }

        @Test
        @Tag("U-40")
        void isNotUndoneAnyMoreWhenTheSecondPhaseFails() {
            added();
            session.prepare(name);
            engine.preparedTransactions().rollback(name); // so that its commit fails

            assertThatThrownBy(session::commit)
                    .isInstanceOf(PartialCommitException.class)
                    .hasMessageStartingWith("Cannot commit the prepared transaction on " + engine
                            + ": Cannot commit prepared transaction '" + name + "'")
                    .hasMessageContaining(" It stays prepared on [" + engine + "], where it holds its locks.");

            session.rollback();
            assertThat(session.query(Author.class).list()).isEmpty();
        }

        @Test
        void isRefusedWhileASavepointIsOpen() {
            session.beginNested();

            assertThatThrownBy(() -> session.prepare(name))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot prepare this transaction: it is inside another one");
        }

        @Test
        void isRefusedOnAConnectionOfSomeoneElse() {
            try (JdbcTransaction theirs = engine.begin();
                    Session joined = sessions.open(theirs.connection().jdbc(), JoinMode.CONTROL_FULLY)) {
                joined.add(new Author("ed"));

                assertThatThrownBy(() -> joined.prepare(name))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("it belongs to someone else, who has to prepare it");
            }
        }

        @Test
        void isRefusedUnderANameThatCannotStandInAStatement() {
            assertThatThrownBy(() -> session.prepare("it's"))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageStartingWith("Cannot call a prepared transaction 'it's'");
        }
    }

    @Test
    @Tag("U-40")
    void isRefusedBeforeAnythingHappensWhereTheDatabaseHasNone() {
        assumeTrue(engine.dialect().twoPhase() == null);
        Author ed = added();
        events.sessions(sessions);

        assertThatThrownBy(() -> session.prepare(name))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is no two-phase commit for SQLite. Commit without preparing.");

        events.assertTimeline();
        assertThat(session.newObjects()).containsExactly(ed);
    }
}
