package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.state.Marker;
import dev.grapnel.events.Events;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Mail.Letter;
import dev.grapnel.testkit.session.Mail.Office;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("A plain value")
class ScalarAttributeTest extends MailTest {

    // ---- assignment ----

    @Test
    @Tag("A-7")
    void firesSetAlsoForAnEqualValue() {
        Letter letter = givenLetter();
        on(SUBJECT).onSet(e -> seen.add(e.value()));

        letter.subject = "hello";
        letter.subject = "hello";

        assertThat(seen).containsExactly("hello", "hello");
    }

    @Test
    @Tag("A-7")
    void firesNoSetWhenItIsReadLoadedRefreshedOrSetAsCommitted() {
        Letter letter = givenLetter();
        recordOldValues(SUBJECT);

        session.refresh(letter);
        session.expire(letter);
        String read = letter.subject;
        Instance.of(letter).setCommitted(SUBJECT, "other");

        assertThat(read).isEqualTo("hello");
        assertThat(letter.subject).isEqualTo("other");
        assertThat(seen).isEmpty();
    }

    @Test
    @Tag("A-8")
    void isAsBeforeWhileListenersRun() {
        Letter letter = givenLetter();
        on(SUBJECT).onSet(e -> seen.addAll(List.of(letter.subject, e.state().isModified())));

        letter.subject = "bye";

        assertThat(seen).containsExactly("hello", false);
        assertThat(letter.subject).isEqualTo("bye");
    }

    @Test
    @Tag("A-8")
    void isStoredAfterTheObjectCountsAsModified() {
        reopen(SessionOptions.DEFAULT.withExpireOnCommit(false));
        Letter letter = givenLetter();
        session.commit();
        Events.on(session)
                .afterTransactionCreate(e -> seen.addAll(
                        List.of(letter.subject, Instance.of(letter).state().isModified())));

        letter.subject = "bye";

        assertThat(seen).containsExactly("hello", true);
        assertThat(letter.subject).isEqualTo("bye");
    }

    // ---- the old value ----

    @Test
    @Tag("A-9")
    void tellsTheOldValueThatIsInMemory() {
        Letter letter = givenLetter();
        recordOldValues(SUBJECT);

        letter.subject = "bye";

        assertThat(seen).containsExactly("hello");
    }

    @Test
    @Tag("A-9")
    void doesNotLoadAnOldValueThatExpired() {
        Letter letter = givenLetter();
        session.expire(letter);
        recordOldValues(SUBJECT);

        letter.subject = "bye";

        assertThat(seen).containsExactly(Marker.NO_VALUE);
        statements.assertNone();
    }

    @Test
    @Tag("A-9")
    void doesNotLoadAnOldValueThatIsDeferred() {
        Letter letter = givenLetter(made -> made.text = "long");
        recordOldValues(TEXT);

        letter.text = "short";

        assertThat(seen).containsExactly(Marker.NO_VALUE);
        statements.assertNone();
    }

    @Test
    @Tag("A-9")
    void loadsTheOldValueFirstWithActiveHistory() {
        Letter letter = givenLetter(made -> made.status = "sent");
        session.expire(letter);
        recordOldValues(STATUS);

        letter.status = "read";

        assertThat(seen).containsExactly("sent");
        assertThat(statements.count(StatementKind.SELECT)).isEqualTo(1);
    }

    @Test
    @Tag("A-9")
    void flushesBeforeItLoadsTheOldValue() {
        Letter letter = givenLetter(made -> made.status = "sent");
        session.expire(letter);
        session.add(new Office("Rome"));

        letter.status = "read";

        assertThat(statements.statements())
                .extracting(Object::toString)
                .first()
                .asString()
                .startsWith("INSERT");
    }

    @Test
    @Tag("A-9")
    void alwaysKnowsTheOldValueOfAKey() {
        elsewhere(s -> s.add(new Office("Rome")));
        Office office = session.get(Office.class, "Rome");
        session.expire(office);
        on(CITY).onSet(e -> seen.add(e.oldValueOrMarker()));

        office.city = "Pisa";

        assertThat(seen).containsExactly("Rome");
    }

    @Test
    @Tag("A-9")
    void alwaysKnowsTheOldValueOfAVersion() {
        Letter letter = givenLetter();
        session.expire(letter);
        recordOldValues(VERSION);

        letter.version = 7;

        assertThat(seen).containsExactly(1);
    }

    @Test
    @Tag("A-9")
    void doesNotLoadTheOldValueOfAForeignKey() {
        Letter letter = givenLetter(made -> made.office = new Office("Rome"));
        session.expire(letter);
        recordOldValues(OFFICE_CITY);

        letter.officeCity = null;

        assertThat(seen).containsExactly(Marker.NO_VALUE);
    }

    // ---- deletion ----

    @Test
    @Tag("A-10")
    @Tag("A-20")
    void firesRemoveWithTheOldValueWhenItIsCleared() {
        Letter letter = givenLetter();
        recordOldValues(SUBJECT);
        on(SUBJECT).onRemove(e -> seen.add("removed " + e.value()));

        Instance.of(letter).clear(SUBJECT);

        assertThat(seen).containsExactly("removed hello");
        assertThat(Instance.of(letter).isLoaded(SUBJECT)).isFalse();
    }

    @Test
    @Tag("A-10")
    void hasNoOldValueAfterItWasCleared() {
        Letter letter = givenLetter();
        Instance.of(letter).clear(SUBJECT);
        recordOldValues(SUBJECT);

        letter.subject = "bye";

        assertThat(seen).containsExactly(Marker.NO_VALUE);
        assertThat(Instance.of(letter).history(SUBJECT).deleted()).containsExactly("hello");
    }

    @Test
    @Tag("A-10")
    void cannotBeClearedWhereThereIsNone() {
        Letter letter = new Letter("hello");
        on(TEXT).onRemove(e -> seen.add(e.valueOrMarker()));

        assertThatThrownBy(() -> Instance.of(letter).clear(TEXT))
                .isExactlyInstanceOf(AttributeNotSetException.class)
                .hasMessage("Cannot delete the value of attribute Letter.text of Letter (without key): it has none."
                        + " Ask Instance.isLoaded first, or set null instead. [ATTRIBUTE_NOT_SET]");
        assertThat(seen).containsExactly(Marker.NO_VALUE);
    }

    @Test
    @Tag("A-10")
    void canBeClearedWhereItExpired() {
        Letter letter = givenLetter();
        session.expire(letter);

        Instance.of(letter).clear(SUBJECT);
        session.flush();

        assertThat(direct().fetchValue("select subject from letter")).isNull();
    }

    @Test
    @Tag("A-10")
    void isNullInTheRowAfterItWasCleared() {
        Letter letter = givenLetter();

        Instance.of(letter).clear(SUBJECT);
        session.flush();

        assertThat(direct().fetchValue("select subject from letter")).isNull();
        assertThat(letter.subject).isNull();
    }

    @Test
    @Tag("A-10")
    void readsAsNullAfterItWasClearedWithoutBeingInMemory() {
        Letter letter = givenLetter(made -> made.text = "long");
        session.expire(letter);

        Instance.of(letter).clear(SUBJECT);
        Instance.of(letter).clear(TEXT);

        assertThat(letter.subject).isNull();
        assertThat(letter.text).isNull();
        session.flush();
        assertThat(direct().fetchOne("select subject, text from letter").intoArray())
                .containsExactly(null, null);
    }

    @Test
    @Tag("A-10")
    void staysInTheRowWhenClearingWasRefusedBecauseItIsDeferred() {
        Letter letter = givenLetter(made -> made.text = "long");

        assertThatThrownBy(() -> Instance.of(letter).clear(TEXT)).isInstanceOf(AttributeNotSetException.class);

        assertThat(session.isModified(letter)).isFalse();
        session.flush();
        assertThat(letter.text).isEqualTo("long");
    }

    // ---- reading where there is none ----

    @Test
    @Tag("A-11")
    void firesInitScalarOnEachReadWhileItWasNeverSet() {
        Letter letter = new Letter("hello");
        on(TEXT).onInitScalar(e -> seen.add("init"));

        assertThat(letter.text).isNull();
        assertThat(letter.text).isNull();

        assertThat(seen).containsExactly("init", "init");
        assertThat(Instance.of(letter).isLoaded(TEXT)).isFalse();
        assertThat(Instance.of(letter).history(TEXT).isEmpty()).isTrue();
    }

    @Test
    @Tag("A-11")
    void isWhatAnInitScalarListenerReturnsButDoesNotStayThat() {
        Letter letter = new Letter("hello");
        on(TEXT).once().replaceOnInitScalar(e -> "given");

        assertThat(letter.text).isEqualTo("given");
        assertThat(letter.text).isNull();
    }

    @Test
    @Tag("A-11")
    void isInsertedWhereAnInitScalarListenerStoredIt() {
        on(TEXT).onInitScalar(e -> e.store("stored"));
        Letter letter = new Letter("hello");
        String unused = letter.text;

        letter.text = "stored";
        assertThat(Instance.of(letter).history(TEXT).hasChanges()).isFalse();

        session.add(letter);
        session.flush();
        assertThat(direct().fetchValue("select text from letter")).isEqualTo("stored");
    }

    @Test
    @Tag("A-11")
    void firesNoInitScalarWhereItCanBeLoaded() {
        Letter letter = givenLetter(made -> made.text = "long");
        on(TEXT).onInitScalar(e -> seen.add("init"));

        assertThat(letter.text).isEqualTo("long");
        assertThat(seen).isEmpty();
    }

    @Test
    @Tag("A-11")
    void firesInitScalarForAReferenceToo() {
        on(ORIGIN).onInitScalar(e -> seen.add(e.attribute().name()));

        assertThat(new Letter("hello").origin).isNull();
        assertThat(seen).containsExactly("origin");
    }

    @Test
    @Tag("A-11")
    void firesNoInitScalarForACollection() {
        on(LETTERS).onInitScalar(e -> seen.add("scalar"));
        on(LETTERS).onInitCollection(e -> seen.add("collection"));

        assertThat(new Office("Rome").letters).isEmpty();
        assertThat(seen).containsExactly("collection");
    }

    // ---- flags ----

    @Test
    @Tag("A-12")
    void firesModifiedBeforeItIsLookedWhetherItHasAValue() {
        Letter letter = givenLetter();
        session.expire(letter);
        on(SUBJECT).onModified(e -> seen.add(e.initiator()));

        assertThatThrownBy(() -> Instance.of(letter).flagModified(SUBJECT))
                .isExactlyInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it has no value in memory. Read or set it first.");
        assertThat(seen).hasSize(1);
    }

    @Test
    @Tag("A-12")
    void isWrittenWhenItWasFlaggedAlthoughItIsTheSame() {
        Letter letter = givenLetter();

        Instance.of(letter).flagModified(SUBJECT);
        session.flush();

        assertThat(statements.count(StatementKind.UPDATE)).isEqualTo(1);
    }

    @Test
    @Tag("A-12")
    void firesNothingAndIsNotWrittenWhenOnlyTheObjectWasFlagged() {
        Letter letter = givenLetter();
        events.attributes(Letter.class);

        Instance.of(letter).flagDirty();

        assertThat(session.dirty()).containsExactly(letter);
        session.flush();
        assertThat(events.timeline()).isEmpty();
        statements.assertNone();
    }

    // ---- as if loaded ----

    @Test
    @Tag("A-13")
    void isNoChangeWhenItIsSetAsCommitted() {
        Letter letter = givenLetter();
        letter.subject = "changed";
        events.attributes(Letter.class);

        Instance.of(letter).setCommitted(SUBJECT, "other");

        assertThat(events.timeline()).isEmpty();
        assertThat(Instance.of(letter).history(SUBJECT).unchanged()).containsExactly("other");
        session.flush();
        assertThat(statements.count(StatementKind.UPDATE)).isZero();
    }

    @Test
    @Tag("A-13")
    void isNotLoadedAnyMoreWhenItExpiredAndIsSetAsCommitted() {
        Letter letter = givenLetter();
        session.expire(letter, "subject");

        Instance.of(letter).setCommitted(SUBJECT, "other");

        assertThat(letter.subject).isEqualTo("other");
        assertThat(letter.urgency).isEqualTo("normal");
        statements.assertNone();
    }

    @Test
    @Tag("A-13")
    void ofACollectionFiresInitCollectionOnlyWhenItIsSetAsCommitted() {
        elsewhere(s -> s.add(new Office("Rome")));
        Letter letter = givenLetter();
        Office office = session.get(Office.class, "Rome");
        on(OFFICE).onSet(e -> seen.add("set"));
        on(LETTERS).onAppend(e -> seen.add("append"));
        on(LETTERS).onBulkReplace(e -> seen.add("bulk_replace"));
        on(LETTERS).onInitCollection(e -> seen.add("init_collection"));

        Instance.of(office).setCommittedElements(LETTERS, List.of(letter));

        assertThat(office.letters).containsExactly(letter);
        assertThat(seen).containsExactly("init_collection");
        assertThat(session.isModified(office)).isFalse();
    }

    // ---- what a flush stores ----

    @Nested
    @DisplayName("that a flush stores")
    class StoredByAFlush {

        @Test
        @Tag("A-14")
        void firesSetForAForeignKeyOnceForEachSide() {
            Office office = new Office("Rome");
            Letter letter = new Letter("hello");
            office.letters.add(letter);
            session.add(office);
            on(OFFICE_CITY).onSet(e -> seen.add(e.value()));

            session.flush();

            assertThat(seen).containsExactly("Rome", "Rome");
            assertThat(letter.officeCity).isEqualTo("Rome");
        }

        @Test
        @Tag("A-14")
        void firesSetForAForeignKeyOnceWhereThereIsOneSide() {
            Letter letter = new Letter("hello");
            letter.origin = new Office("Rome");
            session.addAll(List.of(letter, letter.origin));
            on(ORIGIN_CITY).onSet(e -> seen.add(e.value()));

            session.flush();

            assertThat(seen).containsExactly("Rome");
        }

        @Test
        @Tag("A-14")
        void firesNoSetForGeneratedKeysVersionsAndDefaults() {
            Letter letter = new Letter("hello");
            session.add(letter);
            for (var attribute : List.of(ID, VERSION, URGENCY)) {
                recordOldValues(attribute);
            }

            session.flush();

            assertThat(letter.id).isNotNull();
            assertThat(letter.version).isEqualTo(1);
            assertThat(letter.urgency).isEqualTo("normal");
            assertThat(seen).isEmpty();
        }
    }
}
