package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.Keys;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.MapperEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules of registration that only show with objects and sessions. */
@EveryDatabase
@DisplayName("Listening on")
class ListenerRulesTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    ListenerRulesTest() {
        super(Library.ALL);
    }

    private AttributeEvents<Object, Object> attribute(String name) {
        return registry.mapper(Author.class).manager().tracker(name).events();
    }

    @Test
    @Tag("E-11")
    void attributeWithPropagateReachesSubclassesMappedAlreadyAndLater() {
        session.close();
        registry.dispose();
        ColumnAttribute<Person, String> name = ColumnAttribute.of(Person.class, "name", String.class);
        try (Subscription before = Events.on(name).propagate().onSet(e -> seen.add("before " + e.value()))) {
            registry = Registry.of(Staff.ALL);
            registry.configure();
            try (Subscription after = Events.on(name).propagate().onSet(e -> seen.add("after " + e.value()))) {
                new Lead("al", "Java", 1);
            }
        }

        assertThat(seen).containsExactly("before al", "after al");
    }

    @Test
    @Tag("E-11")
    void attributeWithoutPropagateReachesItsOwnClassOnly() {
        session.close();
        registry.dispose();
        registry = Registry.of(Staff.ALL);
        ColumnAttribute<Person, String> name = ColumnAttribute.of(Person.class, "name", String.class);
        try (Subscription listening = Events.on(name).onSet(e -> seen.add(e.value()))) {
            new Lead("al", "Java", 1);
            new Person("ed");
        }

        assertThat(seen).containsExactly("ed");
    }

    @Test
    @Tag("E-12")
    void objectAndItsRecordAreBothAtHand() {
        try (Subscription unused =
                Mapped.on(Author.class).beforeInsert(e -> seen.add(e.state().object() == e.target()))) {
            session.add(new Author("ed"));
            session.flush();
        }

        assertThat(seen).containsExactly(true);
    }

    @Test
    @Tag("E-14")
    void activeHistoryStaysOnWhenItsListenerIsGone() {
        Integer id = given(s -> abroad(), made -> ((Author) made).id);
        attribute("country").activeHistory().onSet(e -> {}).close();
        attribute("country").onSet(e -> seen.add(e.oldValueOrMarker()));
        Author ed = session.get(Author.class, id);
        session.expire(ed);

        ed.country = "IT";

        assertThat(seen).containsExactly("FR");
    }

    private static Author abroad() {
        Author ed = new Author("ed");
        ed.country = "FR";
        return ed;
    }

    @Test
    @Tag("E-15")
    void positionIsToldOnlyWhereTheOperationHasOne() {
        attribute("books").onAppend(e -> seen.add(e.key()));
        Author ed = new Author("ed");

        ed.books.add(new Book("last"));
        ed.books.add(0, new Book("first"));

        assertThat(seen).containsExactly(Keys.NONE, 0);
    }

    @Test
    @Tag("E-16")
    void loadContextIsPutBackAfterAListenerThatLoadsTheSameObject() {
        given(s -> new Author("ed"), made -> ((Author) made).id);
        try (Subscription unused = InstanceEvents.on(Author.class)
                .restoreLoadContext()
                .load(e -> {
                    seen.add(e.state().runId());
                    session.refresh(e.target());
                })) {
            Author ed = session.query(Author.class).one();

            assertThat(seen).containsExactly(Instance.of(ed).state().runId());
        }
    }

    @Test
    @Tag("E-20")
    void eventsOfConfigureRunsExistForAllMappersOnly() {
        assertThat(MapperEvents.class.getMethods())
                .extracting(Method::getName)
                .doesNotContain("beforeConfigured", "afterConfigured");
    }

    @Test
    @Tag("E-26")
    void listenerRegisteredBeforeItsClassIsMappedRunsAfterTheEnginesOwn() {
        session.close();
        registry.dispose();
        CollectionAttribute<Author, Book> books = CollectionAttribute.of(Author.class, "books", Book.class);
        try (Subscription unused = Events.on(books).onAppend(e -> seen.add(e.value().author))) {
            registry = Registry.of(Library.ALL);
            registry.configure();
            Author ed = new Author("ed");

            ed.books.add(new Book("one"));

            assertThat(seen).containsExactly(ed);
        }
    }

    @Test
    @Tag("E-28")
    void listenerAddedWhileAStatementIsPassedOnCountsFromTheNext() {
        Events.on(session).once().doOrmExecute(e -> Events.on(session).doOrmExecute(next -> seen.add("added")));

        session.query(Author.class).list();
        assertThat(seen).isEmpty();

        session.query(Author.class).list();
        assertThat(seen).containsExactly("added");
    }

    @Test
    @Tag("E-29")
    void firstListenerToLoadAddedWhileRowsAreReadIsCalledFromTheNextStatement() {
        elsewhere(s -> s.addAll(List.of(new Author("al"), new Author("bo"))));
        InstanceEvents<Author> authors = InstanceEvents.on(Author.class);
        List<Subscription> added = new ArrayList<>();
        Events.on(session).once().loadedAsPersistent(e -> added.add(authors.load(loaded -> seen.add(loaded.target()))));

        session.query(Author.class).list();
        assertThat(seen).isEmpty();

        session.expungeAll();
        List<Author> again = session.query(Author.class).list();
        added.forEach(Subscription::close);
        assertThat(seen).containsExactlyElementsOf(again);
    }

    @Test
    @Tag("E-29")
    void firstListenerToLoadedAsPersistentAddedWhileRowsAreReadIsCalledFromTheNextStatement() {
        elsewhere(s -> s.addAll(List.of(new Author("al"), new Author("bo"))));
        try (Subscription loading = InstanceEvents.on(Author.class)
                .once()
                .load(e -> Events.on(session).loadedAsPersistent(loaded -> seen.add(loaded.instance())))) {
            session.query(Author.class).list();
        }
        assertThat(seen).isEmpty();

        session.expungeAll();
        assertThat(seen).containsExactlyElementsOf(session.query(Author.class).list());
    }

    @Test
    @Tag("E-35")
    void writeWithoutListenersIsRecordedAllTheSame() {
        Integer id = given(s -> abroad(), made -> ((Author) made).id);
        Author ed = session.get(Author.class, id);

        ed.country = "IT";
        ed.country = "ES";

        assertThat(Instance.of(ed).history("country").deleted()).containsExactly("FR");
        assertThat(Instance.of(ed).history("country").added()).containsExactly("ES");
    }
}
