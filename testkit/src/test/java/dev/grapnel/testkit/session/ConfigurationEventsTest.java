package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fires while classes are mapped and mappers are configured. */
@DisplayName("Configuration")
class ConfigurationEventsTest {
    private final List<String> seen = new ArrayList<>();
    private final List<Subscription> listening = new ArrayList<>();
    private Registry registry;

    @AfterEach
    void free() {
        listening.forEach(Subscription::close);
        if (registry != null) {
            registry.dispose();
        }
    }

    private void during(Subscription... subscriptions) {
        listening.addAll(List.of(subscriptions));
    }

    private void map(Class<?>... types) {
        registry = Registry.of(types);
    }

    private void recordRuns() {
        during(
                Mapped.onAll().beforeConfigured(e -> seen.add("before_configured")),
                Mapped.onAll()
                        .beforeMapperConfigured(
                                e -> seen.add("before " + e.type().getSimpleName())),
                Mapped.onAll()
                        .mapperConfigured(e -> seen.add("configured " + e.type().getSimpleName())),
                Mapped.onAll().afterConfigured(e -> seen.add("after_configured")));
    }

    @Nested
    class OfOneClass {
        @Test
        @Tag("M-17")
        void goesFromTheBareMapperOverItsClassToItsProperties() {
            during(
                    Mapped.onAll()
                            .instrumentClass(e -> seen.add("instrument_class, properties "
                                    + e.mapper().properties().size())),
                    InstrumentationEvents.onAll()
                            .classInstrument(
                                    e -> seen.add("class_instrument " + e.type().getSimpleName())),
                    Mapped.onAll()
                            .afterMapperConstructed(e -> seen.add(
                                    "constructed, has name: " + (e.mapper().property("name") != null))));

            map(Person.class);

            assertThat(seen)
                    .containsExactly(
                            "instrument_class, properties 0", "class_instrument Person", "constructed, has name: true");
        }

        @Test
        @Tag("M-17")
        @Tag("M-29")
        void hasTheListenersOfTheSuperclassFromTheStart() {
            during(Mapped.on(Person.class)
                    .propagate()
                    .instrumentClass(e -> seen.add(e.type().getSimpleName())));

            map(Person.class, Engineer.class);

            assertThat(seen).containsExactly("Person", "Engineer");
        }

        @Test
        @Tag("M-18")
        void givesAttributesTheirBehaviourWhenItIsConfigured() {
            during(
                    Mapped.onAll().afterMapperConstructed(e -> seen.add("constructed")),
                    Mapped.onAll().beforeConfigured(e -> seen.add("before_configured")),
                    InstrumentationEvents.on(Person.class).attributeInstrument(e -> seen.add(e.key())));
            map(Person.class);
            assertThat(seen).containsExactly("constructed");

            registry.configure();

            assertThat(seen).startsWith("constructed", "before_configured", "id", "name");
        }
    }

    @Nested
    class Runs {
        @Test
        @Tag("M-19")
        void beginWithTheFirstObject() {
            map(Person.class);
            recordRuns();

            new Person("ed");

            assertThat(seen)
                    .containsExactly("before_configured", "before Person", "configured Person", "after_configured");
        }

        @Test
        @Tag("M-27")
        void beginBetweenTheInitListenersOfAllClassesAndThoseOfOne() {
            map(Person.class);
            during(
                    InstanceEvents.on(Person.class).init(e -> seen.add("init of persons")),
                    InstanceEvents.onAll().init(e -> seen.add("init of all")),
                    Mapped.onAll().afterConfigured(e -> seen.add("after_configured")));

            new Person("ed");
            new Person("jo");

            assertThat(seen)
                    .containsExactly(
                            "init of all", "after_configured", "init of persons", "init of all", "init of persons");
        }

        @Test
        @Tag("M-27")
        void goBeforeTheInitListenersOfAClassIfNobodyListensToAll() {
            map(Person.class);
            during(
                    InstanceEvents.on(Person.class).init(e -> seen.add("init of persons")),
                    Mapped.onAll().afterConfigured(e -> seen.add("after_configured")));

            new Person("ed");

            assertThat(seen).containsExactly("after_configured", "init of persons");
        }

        @Test
        @Tag("M-19")
        void fireNothingWhenNoMapperWaits() {
            map(Person.class);
            registry.configure();
            recordRuns();

            registry.configure();
            new Person("ed");

            assertThat(seen).isEmpty();
        }

        @Test
        @Tag("M-20")
        void configureMappersInOrderOfConstructionEachWithItsAttributes() {
            map(Person.class, Engineer.class);
            recordRuns();
            during(InstrumentationEvents.onAll()
                    .attributeInstrument(e -> seen.add(e.type().getSimpleName() + "." + e.key())));

            registry.configure();

            assertThat(seen.stream().filter(line -> !line.contains("#")))
                    .containsExactly(
                            "before_configured",
                            "before Person",
                            "Person.id",
                            "Person.name",
                            "Engineer.name",
                            "configured Person",
                            "before Engineer",
                            "Engineer.id",
                            "Engineer.language",
                            "configured Engineer",
                            "after_configured");
        }

        @Test
        @Tag("M-21")
        void configureEachMapperOnce() {
            recordRuns();
            map(Person.class);
            registry.configure();
            registry.map(Topic.class, Book.class, Author.class);
            registry.configure();

            assertThat(seen.stream().filter("configured Person"::equals)).hasSize(1);
        }

        @Test
        @Tag("M-22")
        void mayHappenSeveralTimesUnlessListenedToOnce() {
            during(
                    Mapped.onAll().once().afterConfigured(e -> seen.add("once")),
                    Mapped.onAll().afterConfigured(e -> seen.add("each")));
            map(Person.class);
            registry.configure();
            registry.map(Engineer.class);
            registry.configure();

            assertThat(seen).containsExactly("once", "each", "each");
        }

        @Test
        @Tag("M-23")
        void ignoreARunWithinThem() {
            map(Person.class, Engineer.class);
            recordRuns();
            during(Mapped.on(Person.class).mapperConfigured(e -> registry.configure()));

            registry.configure();

            assertThat(seen.stream().filter("before_configured"::equals)).hasSize(1);
        }

        @Test
        @Tag("M-23")
        void areOverWhenTheirEndIsTold() {
            map(Person.class);
            during(Mapped.onAll().afterConfigured(e -> seen.add(new Person("ed").name)));

            registry.configure();

            assertThat(seen).containsExactly("ed");
        }

        @Test
        @Tag("M-24")
        void leaveOutAMapperThatAListenerSkipsAndTryAgain() {
            map(Person.class, Engineer.class);
            recordRuns();
            during(
                    Mapped.on(Engineer.class).beforeMapperConfigured(e -> e.skip()),
                    Mapped.on(Engineer.class).beforeMapperConfigured(e -> seen.add("not reached")));

            registry.configure();
            registry.configure();

            assertThat(seen)
                    .containsExactly(
                            "before_configured",
                            "before Person",
                            "configured Person",
                            "before Engineer",
                            "after_configured",
                            "before_configured",
                            "before Engineer",
                            "after_configured");
        }

        @Test
        @Tag("M-24")
        void leaveOutAWholeHierarchyThatAPropagatedListenerSkips() {
            map(Person.class, Engineer.class);
            recordRuns();
            during(Mapped.on(Person.class).propagate().beforeMapperConfigured(e -> e.skip()));

            registry.configure();

            assertThat(seen)
                    .containsExactly("before_configured", "before Person", "before Engineer", "after_configured");
        }

        @Test
        @Tag("M-25")
        void failAgainAfterTheyFailed() {
            map(Topic.class);

            assertThatThrownBy(registry::configure)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("Book");
            assertThatThrownBy(registry::configure)
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith("An earlier attempt to configure the mappers failed:");
        }

        @Test
        @Tag("M-26")
        void takeInMappersMadeWhileAnotherOneWas() {
            registry = Registry.of();
            during(Mapped.on(Person.class)
                    .afterMapperConstructed(e -> registry.map(Topic.class, Book.class, Author.class)));
            registry.map(Person.class);
            recordRuns();

            registry.configure();

            assertThat(seen.stream().filter(line -> line.startsWith("configured ")))
                    .containsExactly("configured Person", "configured Topic", "configured Book", "configured Author");
        }
    }
}
