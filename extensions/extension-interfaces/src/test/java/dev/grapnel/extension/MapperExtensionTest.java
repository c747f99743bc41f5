package dev.grapnel.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.extension.PhoneBook.Colleague;
import dev.grapnel.extension.PhoneBook.Contact;
import dev.grapnel.extension.PhoneBook.Phone;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.SessionFactory;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each method of {@link MapperExtension} fires at its place. */
class MapperExtensionTest extends PhoneBookTest {

    private void extend(MapperExtension<? super Contact> extension) {
        untilEnd(Extensions.add(Contact.class, extension));
    }

    private void flush(Object object) {
        session.add(object);
        session.flush();
    }

    // ---- rows ----

    @Test
    @Tag("L-14")
    void anInsertLiesBetweenItsTwoHooks() {
        extend(new Recording(recorder));
        recorder.mappers().statements(engine);
        Contact ed = recorder.named("ed", new Contact("ed"));
        recorder.clear();

        flush(ed);

        recorder.assertTimeline(
                "before_insert ed", "- beforeInsert ed", "INSERT contact", "after_insert ed", "- afterInsert " + ed.id);
    }

    @Test
    void anUpdateLiesBetweenItsTwoHooks() {
        Contact ed = recorder.named("ed", new Contact("ed"));
        flush(ed);
        extend(new Recording(recorder));
        recorder.mappers().statements(engine);

        ed.name = "eddie";
        session.flush();

        recorder.assertTimeline(
                "before_update ed", "- beforeUpdate eddie", "UPDATE contact", "after_update ed", "- afterUpdate eddie");
    }

    @Test
    void aDeleteLiesBetweenItsTwoHooks() {
        Contact ed = recorder.named("ed", new Contact("ed"));
        flush(ed);
        assertThat(ed.phones).isEmpty();
        extend(new Recording(recorder));
        recorder.mappers().statements(engine);

        session.delete(ed);
        session.flush();

        recorder.assertTimeline(
                "before_delete ed", "- beforeDelete ed", "DELETE contact", "after_delete ed", "- afterDelete ed");
    }

    @Test
    @Tag("L-14")
    void aChangeBeforeTheInsertIsWritten() {
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain beforeInsert(Mapper mapper, StoreConnection connection, Contact contact) {
                contact.city = "Hull";
                return Chain.CONTINUE;
            }
        });

        flush(new Contact("ed"));
        session.commit();

        assertThat(session.query(Contact.class).one().city).isEqualTo("Hull");
    }

    @Test
    @Tag("L-14")
    void anObjectWithoutNetChangeIsToldAndNotWritten() {
        Contact ed = new Contact("ed");
        flush(ed);
        extend(new Recording(recorder));
        recorder.statements(engine);

        ed.name = "eddie";
        ed.name = "ed";
        session.flush();

        recorder.assertTimeline("- beforeUpdate ed", "- afterUpdate ed");
    }

    @Test
    void theConnectionIsThatOfTheTransaction() {
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain afterInsert(Mapper mapper, StoreConnection connection, Contact contact) {
                recorder.mark(
                        connection.unwrap(DSLContext.class).fetchCount(org.jooq.impl.DSL.table("contact")) + " row");
                return Chain.CONTINUE;
            }
        });

        flush(new Contact("ed"));

        recorder.assertTimeline("1 row");
    }

    /** All methods have to honour it, and not only those with a value of their own. */
    @Test
    @Tag("L-4")
    void stopIsHonouredByEveryMethodOfRows() {
        Contact ed = new Contact("ed");
        flush(ed);
        extend(new Stopping(recorder));
        extend(new Recording(recorder));

        Contact jack = new Contact("jack");
        flush(jack);
        ed.name = "eddie";
        session.flush();
        session.delete(ed);
        session.flush();

        recorder.assertTimeline(
                "init", "beforeInsert", "afterInsert", "beforeUpdate", "afterUpdate", "beforeDelete", "afterDelete");
    }

    @Test
    @Tag("L-4")
    void stopIsHonouredByEveryMethodOfTheLifeOfAnObject() {
        flush(new Contact("ed"));
        session.commit();
        session.close();
        registry.dispose();
        untilEnd(Extensions.add(Contact.class, List.of(new Stopping(recorder), new Recording(recorder))));
        registry = Registry.of(PhoneBook.ALL);
        session = SessionFactory.of(engine, registry).open();
        assertThat(session.query(Contact.class).list()).hasSize(1);
        assertThatThrownBy(() -> new Contact("")).hasMessage("a contact needs a name");

        recorder.assertTimeline("instrument", "instrument", "load", "init", "failed");
    }

    // ---- objects ----

    @Test
    @Tag("L-11")
    void aLoadedObjectIsReconstructedOnce() {
        Contact ed = new Contact("ed");
        ed.phones.add(new Phone("1"));
        ed.phones.add(new Phone("2"));
        flush(ed);
        session.commit();
        session.expungeAll();
        List<Integer> phonesThen = new ArrayList<>();
        extend(new Recording(recorder));
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain reconstructInstance(Mapper mapper, Contact contact) {
                phonesThen.add(contact.phones.size());
                return Chain.CONTINUE;
            }
        });

        Contact found = session.query(Contact.class)
                .load(LoadStrategy.JOINED, PhoneBook.PHONES)
                .one();
        session.refresh(found);

        recorder.assertTimeline("- reconstructInstance Contact ed");
        assertThat(phonesThen).containsExactly(1);
        assertThat(found.phones).hasSize(2);
    }

    @Test
    void constructionIsToldBeforeTheConstructorRuns() {
        extend(new Recording(recorder));
        recorder.instances();

        Colleague ed = new Colleague("ed", "2");

        recorder.assertTimeline("first_init Colleague", "init Colleague1", "- initInstance Colleague Colleague[ed]");
        assertThat(ed.name).isEqualTo("ed");
    }

    @Test
    void anArgumentMayBeReplaced() {
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain initInstance(Mapper mapper, Class<?> type, InitCall call, Contact contact) {
                assertThat(call.leafArguments()).containsExactly("ed", "2");
                call.replaceArgument(0, "eddie");
                return Chain.CONTINUE;
            }
        });

        assertThat(new Colleague("ed", "2").name).isEqualTo("eddie");
    }

    @Test
    @Tag("L-20")
    void theConstructorIsTheOneThatTheClassDeclares() throws NoSuchMethodException {
        AtomicReference<Constructor<?>> told = new AtomicReference<>();
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain initInstance(Mapper mapper, Class<?> type, InitCall call, Contact contact) {
                told.set(call.constructor());
                return Chain.CONTINUE;
            }
        });

        assertThat(new Contact("ed", "Hull").city).isEqualTo("Hull");

        assertThat(told.get()).isEqualTo(Contact.class.getDeclaredConstructor(String.class));
    }

    @Test
    @Tag("L-20")
    void theConstructorThatFailedIsToldToo() throws NoSuchMethodException {
        AtomicReference<Constructor<?>> told = new AtomicReference<>();
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain initFailed(Mapper mapper, Class<?> type, FailedCall call, Contact contact) {
                told.set(call.constructor());
                return Chain.CONTINUE;
            }
        });

        assertThatThrownBy(() -> new Colleague("", "2")).isInstanceOf(IllegalArgumentException.class);

        assertThat(told.get()).isEqualTo(Contact.class.getDeclaredConstructor(String.class));
    }

    @Test
    void theConstructorIsNotKnownAfterTheHook() {
        AtomicReference<InitCall> kept = new AtomicReference<>();
        extend(new MapperExtension<Contact>() {
            @Override
            public Chain initInstance(Mapper mapper, Class<?> type, InitCall call, Contact contact) {
                kept.set(call);
                return Chain.CONTINUE;
            }
        });
        assertThat(new Contact("ed").name).isEqualTo("ed");

        assertThatThrownBy(() -> kept.get().constructor())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot tell the constructor of this call: it is not running any more."
                        + " Ask for it within initInstance or initFailed, on the same thread.");
    }

    @Nested
    class AConstructorThatThrows {

        @Test
        void isToldWithItsArgumentsAndItsException() {
            extend(new Recording(recorder));

            assertThatThrownBy(() -> new Contact("")).isInstanceOf(IllegalArgumentException.class);

            recorder.assertTimeline(
                    "- initInstance Contact Contact[]", "- initFailed Contact[] a contact needs a name");
        }

        @Test
        void isNotHiddenByAnExtensionThatThrows() {
            extend(new MapperExtension<Contact>() {
                @Override
                public Chain initFailed(Mapper mapper, Class<?> type, FailedCall call, Contact instance) {
                    throw new IllegalStateException("the extension is wrong");
                }
            });

            assertThatThrownBy(() -> new Contact(""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a contact needs a name")
                    .hasNoSuppressedExceptions();
        }
    }

    @Test
    void aMapperIsToldWhenItIsMade() {
        registry.dispose();
        extend(new Recording(recorder));
        recorder.mappers().without("after_mapper_constructed");

        registry = Registry.of(Contact.class, Colleague.class, Phone.class);

        recorder.assertTimeline(
                "instrument_class Contact",
                "- instrumentClass Contact Contact",
                "instrument_class Colleague",
                "- instrumentClass Colleague Colleague",
                "instrument_class Phone");
        assertThatCode(() -> registry.configure()).doesNotThrowAnyException();
    }
}
