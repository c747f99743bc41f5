package dev.grapnel.core.flush.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.flush.plan.StateHistory;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.WriteOnlyCollection;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.TestDatabases;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an explanation sees of relationships that are loaded, and asks about those that are not. */
@DisplayName("The view of an explanation")
class MemoryViewTest {
    private final Findings findings = new Findings();
    private Engine engine;
    private Registry registry;
    private Session session;
    private MemoryView view;
    private Shop shop;
    private Ware ware;
    private Ware fresh;
    private Sign sign;

    @Entity
    @Table(name = "shop")
    static class Shop {
        @Id
        Integer id = 1;

        String name = "corner";

        @OneToMany
        @JoinColumn(name = "kept_in")
        List<Ware> kept = new ArrayList<>();

        @OneToMany(cascade = CascadeType.REMOVE)
        @JoinColumn(name = "held_in")
        List<Ware> held = new ArrayList<>();

        @OneToMany
        @JoinColumn(name = "seen_in")
        WriteOnlyCollection<Ware> seen;

        @ManyToMany
        List<Ware> shown = new ArrayList<>();

        @ManyToOne(fetch = FetchType.LAZY)
        Ware best;

        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.REMOVE)
        Ware last;

        @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.ALL, orphanRemoval = true)
        Ware own;

        @OneToOne(mappedBy = "signed", fetch = FetchType.LAZY)
        Sign sign;

        @OneToOne(mappedBy = "boarded", fetch = FetchType.LAZY, cascade = CascadeType.ALL, orphanRemoval = true)
        Sign board;
    }

    @Entity
    @Table(name = "sign")
    static class Sign {
        @Id
        Integer id = 1;

        @OneToOne(fetch = FetchType.LAZY)
        Shop signed;

        @OneToOne(fetch = FetchType.LAZY)
        Shop boarded;
    }

    @Entity
    @Table(name = "ware")
    static class Ware {
        @Id
        Integer id;

        Ware(int id) {
            this.id = id;
        }
    }

    @BeforeEach
    void open() {
        engine = TestDatabases.H2.open();
        registry = Registry.of(Shop.class, Ware.class, Sign.class);
        Schema.of(registry).createAll(engine);
        session = SessionFactory.of(engine, registry, SessionOptions.DEFAULT.withAutoflush(false))
                .open();
        view = new MemoryView(session, new KnownValues(), findings);
        shop = new Shop();
        ware = new Ware(1);
        fresh = new Ware(2);
        sign = new Sign();
        shop.kept.add(ware);
        shop.held.add(ware);
        shop.shown.add(ware);
        session.addAll(List.of(shop, ware));
        session.flush();
        // Only now, since a row that holds another and refers to it would be a circle.
        shop.best = ware;
        shop.last = ware;
        session.flush();
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    private static InstanceState state(Object object) {
        return ClassManager.requireState(object);
    }

    private Relationship relationship(String name) {
        return (Relationship)
                Objects.requireNonNull(registry.require(Shop.class).property(name));
    }

    private StateHistory look(String attribute, int passive) {
        return view.history(state(shop), ClassManager.of(state(shop)).tracker(attribute), passive);
    }

    private List<String> questions() {
        return findings.questions().stream().map(OpenQuestion::consequence).toList();
    }

    /** The columns of the shop are loaded, its relationships are not. */
    private void unload() {
        session.expire(shop);
        assertThat(shop.name).isEqualTo("corner");
    }

    @Nested
    class OfAnObject {
        @Test
        void knowsIfItIsInTheSession() {
            assertThat(view.contains(state(ware))).isTrue();
            assertThat(view.contains(state(fresh))).isFalse();
        }

        @Test
        void knowsIfItLeavesTheSession() {
            view.leave(List.of(state(ware)));

            assertThat(view.contains(state(ware))).isFalse();
        }

        @Test
        void asksAboutALinkToOneOutsideTheSession() {
            view.linkIgnored(state(fresh), relationship("kept"));

            assertThat(questions()).containsExactly("it is not in the session, so the link to it will not be written");
        }

        @Test
        void seesAFormerValueThatGoes() {
            assertThat(view.valueGone(state(shop), "name")).isFalse();

            shop.name = "market";

            assertThat(view.valueGone(state(shop), "name")).isTrue();
        }
    }

    @Nested
    class OfACollection {
        @Test
        void seesWhatIsLoaded() {
            shop.kept.add(fresh);

            StateHistory history = look("kept", Passive.OFF);

            assertThat(history.unchanged()).containsExactly(state(ware));
            assertThat(history.added()).containsExactly(state(fresh));
            assertThat(questions()).isEmpty();
        }

        @Test
        void asksAboutMembersWhoseKeysAreCleared() {
            unload();

            assertThat(look("kept", Passive.OFF).isEmpty()).isTrue();
            assertThat(questions()).containsExactly("it will be loaded, and the keys of what it holds cleared");
        }

        @Test
        void asksAboutMembersThatAreDeletedToo() {
            unload();

            look("held", Passive.OFF);

            assertThat(questions()).containsExactly("it will be loaded, and what it holds ordered before it");
        }

        @Test
        void asksAboutPairs() {
            unload();

            look("shown", Passive.OFF);

            assertThat(questions()).containsExactly("it will be loaded, and its pairs deleted");
        }

        @Test
        void saysThatOneThatIsNeverLoadedFails() {
            unload();

            look("seen", Passive.OFF);

            assertThat(questions()).containsExactly("it is never loaded, so the flush will fail");
        }

        @Test
        void seesWhatIsQueuedForOneThatIsNotLoaded() {
            shop.seen.add(fresh);

            StateHistory history = look("seen", Passive.NO_INITIALIZE | Passive.INCLUDE_PENDING_MUTATIONS);

            assertThat(history.added()).containsExactly(state(fresh));
        }

        @Test
        void asksNothingThatAFlushWouldNotLoad() {
            unload();

            look("kept", Passive.NO_INITIALIZE);
            look("held", Passive.NO_FETCH);

            assertThat(questions()).isEmpty();
        }

        @Test
        void givesTheMembersThatAreLoaded() {
            assertThat(view.related(state(shop), "kept", Passive.OFF)).containsExactly(ware);
        }
    }

    @Nested
    class OfAReference {
        @Test
        void seesWhatIsLoaded() {
            shop.best = null;

            assertThat(look("best", Passive.OFF).deleted()).containsExactly(state(ware));
        }

        @Test
        void findsATargetInMemory() {
            unload();

            assertThat(look("last", Passive.OFF).unchanged()).containsExactly(state(ware));
            assertThat(view.related(state(shop), "best", Passive.OFF)).containsExactly(ware);
            assertThat(questions()).isEmpty();
        }

        @Test
        void asksForAFormerTargetThatTakesAStatement() {
            unload();
            shop.sign = sign;

            StateHistory history = look("sign", Passive.OFF);

            assertThat(history.added()).containsExactly(state(sign));
            assertThat(history.deleted()).isEmpty();
            assertThat(questions()).containsExactly("what it referred to will be looked up and its key cleared");
        }

        @Test
        void asksForAFormerTargetThatIsAnOrphan() {
            unload();
            shop.board = null;

            assertThat(look("board", Passive.OFF).added()).hasSize(1).containsOnlyNulls();
            assertThat(questions()).containsExactly("what it referred to will be looked up and deleted");
        }

        @Test
        void givesNoTargetThatAFlushWouldNotLookFor() {
            unload();

            assertThat(view.related(state(shop), "best", Passive.NO_INITIALIZE)).isEmpty();
        }

        @Test
        void knowsThatItRefersToNothing() {
            unload();

            assertThat(look("own", Passive.OFF).unchanged()).hasSize(1).containsOnlyNulls();
            assertThat(questions()).isEmpty();
        }

        @Test
        void asksAboutATargetThatIsDeletedToo() {
            session.expire(shop);

            assertThat(look("last", Passive.OFF).isEmpty()).isTrue();
            assertThat(questions()).containsExactly("it will be loaded, and what it holds deleted");
        }

        @Test
        void asksNothingAboutATargetThatStays() {
            session.expire(shop);

            look("best", Passive.OFF);
            look("last", Passive.NO_FETCH_RELATED);

            assertThat(questions()).isEmpty();
        }
    }

    @Nested
    class OfACascade {
        private final List<InstanceState> reached = new ArrayList<>();

        @Test
        void visitsWhatIsLoadedAndGivesTheReason() {
            view.deleteCascade(state(shop), reached::add);

            assertThat(reached).contains(state(ware));
            assertThat(findings.reasons(state(ware), true))
                    .extracting(Reason::toString)
                    .contains("it is deleted with Shop[1] along Shop.held");
        }

        @Test
        void asksForWhatIsNotLoaded() {
            unload();

            view.deleteCascade(state(shop), reached::add);

            assertThat(questions()).contains("it will be loaded, and what it holds deleted");
        }
    }
}
