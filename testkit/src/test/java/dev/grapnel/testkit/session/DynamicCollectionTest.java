package dev.grapnel.testkit.session;

import static dev.grapnel.core.state.LifecycleState.PENDING;
import static dev.grapnel.core.state.LifecycleState.PERSISTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.DynamicCollection;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.query.QueryEvents;
import dev.grapnel.testkit.session.Journals.Badge;
import dev.grapnel.testkit.session.Journals.Magazine;
import dev.grapnel.testkit.session.Journals.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Collections that are asked for anew each time. */
@EveryDatabase
@DisplayName("Dynamic collections on")
class DynamicCollectionTest extends DatabaseTest {
    private static final CollectionAttribute<Magazine, Reader> READERS =
            CollectionAttribute.of(Magazine.class, "readers", Reader.class);
    private static final CollectionAttribute<Magazine, Badge> BADGES =
            CollectionAttribute.of(Magazine.class, "badges", Badge.class);

    private Magazine magazine;
    private AttributeTrace trace;

    DynamicCollectionTest() {
        super(Journals.ALL);
    }

    /** A magazine with the readers ann and bob and the badges x and y, loaded, with nothing that hangs on it. */
    @BeforeEach
    void givenAMagazine() {
        Integer id = given(
                s -> {
                    Magazine made = new Magazine("daily");
                    made.readers = DynamicCollection.of(new Reader("bob"), new Reader("ann"));
                    made.badges.addAll(List.of(new Badge("x"), new Badge("y")));
                    return made;
                },
                made -> ((Magazine) made).id);
        magazine = session.get(Magazine.class, id);
        trace = new AttributeTrace()
                .of(Magazine.class, "readers")
                .of(Reader.class, "magazine")
                .of(Magazine.class, "badges");
        statements.clear();
    }

    private List<String> readers() {
        return Journals.names(magazine.readers);
    }

    private Reader reader(String name) {
        return magazine.readers.list().stream()
                .filter(reader -> reader.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    // ---- reading ----

    @Nested
    class Iteration {
        @Test
        @Tag("A-49")
        void asksTheDatabaseEachTimeInTheOrderOfTheMapping() {
            assertThat(readers()).containsExactly("ann", "bob");
            assertThat(Journals.names(magazine.badges)).containsExactly("y", "x");
            assertThat(readers()).hasSize(2);

            assertThat(statements.count(StatementKind.SELECT)).isEqualTo(3);
        }

        @Test
        @Tag("A-49")
        void isAnOrdinaryQueryToListeners() {
            List<String> told = new ArrayList<>();
            Events.on(session).doOrmExecute(e -> told.add(describe(e)));
            try (Subscription compiling = QueryEvents.onAll().beforeCompile(e -> told.add("compile"))) {
                readers();
            }

            assertThat(told).containsExactly("compile", "select");
        }

        private static String describe(OrmExecuteState state) {
            return (state.isSelect() ? "select" : "other")
                    + (state.isRelationshipLoad() ? " relationship" : "")
                    + (state.isColumnLoad() ? " columns" : "");
        }

        @Test
        @Tag("A-49")
        void firesNoEventOfTheAttribute() {
            readers();

            trace.assertLines();
            assertThat(Instance.of(magazine).unloaded()).contains("readers");
        }

        @Test
        @Tag("A-49")
        void flushesWhatIsQueuedBefore() {
            magazine.readers.add(new Reader("cid"));
            magazine.readers.remove(reader("bob"));

            assertThat(readers()).containsExactly("ann", "cid");
        }

        @Test
        void withoutAutoflushGivesWhatTheDatabaseHas() {
            session.autoflush(false);
            magazine.readers.add(new Reader("cid"));

            assertThat(readers()).containsExactly("ann", "bob");
        }

        @Test
        @Tag("A-49")
        void ofAnObjectWithoutARowGivesWhatIsQueued() {
            Magazine fresh = new Magazine("fresh");
            fresh.readers.add(new Reader("cid"));

            assertThat(Journals.names(fresh.readers)).containsExactly("cid");
            statements.assertNone();
        }

        @Test
        void ofAPendingObjectInsertsItFirst() {
            Magazine fresh = new Magazine("fresh");
            session.add(fresh);
            fresh.readers.add(new Reader("cid"));

            assertThat(Journals.names(fresh.readers)).containsExactly("cid");
            assertThat(lifecycle(fresh)).isEqualTo(PERSISTENT);
        }

        @Test
        @Tag("G-14")
        void ofADetachedObjectIsAnError() {
            session.close();

            assertThatThrownBy(() -> magazine.readers.iterator())
                    .isInstanceOf(DetachedInstanceException.class)
                    .hasMessage(
                            "Cannot ask for the members of Magazine.readers of Magazine[1]: it belongs to no session."
                                    + " Add it to one, or iterate before the session is closed. [DETACHED]");
        }

        @Test
        void givesAListThatNobodyFollows() {
            assertThatThrownBy(() -> magazine.readers.list().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    // ---- writing ----

    @Test
    @Tag("A-49")
    void addAndRemoveTellBothSidesAndLoadNothing() {
        Reader ann = reader("ann");
        Reader cid = new Reader("cid");
        statements.clear();

        magazine.readers.add(cid);
        magazine.readers.remove(ann);

        trace.assertLines(
                "cid.magazine set daily was NO_VALUE (readers append)",
                "daily.readers append cid",
                "ann.magazine set null was daily (readers remove)",
                "daily.readers remove ann");
        assertThat(lifecycle(cid)).isEqualTo(PENDING);
        statements.assertNone();
    }

    @Test
    @Tag("A-49")
    void assignmentLoadsTheFormerMembersAndTellsWhoJoinsAndLeaves() {
        Reader cid = new Reader("cid");
        Reader bob = reader("bob");
        statements.clear();

        magazine.readers = DynamicCollection.of(bob, cid);

        trace.assertLines(
                "cid.magazine set daily was NO_VALUE (readers append)",
                "daily.readers append cid",
                "ann.magazine set null was daily (readers remove)",
                "daily.readers remove ann");
        assertThat(statements.count()).isOne();
        assertThat(readers()).containsExactly("bob", "cid");
    }

    @Test
    void assignmentSeesWhatIsQueued() {
        session.autoflush(false);
        Reader cid = new Reader("cid");
        Reader ann = reader("ann");
        magazine.readers.add(cid);
        magazine.readers.remove(ann);
        trace.clear();

        magazine.readers = DynamicCollection.of(reader("bob"), ann);

        trace.assertLines(
                "ann.magazine set daily was null (readers append)",
                "daily.readers append ann",
                "cid.magazine set null was daily (readers remove)",
                "daily.readers remove cid");
    }

    @Test
    void assignmentOfAnothersCollectionTakesItsMembers() {
        Magazine fresh = new Magazine("fresh");

        fresh.badges = magazine.badges;
        session.add(fresh);
        session.commit();

        assertThat(Journals.names(fresh.badges)).containsExactly("y", "x");
        assertThat(Journals.names(magazine.badges)).containsExactly("y", "x");
    }

    @Test
    void linksOfAssignedMembersAreWritten() {
        magazine.badges = DynamicCollection.of(new Badge("z"));

        session.commit();

        assertThat(Journals.names(magazine.badges)).containsExactly("z");
        assertThat(rows("badge")).isEqualTo(3);
    }

    @Test
    @Tag("A-49")
    void historyWithALookAtTheDatabaseKnowsWhatStays() {
        session.autoflush(false);
        Reader ann = reader("ann");
        Reader bob = reader("bob");
        Reader cid = new Reader("cid");
        magazine.readers.add(cid);
        magazine.readers.remove(ann);

        assertThat(Instance.of(magazine).history(READERS))
                .isEqualTo(new History<>(List.of(cid), List.of(), List.of(ann)));
        assertThat(registry.mapper(Magazine.class)
                        .manager()
                        .tracker("readers")
                        .history(Instance.of(magazine).state(), Passive.OFF))
                .isEqualTo(new History<Object>(List.of(cid), List.of(bob), List.of(ann)));
    }

    @Test
    @Tag("A-49")
    void mergeOfANewObjectReplacesTheMembers() {
        Magazine like = new Magazine("daily");
        like.id = magazine.id;
        like.readers.add(new Reader("cid"));

        session.merge(like);
        session.commit();

        assertThat(readers()).containsExactly("cid");
    }

    @Test
    void mergeOfADetachedObjectQueuesWhatItHasQueued() {
        Reader ann = reader("ann");
        session.close();
        magazine.readers.add(new Reader("cid"));
        magazine.readers.remove(ann);

        Magazine merged = session.merge(magazine);
        session.commit();

        assertThat(Journals.names(merged.readers)).containsExactly("bob", "cid");
    }

    @Test
    @Tag("A-49")
    void deletionIsFollowedByThatOfTheMembers() {
        session.delete(magazine);
        session.commit();

        assertThat(rows("reader")).isZero();
        assertThat(rows("badge")).isEqualTo(2);
        assertThat(direct().fetchCount(DSL.table("magazine_badge"))).isZero();
    }

    @Test
    void strategyThatWouldFillItIsRefused() {
        assertThatThrownBy(() -> session.query(Magazine.class)
                        .load(LoadStrategy.JOINED, BADGES)
                        .list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot load relationship Magazine.badges by JOINED: its collection is never filled");
    }

    @Test
    void expungeTakesWhatIsQueuedAlong() {
        Reader cid = new Reader("cid");
        magazine.readers.add(cid);

        session.expunge(magazine);

        assertThat(session.contains(cid)).isFalse();
    }
}
