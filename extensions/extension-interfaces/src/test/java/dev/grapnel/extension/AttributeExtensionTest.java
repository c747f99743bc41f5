package dev.grapnel.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.extension.PhoneBook.Colleague;
import dev.grapnel.extension.PhoneBook.Contact;
import dev.grapnel.extension.PhoneBook.Phone;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each method of {@link AttributeExtension} is called at its place. */
class AttributeExtensionTest extends PhoneBookTest {

    /** Marks every call in the timeline. */
    private class Recording<V> implements AttributeExtension<V> {
        @Override
        public @Nullable V append(InstanceState state, @Nullable V value, Initiator initiator) {
            recorder.mark("append " + name(state) + " " + shown(value) + " from " + initiator.key());
            return value;
        }

        @Override
        public @Nullable V set(InstanceState state, @Nullable V value, @Nullable V oldValue, Initiator initiator) {
            recorder.mark(
                    "set " + name(state) + " " + shown(value) + " was " + shown(oldValue) + " from " + initiator.key());
            return value;
        }

        @Override
        public void remove(InstanceState state, @Nullable V value, Initiator initiator) {
            recorder.mark("remove " + name(state) + " " + shown(value) + " from " + initiator.key());
        }

        private String name(InstanceState state) {
            return state.manager().type().getSimpleName();
        }

        private String shown(@Nullable Object value) {
            return value instanceof Phone phone
                    ? phone.number
                    : value instanceof Contact contact ? contact.name : Objects.toString(value);
        }
    }

    /** Adds a letter. */
    private record Adding(String letter) implements AttributeExtension<String> {
        @Override
        public String set(InstanceState state, @Nullable String value, @Nullable String oldValue, Initiator initiator) {
            return value + letter;
        }
    }

    @Test
    void aValueIsToldWithTheOneBefore() {
        Contact ed = new Contact("ed");
        untilEnd(Extensions.add(PhoneBook.NAME, new Recording<>()));

        ed.name = "eddie";

        recorder.assertTimeline("set Contact eddie was ed from name");
    }

    @Test
    void elementsAreToldAsTheyJoinAndLeave() {
        Contact ed = new Contact("ed");
        Phone phone = new Phone("1");
        untilEnd(Extensions.add(PhoneBook.PHONES, new Recording<>()));

        ed.phones.add(phone);
        ed.phones.remove(phone);

        recorder.assertTimeline("append Contact 1 from phones", "remove Contact 1 from phones");
    }

    @Test
    void aReferenceIsToldAlsoWhereItFollowsItsOtherSide() {
        Contact ed = new Contact("ed");
        Contact jack = new Contact("jack");
        Phone phone = new Phone("1");
        untilEnd(Extensions.add(PhoneBook.OWNER, new Recording<>()));

        phone.contact = ed;
        jack.phones.add(phone);

        recorder.assertTimeline("set Phone ed was null from contact", "set Phone jack was ed from phones");
    }

    @Test
    @Tag("L-17")
    void aValuePassesAlongTheExtensions() {
        Contact ed = new Contact("ed");
        untilEnd(Extensions.add(PhoneBook.NAME, new Adding("a"), new AttributeExtension<>() {}, new Adding("b")));

        ed.name = "x";

        assertThat(ed.name).isEqualTo("xab");
    }

    @Test
    @Tag("L-17")
    void whatIsReturnedJoinsTheCollection() {
        Contact ed = new Contact("ed");
        Phone other = new Phone("2");
        untilEnd(Extensions.add(PhoneBook.PHONES, new AttributeExtension<Phone>() {
            @Override
            public Phone append(InstanceState state, @Nullable Phone value, Initiator initiator) {
                return other;
            }
        }));

        ed.phones.add(new Phone("1"));

        assertThat(ed.phones).containsExactly(other);
    }

    @Test
    @Tag("L-17")
    void nullIsStored() {
        Contact ed = new Contact("ed");
        untilEnd(Extensions.add(PhoneBook.NAME, new AttributeExtension<String>() {
            @Override
            public @Nullable String set(
                    InstanceState state, @Nullable String value, @Nullable String oldValue, Initiator initiator) {
                return null;
            }
        }));

        ed.name = "x";

        assertThat(ed.name).isNull();
    }

    @Test
    void anExceptionRefusesTheWrite() {
        Contact ed = new Contact("ed");
        untilEnd(Extensions.add(PhoneBook.NAME, new AttributeExtension<String>() {
            @Override
            public String set(
                    InstanceState state, @Nullable String value, @Nullable String oldValue, Initiator initiator) {
                throw new IllegalArgumentException("no " + value);
            }
        }));

        assertThatThrownBy(() -> ed.name = "x").isInstanceOf(IllegalArgumentException.class);
        assertThat(ed.name).isEqualTo("ed");
    }

    @Test
    void subclassesAreExtendedToo() {
        untilEnd(Extensions.add(PhoneBook.NAME, new Adding("!")));

        Colleague ed = new Colleague("ed", "1");

        assertThat(ed.name).isEqualTo("ed!");
    }

    private Contact expired() {
        Contact ed = new Contact("ed");
        session.add(ed);
        session.commit();
        recorder.statements(engine);
        return ed;
    }

    @Test
    @Tag("L-18")
    void theOldValueIsLoadedUnlikeForListeners() {
        Contact ed = expired();
        untilEnd(Events.on(PhoneBook.CITY).onSet(event -> recorder.mark("listener")));
        untilEnd(Extensions.add(PhoneBook.NAME, new Recording<>()));

        ed.city = "Hull";
        recorder.assertTimeline("listener");
        session.rollback();
        ed.name = "eddie";

        recorder.assertTimeline("listener", "SELECT contact", "set Contact eddie was ed from name");
    }

    @Test
    @Tag("L-18")
    void theOldValueIsNotLoadedForAnExtensionThatDoesNotWantIt() {
        Contact ed = expired();
        untilEnd(Extensions.add(PhoneBook.CITY, new Recording<>() {
            @Override
            public boolean activeHistory() {
                return false;
            }
        }));

        ed.city = "Hull";

        recorder.assertTimeline("set Contact Hull was null from city");
    }

    @Test
    @Tag("L-19")
    void allThreeMethodsAreListenedTo() {
        ClassManager manager = Objects.requireNonNull(ClassManager.find(Contact.class));
        registry.configure();

        Subscription added = untilEnd(Extensions.add(PhoneBook.CITY, new AttributeExtension<>() {}));

        assertThat(Stream.of(AttributeEventKeys.APPEND, AttributeEventKeys.SET, AttributeEventKeys.REMOVE))
                .allSatisfy(key -> assertThat(manager.tracker("city")
                                .dispatch()
                                .listeners(key)
                                .snapshot())
                        .hasSize(1));
        added.close();
        assertThat(manager.tracker("city")
                        .dispatch()
                        .listeners(AttributeEventKeys.SET)
                        .isEmpty())
                .isTrue();
    }
}
