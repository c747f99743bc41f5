package dev.grapnel.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.hooks.AddressBook.Company;
import dev.grapnel.hooks.AddressBook.Contact;
import dev.grapnel.hooks.AddressBook.Friend;
import dev.grapnel.hooks.AddressBook.Keyed;
import dev.grapnel.hooks.AddressBook.Named;
import dev.grapnel.hooks.AddressBook.Note;
import dev.grapnel.hooks.AddressBook.Phone;
import dev.grapnel.hooks.AddressBook.Plain;
import dev.grapnel.hooks.AddressBook.Typed;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Instance hooks")
class InstanceHooksTest extends AddressBookTest {

    static Stream<BiFunction<Integer, String, Keyed>> formsOfHooks() {
        return Stream.of(Contact::new, Typed::new, Named::new);
    }

    private void recordPlaces() {
        untilEnd(Events.on(engine)
                .beforeStatement(event -> Timeline.add(event.kind().toString())));
        untilEnd(Events.on(sessions).beforeFlush(event -> Timeline.add("before_flush")));
        untilEnd(Events.on(sessions).afterFlush(event -> Timeline.add("after_flush")));
        untilEnd(Events.on(sessions).afterFlushPostexec(event -> Timeline.add("after_flush_postexec")));
        untilEnd(Mapped.onAll().beforeInsert(event -> Timeline.add("before_insert")));
        untilEnd(Mapped.onAll().afterInsert(event -> Timeline.add("after_insert")));
        untilEnd(Mapped.onAll().beforeUpdate(event -> Timeline.add("before_update")));
        untilEnd(Mapped.onAll().afterUpdate(event -> Timeline.add("after_update")));
        untilEnd(Mapped.onAll().beforeDelete(event -> Timeline.add("before_delete")));
        untilEnd(Mapped.onAll().afterDelete(event -> Timeline.add("after_delete")));
    }

    private List<String> hooksOnly() {
        return Timeline.take().stream().map(line -> line.replace("+", "")).toList();
    }

    // ---- at their places ----

    @ParameterizedTest
    @MethodSource("formsOfHooks")
    @Tag("L-21")
    @Tag("L-26")
    void runAroundAnInsertAtTheirPlaces(BiFunction<Integer, String, Keyed> form) {
        recordPlaces();
        untilEnd(InstanceHooks.on(registry, sessions));
        session.add(form.apply(1, "ed"));
        session.flush();

        assertThat(hooksOnly())
                .containsExactly(
                        "before_flush",
                        "newBeforeFlush ed",
                        "before_insert",
                        "beforeInsert ed",
                        "INSERT",
                        "after_insert",
                        "afterInsert ed",
                        "after_flush",
                        "newAfterFlush ed",
                        "after_flush_postexec");
    }

    @ParameterizedTest
    @MethodSource("formsOfHooks")
    @Tag("L-21")
    @Tag("L-26")
    void runAroundAnUpdateAtTheirPlaces(BiFunction<Integer, String, Keyed> form) {
        Keyed object = form.apply(1, "ed");
        given(object);
        recordPlaces();
        untilEnd(InstanceHooks.on(registry, sessions));
        object.name = "al";
        session.flush();

        assertThat(hooksOnly())
                .containsExactly(
                        "before_flush",
                        "before_update",
                        "beforeUpdate al",
                        "UPDATE",
                        "after_update",
                        "afterUpdate al",
                        "after_flush",
                        "dirtyAfterFlush al",
                        "after_flush_postexec");
    }

    @ParameterizedTest
    @MethodSource("formsOfHooks")
    @Tag("L-21")
    @Tag("L-26")
    void runAroundADeleteAtTheirPlaces(BiFunction<Integer, String, Keyed> form) {
        Keyed object = form.apply(1, "ed");
        given(object);
        session.refresh(object);
        recordPlaces();
        untilEnd(InstanceHooks.on(registry, sessions));
        session.delete(object);
        Timeline.take();
        session.flush();

        assertThat(hooksOnly())
                .filteredOn(line -> !line.equals("SELECT"))
                .containsExactly(
                        "before_flush",
                        "before_delete",
                        "beforeDelete ed",
                        "DELETE",
                        "after_delete",
                        "afterDelete ed",
                        "after_flush",
                        "deletedAfterFlush ed",
                        "after_flush_postexec");
    }

    @Test
    void writeWhatBeforeInsertSets() {
        untilEnd(InstanceHooks.on(registry));
        session.add(new Contact(1, "ed"));
        session.commit();

        assertThat(session.get(Contact.class, 1).name).isEqualTo("ed+");
    }

    // ---- the sets of a flush ----

    @Test
    @Tag("L-21")
    void scanNewObjectsAloneBeforeTheFlush() {
        Typed changed = new Typed(1, "changed");
        Typed gone = new Typed(2, "gone");
        given(changed, gone);
        untilEnd(InstanceHooks.on(sessions));
        untilEnd(Events.on(sessions).beforeFlush(event -> Timeline.add("flushing")));
        changed.name = "changed again";
        session.delete(gone);
        session.add(new Typed(3, "new"));
        session.flush();

        assertThat(Timeline.take()).startsWith("newBeforeFlush new", "flushing", "newAfterFlush new");
    }

    @Test
    @Tag("L-22")
    void scanNewThenDirtyThenDeletedAfterTheFlush() {
        Contact changed = new Contact(1, "changed");
        Contact gone = new Contact(2, "gone");
        given(changed, gone);
        session.delete(gone);
        changed.name = "changed again";
        session.add(new Contact(3, "new"));
        untilEnd(InstanceHooks.on(sessions));
        session.flush();

        assertThat(Timeline.take())
                .containsExactly(
                        "newBeforeFlush new",
                        "newAfterFlush new",
                        "dirtyAfterFlush changed again",
                        "deletedAfterFlush gone");
    }

    @Test
    @Tag("L-22")
    void takeAnOrphanForDirtyAndNotForDeleted() {
        Contact ed = new Contact(1, "ed");
        ed.phones.add(new Phone(1, "123"));
        ed.phones.get(0).contact = ed;
        given(ed);
        untilEnd(InstanceHooks.on(registry, sessions));
        ed.phones.clear();
        session.flush();

        assertThat(Timeline.take())
                .contains("afterDelete 123", "dirtyAfterFlush 123")
                .doesNotContain("deletedAfterFlush 123");
    }

    @Test
    @Tag("L-22")
    void takeWhatDeleteCascadesToForDeletedAsItIsMarked() {
        Contact ed = new Contact(1, "ed");
        ed.phones.add(new Phone(1, "123"));
        ed.phones.get(0).contact = ed;
        given(ed);
        untilEnd(InstanceHooks.on(sessions));
        session.delete(ed);
        session.flush();

        assertThat(Timeline.take()).containsExactly("deletedAfterFlush ed", "deletedAfterFlush 123");
    }

    @Test
    @Tag("L-22")
    void doNotTakeForDirtyAParentThatOnlyADependencyDrawsIntoTheFlush() {
        Contact ed = new Contact(1, "ed");
        ed.phones.add(new Phone(1, "123"));
        ed.phones.get(0).contact = ed;
        given(ed);
        Phone phone = ed.phones.get(0);
        untilEnd(InstanceHooks.on(registry, sessions));
        session.delete(phone);
        session.flush();

        assertThat(Timeline.take()).containsExactly("afterDelete 123", "deletedAfterFlush 123");
    }

    @Test
    @Tag("L-22")
    void takeForDirtyAnObjectWhoseReferenceTheFlushHasCleared() {
        Company company = new Company(1, "acme");
        Contact ed = new Contact(1, "ed");
        ed.company = company;
        given(company, ed);
        untilEnd(InstanceHooks.on(registry, sessions));
        session.delete(company);
        session.flush();

        assertThat(Timeline.take()).containsExactly("beforeUpdate ed", "afterUpdate ed", "dirtyAfterFlush ed");
    }

    @Test
    @Tag("L-25")
    void mayAddObjectsThatAreFlushedAndNotVisitedBefore() {
        untilEnd(InstanceHooks.on(sessions));
        session.add(new Note(1, "first"));
        session.flush();

        assertThat(Timeline.take())
                .containsExactly("newBeforeFlush first", "newAfterFlush first", "newAfterFlush second");
        assertThat(session.get(Note.class, 11)).isNotNull();
    }

    // ---- what they apply to ----

    @Test
    @Tag("L-23")
    void ofRowsApplyToTheClassesTheyAreSwitchedOnFor() {
        untilEnd(InstanceHooks.on(registry, Contact.class));
        session.add(new Typed(1, "typed"));
        session.add(new Friend(1, "friend"));
        session.flush();

        assertThat(Timeline.take())
                .isNotEmpty()
                .allMatch(line -> line.contains("friend"))
                .noneMatch(line -> line.contains("Flush"));
    }

    @Test
    @Tag("L-23")
    void ofFlushesApplyToAllObjectsOfTheSession() {
        untilEnd(InstanceHooks.on(session));
        session.add(new Typed(1, "typed"));
        session.add(new Named(1, "named"));
        session.add(new Plain(1, "plain"));
        session.flush();
        sessions.inTransaction(other -> other.add(new Typed(2, "elsewhere")));

        assertThat(Timeline.take())
                .containsExactly(
                        "newBeforeFlush typed", "newBeforeFlush named", "newAfterFlush typed", "newAfterFlush named");
    }

    @Test
    @Tag("L-23")
    void areMissedByNobodyWhereAClassHasNone() {
        untilEnd(InstanceHooks.on(registry, sessions));
        session.add(new Plain(1, "plain"));
        session.flush();

        assertThat(Timeline.take()).isEmpty();
        assertThat(registry.mapper(Plain.class).persistListeners().beforeInsert.isEmpty())
                .isTrue();
        assertThat(registry.mapper(Contact.class)
                        .persistListeners()
                        .beforeInsert
                        .isEmpty())
                .isFalse();
    }

    @Test
    @Tag("L-24")
    void goOnToTheNextListener() {
        untilEnd(InstanceHooks.on(registry));
        untilEnd(Mapped.on(Contact.class).beforeInsert(event -> Timeline.add("behind")));
        session.add(new Contact(1, "ed"));
        session.flush();

        assertThat(Timeline.take()).containsSubsequence("beforeInsert ed", "behind");
    }

    @Test
    @Tag("L-24")
    void areEndedByAListenerThatStopsTheChain() {
        untilEnd(Mapped.on(Contact.class).beforeInsert(PersistEvent::stop));
        untilEnd(InstanceHooks.on(registry));
        session.add(new Contact(1, "ed"));
        session.flush();

        assertThat(Timeline.take()).noneMatch(line -> line.startsWith("beforeInsert"));
    }

    // ---- methods ----

    @Test
    @Tag("L-26")
    void areInheritedAndTakeWhatTheyAskForInAnyOrder() {
        untilEnd(InstanceHooks.on(registry, sessions));
        session.add(new Friend(1, "al"));
        session.flush();

        assertThat(Timeline.take())
                .containsExactly(
                        "newBeforeFlush al",
                        "newBeforeFlush of friend, false true al",
                        "beforeInsert al",
                        "beforeInsert of friend, Friend, new=true al+",
                        "afterInsert al+",
                        "afterInsert of friend, true true al+",
                        "newAfterFlush al+",
                        "newAfterFlush of friend, true al+");
    }

    @Test
    @Tag("L-26")
    void applyToClassesThatAreMappedLater() {
        Registry growing = Registry.of();
        registry.dispose();
        try (Subscription unused = InstanceHooks.on(growing, Contact.class)) {
            growing.map(AddressBook.ALL);
            assertThat(growing.mapper(Friend.class)
                            .persistListeners()
                            .beforeInsert
                            .isEmpty())
                    .isFalse();
            assertThat(growing.mapper(Typed.class)
                            .persistListeners()
                            .beforeInsert
                            .isEmpty())
                    .isTrue();
        } finally {
            growing.dispose();
        }
    }

    @Test
    void endWhenTheirSubscriptionIsClosed() {
        Subscription hooks = InstanceHooks.on(registry, sessions);
        assertThat(hooks.isActive()).isTrue();
        hooks.close();
        session.add(new Contact(1, "ed"));
        session.flush();

        assertThat(hooks.isActive()).isFalse();
        assertThat(Timeline.take()).isEmpty();
    }

    @Test
    void failTheFlushByWhatTheyThrow() {
        untilEnd(InstanceHooks.on(sessions));
        untilEnd(Mapped.on(Contact.class).beforeInsert(event -> {
            throw new IllegalStateException("not today");
        }));
        session.add(new Contact(1, "ed"));

        assertThatThrownBy(session::flush).hasMessage("not today");
        assertThat(Timeline.take()).containsExactly("newBeforeFlush ed");
    }

    @Test
    void areNotToldASessionThatTheObjectDoesNotKnow() {
        untilEnd(InstanceHooks.on(registry));
        Friend stranger = new Friend(1, "al");
        TableMapper mapper = registry.mapper(Friend.class);
        PersistEvent<Object> event = new PersistEvent<>(
                mapper, session.connection(), Instance.of(stranger).state());

        assertThatThrownBy(() -> mapper.persistListeners().beforeInsert.fire(event))
                .isExactlyInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "Cannot tell a hook of Friend (without key) the session: objects of this store do not know it."
                                + " Let the method take the PersistEvent instead, or use a hook of flushes. [INVALID_REQUEST]");
    }
}
