package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of classes, objects and listeners when their registry is disposed. */
@EveryDatabase
@DisplayName("Disposing a registry on")
class DisposalTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    DisposalTest() {
        super(Library.ALL);
    }

    private Author stored() {
        Integer id = given(s -> new Author("ed").with("one"), made -> ((Author) made).id);
        return session.get(Author.class, id);
    }

    // ---- classes ----

    @Test
    @Tag("N-13")
    void freesItsClasses() {
        ClassManager author = ClassManager.find(Author.class);

        registry.dispose();

        assertThat(ClassManager.find(Author.class)).isNull();
        assertThat(ClassManager.find(Book.class)).isNull();
        assertThat(author.mapper()).isNull();
    }

    @Test
    @Tag("N-13")
    void letsTheClassesBeMappedAgain() {
        session.close();
        registry.dispose();

        registry = Registry.of(Library.ALL);
        session = SessionFactory.of(engine, registry).open();
        session.add(new Author("ed").with("one"));
        session.commit();

        assertThat(session.query(Author.class).one().books).hasSize(1);
    }

    @Test
    @Tag("N-13")
    void tellsOfSubclassesBeforeTheirSuperclass() {
        Registry staff = Registry.of(Staff.Person.class, Staff.Engineer.class, Staff.Lead.class);
        try (Subscription unused = InstrumentationEvents.on(Staff.Person.class)
                .classUninstrument(e -> seen.add(e.type().getSimpleName()))) {
            staff.dispose();
        }

        assertThat(seen).containsExactly("Lead", "Engineer", "Person");
    }

    @Test
    void makesTheRegistryUseless() {
        registry.dispose();

        assertThatThrownBy(() -> registry.mapper(Author.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it was disposed. Make a new one");
        assertThatThrownBy(() -> registry.map(Author.class)).isInstanceOf(MappingException.class);
    }

    @Test
    void isHarmlessTheSecondTime() {
        registry.dispose();
        Registry next = Registry.of(Author.class, Book.class, Library.Topic.class);

        registry.dispose();

        assertThat(ClassManager.find(Author.class)).isNotNull();
        next.dispose();
    }

    // ---- objects ----

    @Test
    @Tag("N-14")
    void leavesObjectsTheirStateAndTheirValues() {
        Author ed = stored();
        registry.dispose();

        assertThat(ClassManager.hasState(ed)).isTrue();
        assertThat(ed.name).isEqualTo("ed");
        assertThat(Instance.of(ed).key()).isNotNull();
    }

    @Test
    @Tag("N-14")
    void makesLoadsFail() {
        Author ed = stored();
        session.expire(ed, "name");
        registry.dispose();

        assertThatThrownBy(() -> ed.name.length())
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageContaining("Cannot load values of Author[")
                .hasMessageContaining("was disposed. Map the class again");
        assertThatThrownBy(() -> ed.books.size())
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageContaining("was disposed");
    }

    @Test
    @Tag("N-14")
    void makesSessionsRefuseItsObjects() {
        Author loaded = stored();
        Author fresh = new Author("al");
        registry.dispose();

        assertThatThrownBy(() -> session.add(fresh))
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageContaining("was disposed. Map the class again");
        assertThatThrownBy(() -> session.delete(loaded)).isInstanceOf(UnmappedClassException.class);
        assertThatThrownBy(() -> session.merge(loaded)).isInstanceOf(UnmappedClassException.class);
        assertThatThrownBy(() -> session.refresh(loaded)).isInstanceOf(UnmappedClassException.class);
    }

    @Test
    @Tag("N-14")
    void makesANextRegistryRefuseTheObjectsOfTheFirst() {
        Author ed = new Author("ed");
        session.close();
        registry.dispose();
        registry = Registry.of(Library.ALL);
        session = SessionFactory.of(engine, registry).open();

        assertThatThrownBy(() -> session.add(ed))
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageContaining("was disposed");
    }

    @Test
    void letsAnOpenSessionBeClosed() {
        stored();
        session.add(new Author("al"));
        registry.dispose();

        session.close();

        assertThat(session.newObjects()).isEmpty();
    }

    // ---- listeners ----

    @Test
    @Tag("N-13")
    void dropsTheListenersOnItsClassesAndMappersAndAttributes() {
        Watcher<Object> hear = seen::add;
        Subscription onInit = InstanceEvents.on(Author.class).init(hear::on);
        Subscription onInsert = Mapped.on(Author.class).beforeInsert(hear::on);
        Subscription onSet =
                registry.mapper(Author.class).manager().tracker("name").events().onSet(hear::on);
        Author before = new Author("ed");
        seen.clear();

        registry.dispose();

        before.name = "al";
        assertThat(seen).isEmpty();
        assertThat(onInit.isActive()).isFalse();
        assertThat(onInsert.isActive()).isFalse();
        assertThat(onSet.isActive()).isFalse();
    }

    @Test
    void keepsListenersThatWereThereBeforeTheClassWasMapped() {
        session.close();
        registry.dispose();
        try (Subscription unused = InstanceEvents.on(Author.class).init(seen::add)) {
            Registry.of(Library.ALL).dispose();
            registry = Registry.of(Library.ALL);
            session = SessionFactory.of(engine, registry).open();

            new Author("ed");

            assertThat(seen).hasSize(1);
        }
    }

    @Test
    void leavesNothingBehindThatHoldsTheRegistryOrItsListeners() {
        session.close();
        registry.dispose();
        WeakReference<?>[] gone = mapListenAndDispose();

        assertThat(gone).allMatch(DisposalTest::isCollected);
        registry = Registry.of(Library.ALL);
        session = SessionFactory.of(engine, registry).open();
    }

    private static WeakReference<?>[] mapListenAndDispose() {
        Registry shortLived = Registry.of(Library.ALL);
        shortLived.configure();
        List<Object> heard = new ArrayList<>();
        InstanceEvents.on(Author.class).propagate().init(heard::add);
        Mapped.on(Author.class).propagate().beforeInsert(heard::add);
        shortLived.mapper(Author.class).manager().tracker("books").events().onAppend(heard::add);
        new Author("ed").with("one");
        WeakReference<?>[] all = {
            new WeakReference<>(shortLived),
            new WeakReference<>(shortLived.mapper(Author.class).manager()),
            new WeakReference<>(heard)
        };
        shortLived.dispose();
        return all;
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 20 && reference.get() != null; i++) {
            System.gc();
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return reference.get() == null;
    }
}
