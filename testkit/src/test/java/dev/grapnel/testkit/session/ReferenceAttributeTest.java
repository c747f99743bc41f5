package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Marker;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Mail.Letter;
import dev.grapnel.testkit.session.Mail.Office;
import dev.grapnel.testkit.session.Mail.Stamp;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("A reference")
class ReferenceAttributeTest extends MailTest {

    @BeforeEach
    void offices() {
        elsewhere(s -> {
            s.add(new Office("Rome"));
            s.add(new Office("Pisa"));
        });
    }

    private Office office(String city) {
        return session.get(Office.class, city);
    }

    private Letter letterIn(String city) {
        return givenLetter(made -> {
            made.officeCity = city;
            made.originCity = city;
        });
    }

    // ---- the old value ----

    @Test
    @Tag("A-15")
    void doesNotLoadTheOldObject() {
        Letter letter = letterIn("Rome");
        Office pisa = office("Pisa");
        statements.clear();
        recordOldValues(OFFICE);

        letter.office = pisa;

        assertThat(seen).containsExactly(Marker.PASSIVE_NO_RESULT);
        statements.assertNone();
    }

    @Test
    @Tag("A-15")
    void findsTheOldObjectAmongThoseInMemoryWithoutAStatement() {
        Letter letter = letterIn("Rome");
        Office rome = office("Rome");
        Office pisa = office("Pisa");
        statements.clear();
        recordOldValues(ORIGIN);

        letter.origin = pisa;

        assertThat(seen).containsExactly(rome);
        statements.assertNone();
    }

    @Test
    @Tag("A-15")
    void tellsTheOldObjectThatIsInMemory() {
        Letter letter = letterIn("Rome");
        Office rome = letter.origin;
        recordOldValues(ORIGIN);

        letter.origin = null;

        assertThat(seen).containsExactly(rome);
    }

    @Test
    @Tag("A-15")
    void hasNoOldObjectWhereItWasNeverSet() {
        recordOldValues(ORIGIN);

        new Letter("hello").origin = office("Rome");

        assertThat(seen).containsExactly(Marker.NO_VALUE);
    }

    @Test
    @Tag("A-15")
    void loadsTheOldObjectWithActiveHistory() {
        Integer id = given(
                s -> {
                    Letter made = new Letter("hello");
                    made.destination = s.get(Office.class, "Rome");
                    return made;
                },
                made -> ((Letter) made).id);
        Letter letter = session.get(Letter.class, id);
        recordOldValues(DESTINATION);
        statements.clear();

        letter.destination = null;

        assertThat(seen).containsExactly(office("Rome"));
        assertThat(statements.count(StatementKind.SELECT)).isEqualTo(1);
    }

    @Test
    @Tag("A-15")
    void findsTheOldObjectWhoseRowHoldsTheKey() {
        Letter letter = givenLetter(made -> made.stamp = new Stamp(80));

        letter.stamp = new Stamp(95);
        session.flush();

        assertThat(direct().fetchValue("select cents from stamp")).isEqualTo(95);
    }

    // ---- assignment ----

    @Test
    @Tag("A-16")
    void tellsTheOldObjectThatItLostItsParentBeforeListenersRunAndTheNewOneAfter() {
        Letter letter = givenLetter(made -> made.stamp = new Stamp(80));
        Stamp former = letter.stamp;
        Stamp next = new Stamp(95);
        AttributeTracker attribute = tracker(STAMP);
        on(STAMP).onSet(e -> {
            seen.add(hasParent(attribute, former, true));
            seen.add(hasParent(attribute, next, false));
        });

        letter.stamp = next;

        assertThat(seen).containsExactly(false, false);
        assertThat(hasParent(attribute, next, false)).isTrue();
    }

    private static boolean hasParent(AttributeTracker attribute, Object child, boolean ifUnknown) {
        return attribute.hasParent(ClassManager.requireState(child), ifUnknown);
    }

    @Test
    @Tag("A-16")
    void isAsBeforeWhileListenersRun() {
        Letter letter = letterIn("Rome");
        Office rome = letter.origin;
        on(ORIGIN).onSet(e -> {
            seen.add(letter.origin);
            seen.add(e.state().isModified());
        });

        letter.origin = null;

        assertThat(seen).containsExactly(rome, false);
        assertThat(Instance.of(letter).history(ORIGIN).deleted()).containsExactly(rome);
    }

    @Test
    @Tag("A-17")
    void firesSetForTheSameObjectAndLeavesTheOtherSideAlone() {
        Letter letter = letterIn("Rome");
        Office rome = letter.office;
        recordOldValues(OFFICE);
        on(LETTERS).onAppend(e -> seen.add("append"));
        on(LETTERS).onRemove(e -> seen.add("remove"));

        letter.office = rome;

        assertThat(seen).containsExactly(rome);
        assertThat(session.isModified(letter)).isFalse();
    }

    @Test
    @Tag("A-18")
    void firesSetWithNullWhenItIsSetToNull() {
        Letter letter = letterIn("Rome");
        on(OFFICE).onSet(e -> seen.add("set " + e.value()));
        on(OFFICE).onRemove(e -> seen.add("remove"));

        letter.office = null;
        session.flush();

        assertThat(seen).containsExactly("set null");
        assertThat(direct().fetchValue("select office_city from letter")).isNull();
    }

    @Test
    @Tag("A-18")
    @Tag("A-20")
    void firesRemoveAndNoSetWhenItIsCleared() {
        Letter letter = letterIn("Rome");
        Office rome = letter.office;
        on(OFFICE).onSet(e -> seen.add("set"));
        on(OFFICE).onRemove(e -> seen.add(e.value()));

        Instance.of(letter).clear(OFFICE);
        session.flush();

        assertThat(seen).containsExactly(rome);
        assertThat(direct().fetchValue("select office_city from letter")).isNull();
    }

    @Test
    @Tag("A-18")
    void isClearedWithoutLoadingTheOldObject() {
        Letter letter = letterIn("Rome");
        on(ORIGIN).onRemove(e -> seen.add(e.valueOrMarker()));

        Instance.of(letter).clear(ORIGIN);
        statements.assertNone();
        session.flush();

        assertThat(seen).containsExactly(Marker.PASSIVE_NO_RESULT);
        assertThat(direct().fetchValue("select origin_city from letter")).isNull();
    }

    @Test
    @Tag("A-18")
    void cannotBeClearedOnANewObjectThatHasNone() {
        assertThatThrownBy(() -> Instance.of(new Letter("hello")).clear(ORIGIN))
                .isExactlyInstanceOf(AttributeNotSetException.class);
    }

    @Test
    @Tag("A-18")
    void tellsTheOldObjectThatItLostItsParentWhenItIsCleared() {
        Letter letter = givenLetter(made -> made.stamp = new Stamp(80));
        Stamp former = letter.stamp;

        Instance.of(letter).clear(STAMP);
        assertThat(hasParent(tracker(STAMP), former, true)).isFalse();

        session.flush();
        assertThat(rows("stamp")).isZero();
    }

    @Test
    @Tag("A-34")
    void staysWhenItIsTakenFromACollectionThatItDoesNotReferTo() {
        Letter letter = letterIn("Rome");
        Office rome = letter.office;
        Office pisa = office("Pisa");
        Instance.of(pisa).setCommittedElements(LETTERS, List.of(letter));

        pisa.letters.remove(letter);

        assertThat(letter.office).isSameAs(rome);
    }

    @Test
    @Tag("A-13")
    void isNoChangeWhenItIsSetAsCommitted() {
        Letter letter = letterIn("Rome");
        Office pisa = office("Pisa");
        letter.origin = null;
        recordOldValues(ORIGIN);

        Instance.of(letter).setCommitted(ORIGIN, pisa);

        assertThat(letter.origin).isSameAs(pisa);
        assertThat(Instance.of(letter).history(ORIGIN).unchanged()).containsExactly(pisa);
        assertThat(seen).isEmpty();
    }

    @Test
    @Tag("A-11")
    void isWhatAnInitScalarListenerReturns() {
        Office rome = office("Rome");
        on(ORIGIN).replaceOnInitScalar(e -> rome);

        assertThat(new Letter("hello").origin).isSameAs(rome);
    }

    @Test
    void hasNothingDeletedInItsHistoryWhereThereWasNull() {
        Letter letter = givenLetter();
        assertThat(letter.origin).isNull();
        Office rome = office("Rome");

        letter.origin = rome;

        assertThat(Instance.of(letter).history(ORIGIN).added()).containsExactly(rome);
        assertThat(Instance.of(letter).history(ORIGIN).deleted()).isEmpty();
    }

    @Test
    @Tag("A-19")
    @SuppressWarnings({"unchecked", "rawtypes"}) // as from code that does without types
    void refusesWhatALateListenerMakesOfIt() {
        Letter letter = new Letter("hello");
        AttributeEvents late = on(OFFICE);
        late.replaceOnSet(e -> "no office");

        assertThatThrownBy(() -> letter.office = new Office("Rome"))
                .isExactlyInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot set attribute Letter.office of Letter (without key) to an object of"
                        + " java.lang.String: it takes one of dev.grapnel.testkit.session.Mail$Office.");
        assertThat(Instance.of(letter).isLoaded(OFFICE)).isFalse();
    }

    @Test
    @Tag("A-19")
    void refusesAnObjectThatWasMadeBeforeItsClassWasMapped() {
        session.close();
        registry.dispose();
        Office plain = new Office("early");
        registry = Registry.of(Mail.ALL);
        registry.configure();
        Letter letter = new Letter("hello");
        on(ORIGIN).replaceOnSet(e -> plain);

        assertThatThrownBy(() -> letter.origin = new Office("Rome"))
                .isExactlyInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot assign attribute Letter.origin of Letter (without key): the value of"
                        + " dev.grapnel.testkit.session.Mail$Office is not a mapped object.");
        assertThat(Instance.of(letter).isLoaded(ORIGIN)).isFalse();
    }

    @Test
    @Tag("A-19")
    @SuppressWarnings({"unchecked", "rawtypes"}) // as from code that does without types
    void refusesWhatIsNoMappedObjectBetweenEarlyAndLateListeners() {
        session.close();
        registry.dispose();
        registry = Registry.of(Mail.ALL);
        AttributeEvents early = tracker(OFFICE).events();
        early.replaceOnSet(e -> {
            seen.add("early");
            return "no office";
        });
        registry.configure();
        on(OFFICE).onSet(e -> seen.add("late"));
        Letter letter = new Letter("hello");

        assertThatThrownBy(() -> letter.office = new Office("Rome"))
                .isExactlyInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot put an object of java.lang.String into attribute Letter.office");
        assertThat(seen).containsExactly("early");
        assertThat(Instance.of(letter).isLoaded(OFFICE)).isFalse();
    }
}
