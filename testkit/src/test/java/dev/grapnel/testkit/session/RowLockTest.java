package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.dialect.RowLocks;
import dev.grapnel.sql.load.Locking;
import dev.grapnel.sql.query.RowLock;
import dev.grapnel.testkit.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Locks of the row of one object, found by key or refreshed. */
@EveryDatabase
@DisplayName("A lock of a row on")
class RowLockTest extends DatabaseTest {
    RowLockTest() {
        super(Garden.ALL);
    }

    @BeforeEach
    void givenATag() {
        elsewhere(s -> s.add(new Garden.Tag(1)));
        statements.clear();
    }

    private void changedElsewhere() {
        elsewhere(s -> s.get(Garden.Tag.class, 1).text = "theirs");
        statements.clear();
    }

    @Nested
    class WhereTheDatabaseHasIt {
        @BeforeEach
        void onlyThere() {
            assumeTrue(engine.dialect().rowLocks() != RowLocks.NONE);
        }

        private Garden.Tag locked() {
            return session.byKey(Garden.Tag.class).forUpdate().get(1);
        }

        @Test
        @Tag("U-22")
        void isTakenAlsoIfTheObjectIsInMemory() {
            Garden.Tag tag = session.get(Garden.Tag.class, 1);
            statements.clear();

            assertThat(locked()).isSameAs(tag);

            assertThat(statements.texts()).singleElement().asString().containsIgnoringCase("for update");
        }

        @Test
        @Tag("U-22")
        void comparesTheVersionInMemoryWithThatOfTheRow() {
            Garden.Tag tag = session.get(Garden.Tag.class, 1);
            session.commit();
            assertThat(tag.text).isNull();
            session.flush();
            int version = tag.version;
            session.rollback();
            assertThat(tag.version).isEqualTo(version);
            changedElsewhere();

            assertThatThrownBy(this::locked)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining(
                            "Cannot rely on Tag[1] in memory, whose row is locked now: its version is " + version
                                    + " in memory and " + (version + 1)
                                    + " in the database. Someone changed the row; refresh the object.");
        }

        @Test
        @Tag("U-22")
        void ofARefreshComparesNothing() {
            Garden.Tag tag = session.get(Garden.Tag.class, 1);
            changedElsewhere();

            session.refresh(tag, RowLock.FOR_UPDATE);

            assertThat(tag.text).isEqualTo("theirs");
            assertThat(statements.texts()).singleElement().asString().containsIgnoringCase("for update");
        }

        @Test
        @Tag("U-22")
        void isNoMatterOfAPlainSelect() {
            Garden.Tag tag = session.get(Garden.Tag.class, 1);
            changedElsewhere();

            assertThat(session.query(Garden.Tag.class).one()).isSameAs(tag);

            assertThat(tag.text).isNull();
        }

        @Test
        void ofAnExpiredObjectReadsItAnew() {
            Garden.Tag tag = session.get(Garden.Tag.class, 1);
            changedElsewhere();
            session.expire(tag);

            locked();

            assertThat(tag.text).isEqualTo("theirs");
        }

        @Test
        void ofSomeAttributesReadsThoseAlone() {
            Garden.Tag tag = session.get(Garden.Tag.class, 1);
            changedElsewhere();

            session.refresh(tag, RowLock.FOR_UPDATE, "text");

            assertThat(tag.text).isEqualTo("theirs");
            assertThat(Instance.of(tag).history("text").hasChanges()).isFalse();
        }

        @Test
        void isHeldAgainstOthers() {
            assumeTrue(database == TestDatabases.POSTGRESQL);
            locked();

            try (Session other = sessions.open()) {
                assertThatThrownBy(() -> other.byKey(Garden.Tag.class)
                                .lock(RowLock.FOR_UPDATE.noWait())
                                .get(1))
                        .isInstanceOf(DatabaseException.class);
            }
        }

        @Test
        @Tag("S-60")
        void mayBeSaidByAListener() {
            Events.on(session).doOrmExecute(state -> state.updateOption(Locking.OPTION, RowLock.FOR_UPDATE));

            session.get(Garden.Tag.class, 1);

            assertThat(statements.texts()).singleElement().asString().containsIgnoringCase("for update");
        }

        @Test
        void findsNothingWhereThereIsNoRow() {
            assertThat(session.byKey(Garden.Tag.class).forUpdate().get(2)).isNull();
        }
    }

    @Test
    void isRefusedWhereTheDatabaseHasNone() {
        assumeTrue(engine.dialect().rowLocks() == RowLocks.NONE);

        assertThatThrownBy(() -> session.byKey(Garden.Tag.class).forUpdate().get(1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot lock rows for update: SQLite has no such lock.");
    }
}
