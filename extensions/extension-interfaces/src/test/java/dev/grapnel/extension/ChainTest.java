package dev.grapnel.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperEventKeys;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.events.Subscription;
import dev.grapnel.extension.PhoneBook.Colleague;
import dev.grapnel.extension.PhoneBook.Contact;
import dev.grapnel.extension.PhoneBook.Named;
import dev.grapnel.extension.PhoneBook.Phone;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.SessionFactory;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which extensions are asked, and in which order. */
class ChainTest extends PhoneBookTest {

    private Marking marking(String name) {
        return new Marking(recorder, name);
    }

    private void insert(Object object) {
        session.add(object);
        session.flush();
    }

    @Test
    @Tag("L-1")
    void extensionsAreAskedInTheOrderOfTheList() {
        untilEnd(Extensions.add(Contact.class, List.of(marking("one"), marking("two"))));
        untilEnd(Extensions.add(Contact.class, marking("three")));

        insert(new Contact("ed"));

        recorder.assertTimeline("one", "two", "three");
    }

    @Test
    @Tag("L-1")
    void whenAllContinueTheRowIsWritten() {
        untilEnd(Extensions.add(Contact.class, marking("one")));

        insert(new Contact("ed"));

        assertThat(session.query(Contact.class).count()).isEqualTo(1);
    }

    @Test
    @Tag("L-2")
    void stopEndsTheChainAndTheRowIsWritten() {
        untilEnd(Extensions.add(Contact.class, new Marking(recorder, "one", Chain.STOP), marking("two")));

        insert(new Contact("ed"));

        recorder.assertTimeline("one");
        assertThat(session.query(Contact.class).count()).isEqualTo(1);
    }

    @Test
    @Tag("L-2")
    void nullEndsTheChain() {
        untilEnd(Extensions.add(Contact.class, new Marking(recorder, "one", null), marking("two")));

        insert(new Contact("ed"));

        recorder.assertTimeline("one");
    }

    @Test
    @Tag("L-2")
    void stopHoldsForOneCallOnly() {
        untilEnd(Extensions.add(Contact.class, new Marking(recorder, "one", Chain.STOP), marking("two")));

        insert(new Contact("ed"));
        insert(new Contact("jack"));

        recorder.assertTimeline("one", "one");
    }

    @Test
    void otherListenersRunAfterAChainThatStopped() {
        untilEnd(Extensions.add(Contact.class, new Marking(recorder, "one", Chain.STOP)));
        untilEnd(Mapped.on(Contact.class).beforeInsert(event -> recorder.mark("listener")));

        insert(new Contact("ed"));

        recorder.assertTimeline("one", "listener");
    }

    @Test
    void anExceptionReachesTheFlush() {
        untilEnd(Extensions.add(Contact.class, new MapperExtension<Contact>() {
            @Override
            public Chain beforeInsert(Mapper mapper, StoreConnection connection, Contact contact) {
                throw new IllegalStateException("no " + contact.name);
            }
        }));
        session.add(new Contact("ed"));

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no ed");
    }

    @Nested
    class OfSeveralPlaces {

        @Test
        @Tag("L-5")
        void beginsWithTheClassAndEndsWithAllMappers() {
            untilEnd(Extensions.addToAll(marking("all")));
            untilEnd(Extensions.add(registry, marking("registry")));
            untilEnd(Extensions.add(Named.class, marking("interface")));
            untilEnd(Extensions.add(Contact.class, marking("contact")));
            untilEnd(Extensions.add(Colleague.class, marking("colleague")));

            insert(new Colleague("ed", "1"));

            recorder.assertTimeline("colleague", "contact", "interface", "registry", "all");
        }

        @Test
        @Tag("L-5")
        void asksAnExtensionOnceWhereItStandsFirst() {
            Marking twice = marking("twice");
            untilEnd(Extensions.add(Contact.class, marking("contact"), twice));
            untilEnd(Extensions.add(Colleague.class, twice));

            insert(new Colleague("ed", "1"));
            insert(new Contact("jack"));

            recorder.assertTimeline("twice", "contact", "contact", "twice");
        }

        @Test
        @Tag("L-2")
        @Tag("L-5")
        void endsAsAWhole() {
            untilEnd(Extensions.addToAll(marking("all")));
            untilEnd(Extensions.add(Contact.class, marking("contact")));
            untilEnd(Extensions.add(Colleague.class, new Marking(recorder, "colleague", Chain.STOP)));

            insert(new Colleague("ed", "1"));

            recorder.assertTimeline("colleague");
        }

        @Test
        @Tag("L-7")
        void appliesToSubclasses() {
            untilEnd(Extensions.add(Contact.class, marking("contact")));

            insert(new Colleague("ed", "1"));
            insert(new Phone("1"));

            recorder.assertTimeline("contact");
        }

        @Test
        @Tag("L-7")
        void appliesToSubclassesThatAreMappedLater() {
            registry.dispose();
            registry = Registry.of(Contact.class, Phone.class);
            untilEnd(Extensions.add(registry.mapper(Contact.class), marking("contact")));
            registry.map(Colleague.class);
            session.close();
            session = SessionFactory.of(engine, registry).open();

            insert(new Colleague("ed", "1"));

            recorder.assertTimeline("contact");
        }

        @Test
        void doesNotReachAnotherRegistry() {
            registry.dispose();
            registry = Registry.of(Contact.class, Colleague.class, Phone.class);
            Registry other = Registry.of(Stranger.class);
            untilEnd(Extensions.add(other, marking("other")));
            session.close();
            session = SessionFactory.of(engine, registry).open();

            insert(new Contact("ed"));
            other.dispose();

            recorder.assertTimeline();
        }
    }

    @Nested
    class OfTime {

        @Test
        void aClosedSubscriptionRemovesItsExtensionsOnly() {
            Subscription one = untilEnd(Extensions.add(Contact.class, marking("one")));
            untilEnd(Extensions.add(Contact.class, marking("two")));

            insert(new Contact("ed"));
            one.close();
            insert(new Contact("jack"));

            assertThat(one.isActive()).isFalse();
            recorder.assertTimeline("one", "two", "two");
        }

        @Test
        void extensionsOfAMapperGoWithIt() {
            Subscription ofMapper = Extensions.add(registry.mapper(Contact.class), marking("mapper"));
            untilEnd(Extensions.add(registry, marking("registry")));
            registry.dispose();
            registry = Registry.of(PhoneBook.ALL);
            session.close();
            session = SessionFactory.of(engine, registry).open();

            insert(new Contact("ed"));

            assertThat(ofMapper.isActive()).isFalse();
            recorder.assertTimeline();
        }

        @Test
        void extensionsOfAClassThatIsNotMappedWaitForIt() {
            registry.dispose();
            untilEnd(Extensions.add(Contact.class, marking("class")));
            for (int round = 0; round < 2; round++) {
                registry = Registry.of(PhoneBook.ALL);
                session.close();
                session = SessionFactory.of(engine, registry).open();
                insert(new Contact("ed"));
                registry.dispose();
            }

            recorder.assertTimeline("class", "class");
        }
    }

    @Nested
    class OfOverriddenMethods {

        private int listeners(Class<?> type) {
            Mapper mapper = registry.mapper(type);
            return MapperEventKeys.CATALOG.keys().stream()
                    .mapToInt(key -> mapper.dispatch().listeners(key).snapshot().size())
                    .sum();
        }

        @Test
        @Tag("L-6")
        @Tag("L-19")
        void oneOverriddenMethodCostsOneListener() {
            int before = listeners(Contact.class);

            untilEnd(Extensions.add(Contact.class, marking("one")));

            assertThat(listeners(Contact.class)).isEqualTo(before + 1);
        }

        @Test
        @Tag("L-19")
        void anExtensionWithoutMethodsCostsNothing() {
            int before = listeners(Contact.class);

            untilEnd(Extensions.add(Contact.class, new MapperExtension<Contact>() {}));

            assertThat(listeners(Contact.class)).isEqualTo(before);
        }

        @Test
        @Tag("L-6")
        void aMethodThatIsNotOverriddenCountsAsContinue() {
            untilEnd(Extensions.add(Contact.class, List.of(new MapperExtension<Object>() {}, marking("two"))));

            insert(new Contact("ed"));

            recorder.assertTimeline("two");
        }

        @Test
        @Tag("L-6")
        void anInheritedMethodIsOverridden() {
            untilEnd(Extensions.add(Contact.class, new Marking(recorder, "inherited") {}));

            insert(new Contact("ed"));

            recorder.assertTimeline("inherited");
        }
    }
}
