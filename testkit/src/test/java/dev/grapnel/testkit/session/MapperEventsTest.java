package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Club.Player;
import dev.grapnel.testkit.session.Club.Team;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The events around each object of a flush: for what they fire, what they show, and what their listeners may do. */
@EveryDatabase
@DisplayName("Mapper events on")
class MapperEventsTest extends DatabaseTest {
    private static final Class<?>[] EMPTY = {};

    private final List<Object> seen = new ArrayList<>();
    private final List<Subscription> listening = new ArrayList<>();

    MapperEventsTest() {
        super(Stream.of(Library.ALL, Club.ALL, new Class<?>[] {Person.class, Engineer.class})
                .flatMap(Arrays::stream)
                .toList()
                .toArray(EMPTY));
    }

    @AfterEach
    void stopListening() {
        listening.forEach(Subscription::close);
    }

    private void during(Subscription subscription) {
        listening.add(subscription);
    }

    private Author givenAuthor(String... titles) {
        Integer id = given(s -> new Author("ed").with(titles), made -> ((Author) made).id);
        Author author = session.get(Author.class, id);
        author.books.forEach(book -> book.topics.size());
        statements.clear();
        return author;
    }

    private Team givenTeam(String... players) {
        Integer id = given(
                s -> new Team("reds", Stream.of(players).map(Player::new).toArray(Player[]::new)),
                made -> ((Team) made).id);
        Team team = session.get(Team.class, id);
        team.players.size();
        return team;
    }

    // ---- what they show ----

    @Test
    @Tag("M-1")
    void showTheMapperOfTheObjectToAListenerOfItsSuperclass() {
        during(Mapped.on(Person.class)
                .propagate()
                .beforeInsert(e -> seen.add(e.mapper().type())));
        session.add(new Engineer("ed", "java"));

        session.flush();

        assertThat(seen).containsExactly(Engineer.class);
    }

    @Test
    @Tag("M-2")
    void showTheConnectionOfTheTransaction() {
        during(Mapped.on(Author.class)
                .afterInsert(
                        e -> e.connection().unwrap(DSLContext.class).execute("insert into topic (word) values ('x')")));
        during(Events.on(session).doOrmExecute(e -> seen.add(e.kind())));
        session.add(new Author("ed"));
        session.flush();
        assertThat(rows("topic")).isEqualTo(1);

        session.rollback();

        assertThat(rows("topic")).isZero();
        assertThat(seen).isEmpty();
    }

    @Test
    @Tag("M-4")
    void showANewObjectAsPendingAndWithItsKeyAfterItsInsert() {
        during(Mapped.on(Author.class).beforeInsert(e -> seen.add(lifecycle(e.target()))));
        during(Mapped.on(Author.class).afterInsert(e -> {
            seen.add(lifecycle(e.target()));
            seen.add(e.target().id != null);
            seen.add(Instance.of(e.target()).key() == null);
        }));
        session.add(new Author("ed"));

        session.flush();

        assertThat(seen).containsExactly(LifecycleState.PENDING, LifecycleState.PENDING, true, true);
    }

    @Test
    @Tag("M-4")
    void showADeletedObjectAsPersistentStill() {
        Author ed = givenAuthor();
        during(Mapped.on(Author.class).beforeDelete(e -> seen.add(lifecycle(e.target()))));
        during(Mapped.on(Author.class).afterDelete(e -> seen.add(lifecycle(e.target()))));
        session.delete(ed);

        session.flush();

        assertThat(seen).containsExactly(LifecycleState.PERSISTENT, LifecycleState.PERSISTENT);
    }

    // ---- for what they fire ----

    @Nested
    class Fire {
        @Test
        @Tag("M-3")
        void forNoRowOfASetBasedStatement() {
            givenAuthor();
            during(Mapped.onAll().beforeInsert(e -> seen.add("insert")));
            during(Mapped.onAll().beforeUpdate(e -> seen.add("update")));
            during(Mapped.onAll().beforeDelete(e -> seen.add("delete")));

            session.insertInto(Author.class)
                    .values(List.of(Map.of("name", "jo")))
                    .execute();
            session.update(Author.class).set("country", "UK").execute();
            session.deleteFrom(Author.class).execute();

            assertThat(seen).isEmpty();
            assertThat(rows("author")).isZero();
        }

        @Test
        @Tag("M-3")
        void forNoRowOfAnAssociation() {
            Author ed = givenAuthor("a");
            session.add(new Topic("sea"));
            session.flush();
            statements.clear();
            during(Mapped.onAll().beforeInsert(e -> seen.add("insert")));
            during(Mapped.onAll().beforeDelete(e -> seen.add("delete")));
            Topic sea = session.get(Topic.class, "sea");

            ed.books.get(0).topics.add(sea);
            session.flush();
            ed.books.get(0).topics.remove(sea);
            session.flush();

            statements.assertStatements("INSERT book_topic", "DELETE book_topic");
            assertThat(seen).isEmpty();
        }

        @Test
        @Tag("M-3")
        @Tag("U-27")
        void onceOnlyForAnObjectWhoseKeyIsWrittenByAnUpdateOfItsOwn() {
            Team team = new Team("reds", new Player("p"));
            team.captain = team.players.get(0);
            session.add(team);
            events.named("team", team);
            events.named("p", team.captain);
            events.mappers().statements(engine);

            session.flush();

            events.assertTimeline(
                    "before_insert team",
                    "INSERT team",
                    "after_insert team",
                    "before_insert p",
                    "INSERT player",
                    "after_insert p",
                    "UPDATE team");
        }

        @Test
        @Tag("M-15")
        void forAnObjectThatGotAnEqualValue() {
            Author ed = givenAuthor();
            during(Mapped.on(Author.class).beforeUpdate(e -> seen.add("before")));
            during(Mapped.on(Author.class).afterUpdate(e -> seen.add("after")));
            ed.name = new String("ed");

            session.flush();

            assertThat(seen).containsExactly("before", "after");
            statements.assertNone();
        }

        @Test
        @Tag("M-15")
        void forAnObjectWhoseCollectionChangedThoughTheKeyIsOnTheOtherSide() {
            Author ed = givenAuthor();
            during(Mapped.on(Author.class).beforeUpdate(e -> seen.add(e.target())));
            ed.books.add(new Book("a"));

            session.flush();

            assertThat(seen).containsExactly(ed);
        }

        @Test
        @Tag("M-15")
        void forAnObjectFlaggedAsDirty() {
            Author ed = givenAuthor();
            during(Mapped.on(Author.class).beforeUpdate(e -> seen.add(e.target())));
            Instance.of(ed).flagDirty();

            session.flush();

            assertThat(seen).containsExactly(ed);
        }

        @Test
        @Tag("M-15")
        @Tag("U-8")
        void forAnObjectWhoseKeyIsClearedBeforeThoseOfTheDeletedOne() {
            Team team = givenTeam("p");
            during(Mapped.on(Player.class).beforeUpdate(e -> seen.add("update " + e.target().name)));
            during(Mapped.on(Player.class).afterUpdate(e -> seen.add("updated")));
            during(Mapped.on(Team.class).beforeDelete(e -> seen.add("delete " + e.target().name)));
            session.delete(team);

            session.flush();

            assertThat(seen).containsExactly("update p", "updated", "delete reds");
            assertThat(direct().fetchValue("select team_id from player")).isNull();
        }

        @Test
        @Tag("M-16")
        void withAnUpdateWhenAnAttributeIsFlaggedThoughItIsEqual() {
            Author ed = givenAuthor();
            ed.name.length();
            Instance.of(ed).flagModified("name");
            assertThat(session.isModified(ed, false)).isTrue();

            session.flush();

            statements.assertStatements("UPDATE author");
        }

        @Test
        @Tag("M-16")
        void withoutAnUpdateWhenOnlyACollectionChanged() {
            Author ed = givenAuthor("a");
            session.add(new Topic("sea"));
            session.flush();
            Book a = ed.books.get(0);
            a.topics.add(session.get(Topic.class, "sea"));

            assertThat(session.isModified(a, false)).isFalse();
            assertThat(session.isModified(a)).isTrue();
            session.flush();

            assertThat(statements.count(StatementKind.UPDATE)).isZero();
        }

        @Test
        @Tag("M-28")
        void forTheClassItselfOnlyUnlessPropagated() {
            during(Mapped.on(Person.class).beforeInsert(e -> seen.add(e.target().name)));
            session.add(new Person("ed"));
            session.add(new Engineer("jo", "java"));

            session.flush();

            assertThat(seen).containsExactly("ed");
        }

        @Test
        @Tag("M-30")
        void forAllMappersFirst() {
            during(Mapped.on(Author.class).beforeInsert(e -> seen.add("class")));
            during(Mapped.onAll().beforeInsert(e -> seen.add("all")));
            session.add(new Author("ed"));

            session.flush();

            assertThat(seen).containsExactly("all", "class");
        }
    }

    // ---- what listeners may do ----

    @Nested
    class LetAListener {
        @Test
        @Tag("M-11")
        void causeAnUpdateByAChange() {
            Author ed = givenAuthor();
            during(Mapped.on(Author.class).beforeUpdate(e -> e.target().country = "UK"));
            ed.name = new String("ed");

            session.flush();

            assertThat(direct().fetchValue("select country from author")).isEqualTo("UK");
        }

        @Test
        @Tag("M-11")
        void preventAnUpdateByTakingAChangeBack() {
            Author ed = givenAuthor();
            during(Mapped.on(Author.class).beforeUpdate(e -> e.target().country = null));
            ed.country = "UK";

            session.flush();

            statements.assertNone();
        }

        @Test
        @Tag("M-12")
        void changeAnotherObjectOfTheSameBatch() {
            Author ed = new Author("ed");
            Author jo = new Author("jo");
            session.addAll(List.of(ed, jo));
            during(Mapped.on(Author.class).beforeInsert(e -> {
                if (e.target() == jo) {
                    ed.country = "UK";
                }
            }));

            session.commit();

            assertThat(direct().fetchValue("select country from author where name = 'ed'"))
                    .isEqualTo("UK");
        }

        @Test
        @Tag("M-12")
        void changeAnObjectOutsideTheFlushInMemoryOnly() {
            Author ed = givenAuthor();
            during(Mapped.on(Topic.class).beforeInsert(e -> ed.country = "UK"));
            session.add(new Topic("sea"));

            session.flush();

            assertThat(ed.country).isEqualTo("UK");
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(direct().fetchValue("select country from author")).isNull();
        }

        @Test
        @Tag("M-12")
        void addAnObjectForTheNextFlushOnly() {
            Topic land = new Topic("land");
            during(Mapped.on(Author.class).beforeInsert(e -> session.add(land)));
            session.add(new Author("ed"));

            session.flush();
            assertThat(rows("topic")).isZero();
            assertThat(session.newObjects()).containsExactly(land);

            session.flush();
            assertThat(rows("topic")).isEqualTo(1);
        }

        @Test
        @Tag("M-12")
        void changeARelationshipWithoutAnyEffectOnTheFlush() {
            Author ed = givenAuthor("a");
            Book a = ed.books.get(0);
            during(Mapped.on(Book.class).beforeUpdate(e -> e.target().author = null));
            a.title = "b";

            session.flush();

            assertThat(direct().fetchValue("select author_id from book")).isEqualTo(ed.id);
        }

        @Test
        @Tag("M-13")
        void changeAValueAfterTheUpdateInMemoryOnly() {
            Author ed = givenAuthor();
            during(Mapped.on(Author.class).afterUpdate(e -> e.target().country = "UK"));
            ed.name = "jo";

            session.flush();

            assertThat(ed.country).isEqualTo("UK");
            assertThat(session.dirty()).isEmpty();
            assertThat(direct().fetchValue("select country from author")).isNull();
        }

        @Test
        @Tag("M-13")
        void notFlushAgain() {
            during(Mapped.on(Author.class).afterInsert(e -> session.flush()));
            session.add(new Author("ed"));

            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot flush: this session is flushing already.");
            session.rollback();

            assertThat(rows("author")).isZero();
        }

        @Test
        @Tag("M-14")
        void endTheChainWithoutKeepingTheRowFromBeingWritten() {
            during(Mapped.on(Author.class).beforeInsert(e -> {
                seen.add("first");
                e.stop();
            }));
            during(Mapped.on(Author.class).beforeInsert(e -> seen.add("second")));
            session.add(new Author("ed"));

            session.flush();

            assertThat(seen).containsExactly("first");
            assertThat(rows("author")).isEqualTo(1);
        }

        @Test
        @Tag("M-14")
        void refuseTheFlushByThrowing() {
            session.add(new Topic("sea"));
            session.flush();
            during(Mapped.on(Author.class).beforeInsert(e -> {
                throw new IllegalStateException("no");
            }));
            session.add(new Author("ed"));

            assertThatThrownBy(session::flush).isInstanceOf(IllegalStateException.class);
            session.rollback();

            assertThat(rows("topic")).isZero();
        }
    }
}
