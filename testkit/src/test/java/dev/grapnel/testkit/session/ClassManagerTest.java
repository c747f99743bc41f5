package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.TrackedCollection;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.Registry;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A class manager")
class ClassManagerTest {
    private final List<Object> seen = new ArrayList<>();
    private Registry registry;
    private Registry staff;

    @BeforeEach
    void map() {
        registry = Registry.of(Library.ALL);
        staff = Registry.of(Staff.ALL);
        registry.configure();
        staff.configure();
    }

    @AfterEach
    void release() {
        registry.dispose();
        staff.dispose();
    }

    private static ClassManager of(Class<?> type) {
        return ClassManager.find(type);
    }

    private static Enhanced enhanced(Object object) {
        return (Enhanced) object;
    }

    // ---- objects ----

    @Test
    @Tag("N-10")
    void makesAnObjectWithoutItsConstructorAndTellsOfTheFirst() {
        InstanceEvents.on(Author.class).firstInit(e -> seen.add("first"));
        InstanceEvents.on(Author.class).init(e -> seen.add("init"));

        Author author = (Author) newInstance(Author.class);
        newInstance(Author.class);

        assertThat(author.name).isNull();
        assertThat(ClassManager.hasState(author)).isTrue();
        assertThat(seen).containsExactly("first");
    }

    private static Object newInstance(Class<?> type) {
        return of(type).newInstance();
    }

    @Test
    @Tag("N-10")
    void takesTheStateAwayAndGivesAnother() {
        Author author = new Author("ed");
        of(Author.class).tearDown(enhanced(author));

        assertThat(ClassManager.hasState(author)).isFalse();
        assertThatThrownBy(() -> Instance.of(author)).isInstanceOf(UnmappedClassException.class);

        InstanceState state = of(Author.class).setUp(enhanced(author));
        assertThat(ClassManager.stateOf(author)).isSameAs(state);
    }

    @Test
    @Tag("N-10")
    void plainObjectHasNoState() {
        registry.dispose();

        assertThat(ClassManager.hasState(new Author("ed"))).isFalse();
        assertThat(ClassManager.hasState("text")).isFalse();
    }

    @Test
    @Tag("N-10")
    void knowsWhetherAParentHoldsAnObject() {
        Author author = new Author("ed").with("one");
        Book free = new Book("two");

        assertThat(of(Author.class).hasParent(ClassManager.requireState(author.books.get(0)), "books", false))
                .isTrue();
        assertThat(of(Author.class).hasParent(ClassManager.requireState(free), "books", false))
                .isFalse();
        assertThat(of(Author.class).hasParent(ClassManager.requireState(free), "books", true))
                .isTrue();
    }

    @Test
    @Tag("N-10")
    void givesAnObjectAnEmptyCollection() {
        Author author = new Author("ed").with("one");
        registry.mapper(Author.class).manager().tracker("books").events().onRemove(e -> seen.add("remove"));
        registry.mapper(Author.class).manager().tracker("books").events().onInitCollection(e -> seen.add("made"));

        TrackedCollection made = of(Author.class).initializeCollection(ClassManager.requireState(author), "books");

        assertThat(author.books).isSameAs(made).isEmpty();
        assertThat(seen).containsExactly("made");
    }

    @Test
    void refusesToMakeACollectionOfAPlainValue() {
        assertThatThrownBy(() ->
                        of(Author.class).initializeCollection(ClassManager.requireState(new Author("ed")), "name"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("attribute Author.name: it is no collection");
    }

    @Test
    @Tag("N-12")
    void constructorsOfAHierarchyMakeOneStateAndOneInitEvent() {
        InstanceEvents.on(Lead.class).init(e -> seen.add(e.state()));

        Lead lead = new Lead("ed", "java", 7);

        assertThat(seen).containsExactly(ClassManager.stateOf(lead));
        assertThat(lead.name + lead.language + lead.team).isEqualTo("edjava7");
    }

    // ---- classes ----

    @Test
    @Tag("N-10")
    void knowsTheManagersOfSubclasses() {
        assertThat(of(Person.class).subclassManagers(false)).containsExactly(of(Engineer.class));
        assertThat(of(Person.class).subclassManagers(true)).containsExactly(of(Engineer.class), of(Lead.class));
    }

    @Test
    @Tag("N-10")
    void releaseFreesItsClassOnly() {
        ClassManager lead = of(Lead.class);
        lead.release();

        assertThat(of(Lead.class)).isNull();
        assertThat(lead.mapper()).isNull();
        assertThat(of(Engineer.class).subclassManagers(false)).isEmpty();
        assertThat(ClassManager.hasState(new Lead("ed", "java", 7))).isFalse();
    }

    @Test
    void knowsWhichAttributesAreItsOwn() {
        assertThat(of(Lead.class).localTrackers())
                .extracting(AttributeTracker::name)
                .contains("team")
                .doesNotContain("name", "language");
    }

    // ---- attributes ----

    @Test
    @Tag("N-9")
    void attributeThatIsTakenAwayIsGoneFromSubclassesToo() {
        Engineer engineer = new Engineer("ed", "java");
        of(Person.class).tracker("name").events().onSet(e -> seen.add(e.value()));

        of(Person.class).uninstrumentAttribute("name");

        assertThat(of(Person.class).attributeNames()).doesNotContain("name");
        assertThat(of(Lead.class).attributeNames()).doesNotContain("name").contains("language");
        engineer.name = "al";
        assertThat(engineer.name).isEqualTo("al");
        assertThat(seen).isEmpty();
    }

    @Test
    @Tag("N-9")
    @Tag("N-10")
    void attributeThatIsPutBackIsThereAgain() {
        AttributeTracker removed = of(Engineer.class).tracker("language");
        of(Engineer.class).uninstrumentAttribute("language");
        AttributeTracker added = of(Engineer.class).addScalar("language", removed.parentToken());
        added.events().onSet(e -> seen.add(e.value()));

        new Engineer("ed", "java");

        assertThat(added.index()).isEqualTo(removed.index());
        assertThat(seen).containsExactly("java");
    }

    @Test
    void inheritedAttributeIsTakenAwayOnlyWhereItIsDeclared() {
        assertThatThrownBy(() -> of(Lead.class).uninstrumentAttribute("name"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("attribute Lead.name away: it is inherited from " + Engineer.class.getName());
    }

    @Test
    @Tag("N-11")
    void namesOfTheEnhancersOwnMembersCannotBeAttributes() {
        assertThatThrownBy(() -> of(Author.class).addScalar("$grapnel$state", "token"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("'$grapnel$state' of " + Author.class.getName())
                .hasMessageContaining("Give the attribute another name");
    }
}
