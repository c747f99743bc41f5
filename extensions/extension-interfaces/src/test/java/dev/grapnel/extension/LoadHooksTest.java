package dev.grapnel.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.Instance;
import dev.grapnel.extension.PhoneBook.Colleague;
import dev.grapnel.extension.PhoneBook.Contact;
import dev.grapnel.extension.PhoneBook.Phone;
import dev.grapnel.sql.row.MappedRow;
import dev.grapnel.sql.row.RowEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The four hooks of rows that are read. */
class LoadHooksTest extends PhoneBookTest {
    private Integer ed;
    private Integer jack;

    @BeforeEach
    void fill() {
        Contact one = new Contact("ed", "Hull");
        one.phones.add(new Phone("1"));
        one.phones.add(new Phone("2"));
        Colleague two = new Colleague("jack", "r1");
        session.add(one);
        session.flush();
        session.add(two);
        session.commit();
        ed = one.id;
        jack = two.id;
        session.expungeAll();
    }

    private void extend(MapperExtension<? super Contact> extension) {
        untilEnd(Extensions.add(Contact.class, extension));
    }

    private List<Contact> all() {
        return session.query(Contact.class).orderBy(PhoneBook.NAME.asc()).list();
    }

    /** Marks each of the four, and reconstruction, in the timeline. */
    private class Recording implements MapperExtension<Contact> {
        private Chain mark(String line) {
            recorder.mark(line);
            return Chain.CONTINUE;
        }

        @Override
        public RowReply translateRow(Mapper mapper, LoadContext context, MappedRow row) {
            return mark("translate " + name(mapper) + " " + row.get(PhoneBook.NAME));
        }

        @Override
        public InstanceReply createInstance(Mapper mapper, LoadContext context, MappedRow row, Class<?> type) {
            return mark("create " + name(mapper) + " " + type.getSimpleName() + " " + row.get(PhoneBook.NAME));
        }

        @Override
        public Chain populateInstance(
                Mapper mapper, LoadContext context, MappedRow row, Contact instance, RowFlags flags) {
            assertThat(flags.instanceKey()).isEqualTo(Instance.of(instance).key());
            return mark("populate " + name(mapper) + " " + row.get(PhoneBook.NAME)
                    + (flags.isNew() ? " new" : " again")
                    + (flags.onlyLoadProps() == null ? "" : " " + flags.onlyLoadProps()));
        }

        @Override
        public Chain appendResult(
                Mapper mapper,
                LoadContext context,
                MappedRow row,
                Contact instance,
                List<Object> result,
                RowFlags flags) {
            return mark("append " + instance.name + " to " + result.size() + (flags.isNew() ? " new" : " again"));
        }

        @Override
        public Chain reconstructInstance(Mapper mapper, Contact instance) {
            return mark("reconstruct " + instance.name);
        }

        private String name(Mapper mapper) {
            return mapper.type().getSimpleName();
        }
    }

    // ---- order ----

    @Test
    @Tag("L-8")
    void aRowIsTranslatedBeforeItsClassIsKnownAndAgainForItsClass() {
        extend(new Recording());

        assertThat(all()).hasSize(2);

        recorder.assertTimeline(
                "translate Contact ed",
                "create Contact Contact ed",
                "populate Contact ed new",
                "reconstruct ed",
                "append ed to 0 new",
                "translate Contact jack",
                "translate Colleague jack",
                "create Colleague Colleague jack",
                "populate Colleague jack new",
                "reconstruct jack",
                "append jack to 1 new");
    }

    @Test
    @Tag("L-10")
    void furtherRowsOfAnObjectFillItAgain() {
        extend(new Recording());

        Contact found = session.query(Contact.class)
                .where(PhoneBook.NAME.eq("ed"))
                .load(LoadStrategy.JOINED, PhoneBook.PHONES)
                .list()
                .get(0);

        recorder.assertTimeline(
                "translate Contact ed",
                "create Contact Contact ed",
                "populate Contact ed new",
                "reconstruct ed",
                "append ed to 0 new",
                "translate Contact ed",
                "populate Contact ed again",
                "append ed to 1 again");
        assertThat(found.phones).hasSize(2);
    }

    @Test
    void anObjectInMemoryIsNeitherMadeNorFilled() {
        List<Contact> held = all();
        assertThat(held.get(0).phones).hasSize(2);
        extend(new Recording());

        session.query(Contact.class).where(PhoneBook.NAME.eq("ed")).list();

        assertThat(held).hasSize(2);
        recorder.assertTimeline("translate Contact ed", "append ed to 0 new");
    }

    @Test
    @Tag("L-10")
    void anObjectThatLacksValuesIsToldWhich() {
        Contact held = session.get(Contact.class, ed);
        session.expire(held, "city");
        extend(new Recording());

        session.query(Contact.class).where(PhoneBook.NAME.eq("ed")).list();

        assertThat(recorder.timeline()).contains("populate Contact ed new [city, phones]");
    }

    @Test
    void aLoadByKeyAndARefreshPutNothingIntoAResult() {
        extend(new Recording());

        Contact found = session.get(Contact.class, ed);
        session.refresh(found);

        recorder.assertTimeline(
                "translate Contact ed",
                "create Contact Contact ed",
                "populate Contact ed new",
                "reconstruct ed",
                "translate Contact ed",
                "populate Contact ed new");
    }

    @Test
    @Tag("L-12")
    void objectsOfARelationshipPutNothingIntoAResult() {
        extend(new Recording());
        List<Phone> phones = session.query(Phone.class)
                .load(LoadStrategy.JOINED, PhoneBook.OWNER)
                .list();

        assertThat(phones).hasSize(2);
        assertThat(recorder.timeline())
                .contains("create Contact Contact ed", "populate Contact ed new")
                .noneMatch(line -> line.startsWith("append"));
    }

    // ---- translate_row ----

    private abstract static class Translating implements MapperExtension<Contact> {
        abstract MappedRow translated(MappedRow row);

        @Override
        public RowReply translateRow(Mapper mapper, LoadContext context, MappedRow row) {
            return mapper.parent() == null ? RowReply.of(translated(row)) : Chain.CONTINUE;
        }
    }

    @Test
    @Tag("L-8")
    void aTranslatedRowIsReadInPlaceOfTheOtherOne() {
        extend(new Translating() {
            @Override
            MappedRow translated(MappedRow row) {
                return row.with(PhoneBook.NAME, row.get(PhoneBook.NAME) + "!").with("city", null);
            }
        });

        Contact found = session.get(Contact.class, ed);

        assertThat(found.name).isEqualTo("ed!");
        assertThat(found.city).isNull();
        assertThat(Instance.of(found).isModified(true)).isFalse();
    }

    @Test
    @Tag("L-8")
    void aTranslatedRowMayBeOfAnotherIdentity() {
        extend(new Translating() {
            @Override
            MappedRow translated(MappedRow row) {
                return row.with("id", (Integer) Objects.requireNonNull(row.get("id")) + 1000);
            }
        });

        assertThat(all()).extracting(contact -> contact.id).containsExactly(ed + 1000, jack + 1000);
        assertThat(Instance.of(session.query(Contact.class)
                                .where(PhoneBook.NAME.eq("ed"))
                                .one())
                        .key()
                        .parts())
                .isEqualTo(List.of(ed + 1000));
    }

    @Test
    @Tag("L-8")
    void aTranslatedRowMayBeOfAnotherClass() {
        extend(new Translating() {
            @Override
            MappedRow translated(MappedRow row) {
                return row.with("kind", "colleague");
            }
        });

        assertThat(all()).allSatisfy(contact -> assertThat(contact).isInstanceOf(Colleague.class));
    }

    @Test
    @Tag("L-3")
    void theFirstTranslatedRowEndsTheChain() {
        extend(new Translating() {
            @Override
            MappedRow translated(MappedRow row) {
                return row.with(PhoneBook.NAME, "first");
            }
        });
        extend(new Translating() {
            @Override
            MappedRow translated(MappedRow row) {
                return row.with(PhoneBook.NAME, "second");
            }
        });

        assertThat(session.get(Contact.class, ed).name).isEqualTo("first");
    }

    @Test
    @Tag("L-3")
    void stopKeepsTheRowAndTheDefaultObject() {
        extend(new MapperExtension<Contact>() {
            @Override
            public RowReply translateRow(Mapper mapper, LoadContext context, MappedRow row) {
                return Chain.STOP;
            }

            @Override
            public InstanceReply createInstance(Mapper mapper, LoadContext context, MappedRow row, Class<?> type) {
                return Chain.STOP;
            }
        });
        extend(new Recording());

        assertThat(session.get(Contact.class, ed).name).isEqualTo("ed");
        recorder.assertTimeline("populate Contact ed new", "reconstruct ed");
    }

    @Test
    void aRowHasItsMappedColumns() {
        List<Object> seen = new ArrayList<>();
        extend(new MapperExtension<Contact>() {
            @Override
            public RowReply translateRow(Mapper mapper, LoadContext context, MappedRow row) {
                seen.add(row.names());
                seen.add(row.has("kind"));
                seen.add(row.has("nothing"));
                seen.add(Objects.requireNonNull(row.get("kind")));
                return Chain.CONTINUE;
            }
        });

        session.get(Contact.class, ed);

        assertThat(seen).containsExactly(java.util.Set.of("id", "name", "city", "class#kind"), true, false, "contact");
    }

    @Test
    void aRowRefusesWhatItDoesNotHave() {
        extend(new Translating() {
            @Override
            MappedRow translated(MappedRow row) {
                return row.with("nam", "x");
            }
        });

        assertThatThrownBy(() -> session.get(Contact.class, ed))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot find 'nam' in a row of Contact, which has [")
                .hasMessageContaining("'name'");
    }

    @Test
    void aRowRefusesAValueOfAnotherType() {
        extend(new Translating() {
            @Override
            MappedRow translated(MappedRow row) {
                return row.with("name", 1);
            }
        });

        assertThatThrownBy(() -> session.get(Contact.class, ed))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot put a java.lang.Integer into a row of Contact as 'name': its values are of"
                                + " java.lang.String. Convert it before.");
    }

    @Test
    void aRowOfOnesOwnMakingIsRefused() {
        untilEnd(RowEvents.on(Contact.class).translateRow(event -> null));

        assertThatThrownBy(() -> session.get(Contact.class, ed))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "Cannot read what a listener to translate_row of Contact returned: null is not the row"
                                + " it was given. Return event.row(), or what its method with(…) gives.");
    }

    // ---- create_instance ----

    @Nested
    class AnObjectThatAnExtensionMakes {

        private void make(Object object) {
            extend(new MapperExtension<Contact>() {
                @Override
                public InstanceReply createInstance(Mapper mapper, LoadContext context, MappedRow row, Class<?> type) {
                    return mapper.parent() == null ? InstanceReply.of(object) : Chain.CONTINUE;
                }
            });
        }

        @Test
        @Tag("L-9")
        void becomesTheObjectOfTheRow() {
            Contact made = new Contact("x");
            make(made);

            Contact found = session.get(Contact.class, ed);

            assertThat(found).isSameAs(made);
            assertThat(found.name).isEqualTo("ed");
            assertThat(Instance.of(found).isModified(true)).isFalse();
            assertThat(found.phones).extracting(phone -> phone.number).containsExactly("1", "2");
            found.name = "eddie";
            session.commit();
            assertThat(session.query(Contact.class)
                            .where(PhoneBook.NAME.eq("eddie"))
                            .one())
                    .isSameAs(made);
        }

        @Test
        @Tag("L-9")
        void mayBeOfAnotherMappedClass() {
            Colleague made = new Colleague("x", "r9");
            make(made);

            List<Contact> first = all();
            List<Contact> again = all();

            assertThat(first.get(0)).isSameAs(made);
            assertThat(again.get(0)).isSameAs(made);
            assertThat(made.name).isEqualTo("ed");
            assertThat(made.city).isEqualTo("Hull");
        }

        @Test
        @Tag("L-9")
        void mayNotBelongToASession() {
            Contact pending = new Contact("x");
            session.add(pending);
            make(pending);

            assertThatThrownBy(() -> session.get(Contact.class, ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot use what a listener to create_instance of Contact returned, a "
                            + Contact.class.getName() + ": it belongs to a session already."
                            + " Return a new object of a class that the registry maps, or null to have one made.");
        }

        @Test
        void mayNotHaveAKey() {
            Contact detached = session.get(Contact.class, ed);
            session.expunge(detached);
            make(detached);

            assertThatThrownBy(() -> session.get(Contact.class, ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("it has the key of a row already");
        }

        @Test
        void mayNotBeOfAnUnmappedClass() {
            make("text");

            assertThatThrownBy(() -> session.get(Contact.class, ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("its class was not mapped when it was made");
        }
    }

    // ---- populate_instance ----

    /** Fills the city alone. */
    private static final class OnlyCity implements MapperExtension<Contact> {
        @Override
        public @Nullable Chain populateInstance(
                Mapper mapper, LoadContext context, MappedRow row, Contact instance, RowFlags flags) {
            instance.city = "from the extension";
            return null;
        }
    }

    @Test
    @Tag("L-10")
    void anObjectThatIsNotFilledKeepsItsAttributesAndIsToldAsLoaded() {
        extend(new OnlyCity());
        extend(new Recording());
        recorder.instances();

        Contact found = session.get(Contact.class, ed);

        assertThat(recorder.timeline()).contains("load Contact1").doesNotContain("populate Contact ed new");
        assertThat(found.city).isEqualTo("from the extension");
        assertThat(Instance.of(found).isModified(true)).isFalse();
        assertThat(Instance.of(found).unloaded()).contains("name");
    }

    @Test
    @Tag("L-10")
    void aRefreshThatIsSkippedLeavesTheAttributes() {
        Contact found = session.get(Contact.class, ed);
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain populateInstance(
                    Mapper mapper, LoadContext context, MappedRow row, Contact instance, RowFlags flags) {
                return Chain.STOP;
            }
        });
        recorder.instances();
        found.city = "elsewhere";

        session.query(Contact.class)
                .where(PhoneBook.NAME.eq("ed"))
                .populateExisting()
                .withoutAutoflush()
                .list();

        assertThat(found.city).isEqualTo("elsewhere");
        assertThat(recorder.timeline()).contains("refresh Contact1 all");
    }

    // ---- append_result ----

    private abstract static class Appending implements MapperExtension<Contact> {
        @Override
        public final Chain appendResult(
                Mapper mapper,
                LoadContext context,
                MappedRow row,
                Contact instance,
                List<Object> result,
                RowFlags flags) {
            append(instance, result);
            return Chain.STOP;
        }

        abstract void append(Contact contact, List<Object> result);
    }

    private static final class Twice extends Appending {
        @Override
        void append(Contact contact, List<Object> result) {
            result.add(contact);
            result.add(contact);
        }
    }

    private static final class Nothing extends Appending {
        @Override
        void append(Contact contact, List<Object> result) {}
    }

    @Test
    @Tag("L-12")
    void anExtensionMayPutAnObjectIntoTheResultSeveralTimes() {
        extend(new Twice());

        assertThat(all()).extracting(contact -> contact.name).containsExactly("ed", "ed", "jack", "jack");
    }

    @Test
    @Tag("L-12")
    void anExtensionMayLeaveAnObjectOut() {
        extend(new Nothing());

        assertThat(all()).isEmpty();
        assertThat(session.query(Contact.class).count()).isEqualTo(2);
    }

    @Test
    @Tag("L-12")
    void theHookHoldsForStreams() {
        extend(new Twice());

        try (var stream = session.query(Contact.class).orderBy(PhoneBook.NAME.asc()).stream(1)) {
            assertThat(stream.map(contact -> contact.name)).containsExactly("ed", "ed", "jack", "jack");
        }
    }

    // ---- no event of the later versions ----

    /** The replacements that rule L-13 names are there as well; these hooks are native events. */
    @Test
    @Tag("L-13")
    void theHooksAreEventsThatListenersMayUseWithoutAnExtension() {
        untilEnd(RowEvents.on(Contact.class)
                .propagate()
                .translateRow(event ->
                        event.row().with(PhoneBook.NAME, event.row().get(PhoneBook.NAME) + "?")));
        untilEnd(RowEvents.on(Contact.class).createInstance(event -> {
            recorder.mark("create " + event.row().get(PhoneBook.NAME));
            return event.value();
        }));
        untilEnd(RowEvents.onAll().populateInstance(event -> recorder.mark("populate " + event.isNew())));
        untilEnd(RowEvents.on(Contact.class).appendResult(event -> event.skip()));

        assertThat(all()).extracting(contact -> contact.name).containsExactly("jack??");

        recorder.assertTimeline("create ed?", "populate true", "populate true");
    }

    @Test
    @Tag("L-13")
    void aChangedStatementDoesTheSameForTheWholeResult() {
        untilEnd(dev.grapnel.events.Events.on(session).replaceOnOrmExecute(statement -> {
            List<?> objects = statement.invoke().objects();
            return dev.grapnel.core.session.OrmResult.ofObjects(objects.subList(0, 1));
        }));

        assertThat(all()).hasSize(1);
    }
}
