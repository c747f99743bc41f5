package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Stamps.Plain;
import dev.grapnel.testkit.session.Stamps.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fires when rows meet objects that are in memory. */
@EveryDatabase
@DisplayName("Refresh events on")
class RefreshEventsTest extends DatabaseTest {
    /** The attributes of each refresh, sorted; null stands for all. */
    private final List<Set<String>> told = new ArrayList<>();

    private Author ed;

    RefreshEventsTest() {
        super(Author.class, Book.class, Library.Topic.class, Stamp.class, Plain.class);
    }

    @BeforeEach
    void givenAnAuthorInMemory() {
        Integer id = given(s -> new Author("ed").with("one", "two"), made -> ((Author) made).id);
        ed = session.get(Author.class, id);
        InstanceEvents.on(Author.class).refresh(e -> tell(e.attributes()));
    }

    private void tell(Set<String> attributes) {
        told.add(attributes == null ? null : new TreeSet<>(attributes));
    }

    // ---- which attributes ----

    @Test
    @Tag("I-13")
    void fullReloadTellsNoNames() {
        session.query(Author.class).populateExisting().list();
        session.refresh(ed);

        assertThat(told).containsExactly(null, null);
    }

    @Test
    @Tag("I-13")
    void reloadOfSomeTellsTheNamesAskedFor() {
        session.refresh(ed, "name", "country");

        assertThat(told).containsExactly(Set.of("country", "name"));
    }

    @Test
    @Tag("I-13")
    void ordinaryRowTellsWhatIsNotLoadedAlsoWhatItDoesNotBring() {
        session.query(Author.class).list();

        assertThat(told).containsExactly(Set.of("books"));
        assertThat(Instance.of(ed).unloaded()).containsExactly("books");
    }

    @Test
    @Tag("I-13")
    void ordinaryRowTellsNothingIfEverythingIsLoaded() {
        assertThat(ed.books).hasSize(2);

        session.query(Author.class).list();

        assertThat(told).isEmpty();
    }

    @Test
    @Tag("I-14")
    void reloadOfAnExpiredObjectTellsAllNamesRelationshipsIncluded() {
        session.expire(ed);
        assertThat(ed.name).isEqualTo("ed");

        assertThat(told).containsExactly(new TreeSet<>(Set.of("books", "country", "id", "name")));
    }

    @Test
    @Tag("I-14")
    void reloadOfAnExpiredAttributeTellsIt() {
        session.expire(ed, "country");
        assertThat(ed.country).isNull();

        assertThat(told).containsExactly(Set.of("country"));
    }

    @Test
    @Tag("I-14")
    void loadOfADeferredAttributeTellsIt() {
        session.add(new Stamp("a"));
        session.commit();
        session.expungeAll();
        Stamp stamp = session.query(Stamp.class).one();
        InstanceEvents.on(Stamp.class).refresh(e -> tell(e.attributes()));

        assertThat(stamp.remark).isNull();

        assertThat(told).containsExactly(Set.of("remark"));
    }

    // ---- how often, and when ----

    @Test
    @Tag("I-15")
    void eachResultTellsAnObjectOnce() {
        session.query(Author.class)
                .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "books"))
                .list();

        assertThat(told).hasSize(1);
        assertThat(ed.books).hasSize(2);
    }

    @Test
    @Tag("I-15")
    void changesAreKeptWhereOnlyGapsAreFilled() {
        session.autoflush(false);
        ed.name = "edward";

        session.query(Author.class).list();

        assertThat(told).hasSize(1);
        assertThat(ed.name).isEqualTo("edward");
        assertThat(session.dirty()).containsExactly(ed);
    }

    @Test
    @Tag("I-15")
    void changesAreLostInAFullReload() {
        session.autoflush(false);
        ed.name = "edward";

        session.query(Author.class).populateExisting().list();

        assertThat(ed.name).isEqualTo("ed");
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("I-15")
    void valuesAreNotYetCommittedWhenRefreshFires() {
        List<Object> changed = new ArrayList<>();
        session.autoflush(false);
        ed.name = "edward";
        InstanceEvents.on(Author.class)
                .refresh(
                        e -> changed.add(e.state().isChanged(e.state().manager().attributeCount() - 1)
                                || e.state().isModified()));

        session.query(Author.class).populateExisting().list();

        assertThat(changed).containsExactly(true);
        assertThat(Instance.of(ed).isModified(true)).isFalse();
    }

    @Test
    @Tag("I-7")
    void valueThatAListenerSetsDuringAFullReloadCountsAsLoaded() {
        try (Subscription unused = InstanceEvents.on(Author.class).refresh(e -> e.target().country = "NO")) {
            session.refresh(ed);
        }

        assertThat(ed.country).isEqualTo("NO");
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("I-11")
    void listenerThatLoadsItsObjectIsWarnedOf() {
        InstanceEvents.on(Author.class).once().refresh(e -> session.refresh(e.target()));

        try (Warnings warnings = Warnings.listen()) {
            session.refresh(ed);

            assertThat(warnings.messages()).singleElement().asString().contains("load context");
        }
    }

    @Test
    @Tag("I-16")
    void setBasedUpdateTellsWithoutAContextWhatItSetInMemory() {
        List<Object> contexts = new ArrayList<>();
        events.named("ed", ed);
        InstanceEvents.on(Author.class).refresh(e -> contexts.add(e.context() == null));
        events.instances();

        session.update(Author.class).set("country", "NO").execute();

        assertThat(events.timeline()).containsExactly("expire ed []", "refresh ed [country]");
        assertThat(contexts).containsExactly(true);
    }
}
