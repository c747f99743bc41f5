package dev.grapnel.testkit.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.entry.EntryEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Listeners to objects that are entered for a flush")
class EntryEventsTest extends CallbackTest {
    private final List<Subscription> added = new ArrayList<>();

    EntryEventsTest() {
        super(Branch.class, Twig.class);
    }

    @Entity
    static class Branch {
        @Id
        int id;

        @ManyToOne
        Branch from;

        @OneToMany(mappedBy = "from", cascade = CascadeType.ALL)
        List<Branch> branches = new ArrayList<>();

        Branch(int id, Branch... branches) {
            this.id = id;
            for (Branch branch : branches) {
                branch.from = this;
                this.branches.add(branch);
            }
        }

        @Override
        public String toString() {
            return "branch " + id;
        }
    }

    @Entity
    static class Twig extends Branch {
        Twig(int id) {
            super(id);
        }
    }

    @AfterEach
    void forget() {
        added.forEach(Subscription::close);
    }

    private void until(Subscription subscription) {
        added.add(subscription);
    }

    private Branch inDatabase(Branch branch) {
        int key = branch.id;
        given(branch);
        return session.get(Branch.class, key);
    }

    @Test
    void areToldOfEachObjectBeforeItIsAdded() {
        until(EntryEvents.on(Branch.class)
                .beforeAdd(event -> Calls.add(
                        event.target() + " " + Instance.of(event.target()).lifecycle())));

        session.add(new Branch(1, new Branch(2)));

        assertThat(Calls.take()).containsExactly("branch 1 TRANSIENT", "branch 2 TRANSIENT");
    }

    @Test
    void areToldOfEachObjectBeforeItIsMarked() {
        Branch branch = inDatabase(new Branch(1, new Branch(2)));
        until(EntryEvents.on(Branch.class)
                .beforeMarkDeleted(event -> Calls.add(event.target() + " " + session.deleted())));

        session.delete(branch);

        assertThat(Calls.take()).containsExactly("branch 1 []", "branch 2 []");
        assertThat(session.deleted()).hasSize(2);
    }

    @Test
    void mayChangeWhatADeleteCascadesTo() {
        Branch branch = inDatabase(new Branch(1, new Branch(2)));
        until(EntryEvents.on(Branch.class)
                .beforeMarkDeleted(event -> event.target().branches.clear()));

        session.delete(branch);
        session.commit();

        assertThat(session.get(Branch.class, 2)).isNotNull();
    }

    @Test
    void mayAddAndDeleteTheSameObject() {
        until(EntryEvents.on(Branch.class).beforeAdd(event -> {
            Calls.add("add");
            session.add(event.target());
        }));
        until(EntryEvents.on(Branch.class).beforeMarkDeleted(event -> {
            Calls.add("delete");
            session.delete(event.target());
        }));
        Branch branch = new Branch(1);
        session.add(branch);
        session.flush();
        session.delete(branch);
        session.flush();

        assertThat(Calls.take()).containsExactly("add", "delete");
        assertThat(Instance.of(branch).lifecycle()).isEqualTo(LifecycleState.DELETED);
    }

    @Test
    void areToldOnceOfWhatOneOfThemDeletes() {
        Branch branch = inDatabase(new Branch(1, new Branch(2), new Branch(3)));
        Branch last = session.get(Branch.class, 3);
        until(EntryEvents.on(Branch.class).beforeMarkDeleted(event -> {
            Calls.add(event.target().toString());
            if (event.target().id == 2) {
                session.delete(last);
            }
        }));

        session.delete(branch);

        assertThat(Calls.take()).containsExactly("branch 1", "branch 2", "branch 3");
    }

    @Test
    void ofOneClassAreToldOfItsOwnObjectsOnly() {
        until(EntryEvents.on(Twig.class).beforeAdd(event -> Calls.add("twig " + event.target().id)));

        session.add(new Branch(1));
        session.add(new Twig(2));

        assertThat(Calls.take()).containsExactly("twig 2");
    }

    @Test
    void propagateToSubclassesAndRunBehindThoseOfAllClasses() {
        until(EntryEvents.on(Branch.class).propagate().beforeAdd(event -> Calls.add("one")));
        until(EntryEvents.onAll().beforeAdd(event -> Calls.add("all")));

        session.add(new Twig(1));

        assertThat(Calls.take()).containsExactly("all", "one");
    }

    @Test
    void areHeldForAClassThatIsMappedLaterAndGoWithItsRegistryOtherwise() {
        until(EntryEvents.on(Branch.class).beforeAdd(event -> Calls.add("goes")));
        registry.dispose();
        until(EntryEvents.on(Branch.class).beforeAdd(event -> Calls.add("held")));
        registry = Registry.of(Branch.class, Twig.class);
        try (Session later = dev.grapnel.sql.SessionFactory.of(engine, registry).open()) {
            later.add(new Branch(1));
        }

        assertThat(Calls.take()).containsExactly("held");
    }

    @Test
    void areNotToldOfAnObjectThatBelongsToAnotherSession() {
        Branch branch = new Branch(1);
        try (Session other = sessions.open()) {
            other.add(branch);
            until(EntryEvents.on(Branch.class).beforeAdd(event -> Calls.add("told")));

            assertThatThrownBy(() -> session.add(branch)).isExactlyInstanceOf(InvalidRequestException.class);
        }
        assertThat(Calls.take()).isEmpty();
    }
}
