package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.AttributeInstrumentEvent;
import dev.grapnel.core.instrument.ClassEvent;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Instrumentation events:")
class InstrumentationEventsTest {
    private final List<String> told = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Registry registry;

    @AfterEach
    void release() {
        subscriptions.forEach(Subscription::close);
        if (registry != null) {
            registry.dispose();
        }
    }

    private void map(Class<?>... types) {
        registry = Registry.of(types);
    }

    private void keep(Subscription subscription) {
        subscriptions.add(subscription);
    }

    private void tellAttributes(InstrumentationEvents events) {
        keep(events.attributeInstrument(event -> told.add(name(event))));
    }

    private static String name(AttributeInstrumentEvent event) {
        return event.type().getSimpleName() + '.' + event.key();
    }

    private static String name(ClassEvent event) {
        return event.type().getSimpleName();
    }

    @Test
    @Tag("N-1")
    void eventTellsTheClassAndItsManagerIsThereToBeLookedUp() {
        List<Object> seen = new ArrayList<>();
        keep(InstrumentationEvents.on(Author.class).classInstrument(event -> {
            seen.add(event.type());
            seen.add(ClassManager.find(event.type()));
        }));

        map(Library.ALL);

        assertThat(seen)
                .containsExactly(Author.class, registry.mapper(Author.class).manager());
    }

    @Test
    @Tag("N-2")
    void classComesAfterItsMapperAndAttributesComeAtConfiguration() {
        keep(Mapped.on(Engineer.class).instrumentClass(event -> told.add("mapper")));
        keep(InstrumentationEvents.on(Engineer.class).classInstrument(event -> told.add("class")));
        keep(Mapped.onAll().beforeConfigured(event -> told.add("configuring")));
        keep(InstrumentationEvents.on(Engineer.class)
                .onlyThisClass()
                .attributeInstrument(event -> told.add("attribute")));

        map(Staff.ALL);
        assertThat(told).containsExactly("mapper", "class", "class");

        told.clear();
        registry.configure();
        assertThat(told).startsWith("configuring", "attribute").doesNotContain("class");
    }

    @Test
    @Tag("N-3")
    void attributeIsToldForItsClassAndForEachSubclassThatSharesIt() {
        tellAttributes(InstrumentationEvents.on(Person.class));

        map(Staff.ALL);
        registry.configure();

        assertThat(told)
                .contains(
                        "Person.name", "Engineer.name", "Lead.name", "Engineer.language", "Lead.language", "Lead.team")
                .doesNotHaveDuplicates()
                .doesNotContain("Person.language");
    }

    @Test
    @Tag("N-3")
    void descriptorIsThatOfTheSubclass() {
        List<Object> descriptors = new ArrayList<>();
        keep(InstrumentationEvents.on(Lead.class).attributeInstrument(event -> {
            if (event.key().equals("name")) {
                descriptors.add(event.attribute());
            }
        }));

        map(Staff.ALL);
        registry.configure();

        assertThat(descriptors)
                .containsExactly(registry.mapper(Lead.class).manager().tracker("name"));
    }

    @Test
    @Tag("N-3")
    void attributesOfASubclassThatIsMappedLaterAreToldToo() {
        map(Person.class);
        registry.configure();
        tellAttributes(InstrumentationEvents.on(Person.class));

        registry.map(Engineer.class);
        registry.configure();

        assertThat(told).contains("Engineer.name", "Engineer.language").doesNotContain("Person.name");
    }

    @Test
    @Tag("N-4")
    @Tag("A-38")
    void listenerRegisteredHereRunsBeforeTheEnginesOwn() {
        List<Boolean> linked = new ArrayList<>();
        keep(InstrumentationEvents.on(Author.class).attributeInstrument(event -> {
            if (event.key().equals("books")) {
                event.attribute().events().onAppend(e -> linked.add(((Book) e.value()).author != null));
            }
        }));
        map(Library.ALL);
        registry.configure();

        new Author("ed").with("one");

        assertThat(linked).containsExactly(false);
    }

    @Test
    @Tag("N-6")
    void whatIsNotMappedIsNotTold() {
        tellAttributes(InstrumentationEvents.on(Records.Bag.class));

        map(Records.ALL);
        registry.configure();

        assertThat(told).contains("Folder.name").doesNotContain("Folder.values", "Paper.values");
    }

    @Test
    @Tag("N-7")
    void managerIsStillThereWhenTheReleaseIsTold() {
        List<Object> seen = new ArrayList<>();
        keep(InstrumentationEvents.on(Author.class)
                .classUninstrument(event -> seen.add(ClassManager.find(event.type()))));
        map(Library.ALL);
        ClassManager manager = registry.mapper(Author.class).manager();

        registry.dispose();

        assertThat(seen).containsExactly(manager);
        assertThat(ClassManager.find(Author.class)).isNull();
    }

    @Test
    @Tag("N-8")
    void listenerForOneClassDoesNotHearOfItsSubclasses() {
        keep(InstrumentationEvents.on(Person.class).classInstrument(event -> told.add("any " + name(event))));
        keep(InstrumentationEvents.on(Person.class)
                .onlyThisClass()
                .classInstrument(event -> told.add("only " + name(event))));

        map(Person.class, Engineer.class);

        assertThat(told).containsExactly("any Person", "only Person", "any Engineer");
    }

    @Test
    void listenerForAllClassesHearsOfEach() {
        keep(InstrumentationEvents.onAll().classInstrument(event -> told.add(name(event))));

        map(Person.class, Engineer.class);

        assertThat(told).containsExactly("Person", "Engineer");
    }

    @Test
    void listenerStaysWhenItsClassIsReleased() {
        map(Person.class);
        keep(InstrumentationEvents.on(Person.class).classInstrument(event -> told.add(name(event))));
        registry.dispose();

        map(Person.class);

        assertThat(told).containsExactly("Person");
    }

    @Test
    @Tag("N-13")
    void releaseThatAListenerObjectsToIsCompletedAllTheSame() {
        keep(InstrumentationEvents.on(Engineer.class).onlyThisClass().classUninstrument(event -> {
            throw new IllegalStateException("not now");
        }));
        map(Person.class, Engineer.class);

        assertThatThrownBy(registry::dispose).hasMessage("not now");

        assertThat(ClassManager.find(Engineer.class)).isNull();
        assertThat(ClassManager.find(Person.class)).isNull();
    }
}
