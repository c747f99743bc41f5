package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Club.Player;
import dev.grapnel.testkit.session.Club.Team;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Topic;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys that rows have of each other, flushes that nobody asked for, and objects that nobody holds. */
@EveryDatabase
@DisplayName("The unit of work on")
class UnitOfWorkTest extends DatabaseTest {
    private static final Class<?>[] EMPTY = {};

    private final List<Object> seen = new ArrayList<>();

    UnitOfWorkTest() {
        super(Stream.of(Library.ALL, Club.ALL).flatMap(Arrays::stream).toList().toArray(EMPTY));
    }

    private Team givenTeam() {
        Team team = new Team("reds", new Player("p"));
        team.captain = team.players.get(0);
        session.add(team);
        session.flush();
        statements.clear();
        return team;
    }

    @Nested
    class WithAKeyThatIsUpdatedByItself {
        @Test
        @Tag("U-27")
        void insertsBothRowsFirst() {
            Team team = new Team("reds", new Player("p"));
            team.captain = team.players.get(0);
            session.add(team);

            session.flush();

            statements.assertStatements("INSERT team", "INSERT player", "UPDATE team");
            assertThat(direct().fetchValue("select captain_id from team")).isEqualTo(team.captain.id);
        }

        @Test
        @Tag("U-27")
        void clearsItBeforeTheRowsAreDeleted() {
            Team team = givenTeam();
            Player captain = team.captain;
            session.delete(team);
            session.delete(captain);

            session.flush();

            assertThat(statements.statements().get(0)).hasToString("UPDATE team");
            assertThat(statements.count(StatementKind.DELETE)).isEqualTo(2);
            assertThat(rows("team") + rows("player")).isZero();
        }

        @Test
        @Tag("U-27")
        void countsTheVersionWithIt() {
            Team team = new Team("reds", new Player("p"));
            session.add(team);
            session.flush();
            int before = team.version;

            team.captain = team.players.get(0);
            session.flush();

            assertThat(team.version).isEqualTo(before + 1);
            assertThat(direct().fetchValue("select version from team")).isEqualTo(before + 1);
        }
    }

    @Nested
    class WithValuesNobodySet {
        @Test
        @Tag("U-26")
        void insertsNullWhereThereIsNoDefault() {
            session.add(new Topic("sea"));

            session.flush();

            assertThat(statements.texts()).singleElement().asString().contains("description");
            assertThat(direct().fetchValue("select description from topic")).isNull();
        }

        @Test
        @Tag("U-26")
        void insertsTheDefaultWhereThereIsOne() {
            Player player = new Player("p");
            session.add(player);

            session.flush();

            assertThat(direct().fetchValue("select number from player")).isEqualTo(player.number);
            assertThat(player.number).isNotNull();
        }
    }

    @Nested
    class WithoutAutoflush {
        @Test
        @Tag("U-29")
        void flushesBeforeASavepointAllTheSame() {
            reopen(SessionOptions.DEFAULT.withAutoflush(false));
            session.add(new Topic("sea"));

            SessionTransaction savepoint = session.beginNested();

            assertThat(rows("topic")).isEqualTo(1);
            savepoint.rollback();
            assertThat(rows("topic")).isEqualTo(1);
        }

        @Test
        @Tag("U-29")
        void flushesBeforeACommitAllTheSame() {
            reopen(SessionOptions.DEFAULT.withAutoflush(false));
            session.add(new Topic("sea"));

            session.commit();

            assertThat(rows("topic")).isEqualTo(1);
        }

        @Test
        @Tag("U-29")
        void doesNotFlushBeforeAQuery() {
            session.add(new Topic("sea"));

            session.withoutAutoflush(
                    () -> seen.addAll(session.query(Topic.class).list()));

            assertThat(seen).isEmpty();
        }

        @Test
        @Tag("U-29")
        void isAlsoDuringAFlush() {
            session.add(new Author("ed"));
            try (Subscription unused = Mapped.on(Author.class)
                    .beforeInsert(e -> seen.addAll(session.query(Topic.class).list()))) {
                session.add(new Topic("sea"));
                session.flush();
            }

            assertThat(seen).isEmpty();
            assertThat(rows("topic")).isEqualTo(1);
        }
    }

    @Nested
    class WithObjectsNobodyHolds {
        private WeakReference<Object> loadedAndDropped() {
            given(s -> new Author("ed"), made -> ((Author) made).id);
            return new WeakReference<>(session.query(Author.class).one());
        }

        private void awaitCollection(WeakReference<?> reference) {
            for (int attempt = 0; attempt < 100 && reference.get() != null; attempt++) {
                System.gc();
                sleep();
            }
            assertThat(reference.get()).as("object that nobody holds").isNull();
        }

        private void sleep() {
            try {
                Thread.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        @Tag("U-33")
        void loadsThemAnewWithTheEvent() {
            try (Subscription unused = InstanceEvents.on(Author.class).load(e -> seen.add("load"))) {
                awaitCollection(loadedAndDropped());

                session.query(Author.class).one();
            }

            assertThat(seen).containsExactly("load", "load");
        }

        @Test
        @Tag("U-33")
        void firesNothingForThem() {
            awaitCollection(loadedAndDropped());
            try (Subscription unused = InstanceEvents.on(Author.class).expire(e -> seen.add("expire"))) {
                session.expireAll();
            }

            assertThat(seen).isEmpty();
        }

        @Test
        @Tag("U-34")
        void writesThemIfTheyWereChanged() {
            changeAndDrop();
            System.gc();

            session.commit();

            assertThat(direct().fetchValue("select country from author")).isEqualTo("UK");
        }

        private void changeAndDrop() {
            given(s -> new Author("ed"), made -> ((Author) made).id);
            session.query(Author.class).one().country = "UK";
        }
    }
}
