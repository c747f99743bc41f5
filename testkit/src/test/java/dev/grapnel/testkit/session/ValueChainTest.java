package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Changer;
import dev.grapnel.testkit.session.Mail.Letter;
import dev.grapnel.testkit.session.Mail.Office;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("A value on its way through listeners")
class ValueChainTest extends MailTest {

    @Test
    @Tag("A-4")
    void passesThroughAllOfSetInOrder() {
        on(SUBJECT).replaceOnSet(e -> e.value() + "1");
        on(SUBJECT).onSet(e -> seen.add(e.value()));
        on(SUBJECT).replaceOnSet(e -> e.value() + "2");

        Letter letter = new Letter("hello");

        assertThat(seen).containsExactly("hello1");
        assertThat(letter.subject).isEqualTo("hello12");
    }

    @Test
    @Tag("A-4")
    void isWrittenToTheRowAsTheLastListenerGaveIt() {
        on(SUBJECT).replaceOnSet(e -> "replaced");

        session.add(new Letter("hello"));
        session.flush();

        assertThat(direct().fetchValue("select subject from letter")).isEqualTo("replaced");
    }

    @Test
    @Tag("A-4")
    void passesThroughAllOfAppendInOrder() {
        Letter second = new Letter("second");
        Letter third = new Letter("third");
        on(LETTERS).replaceOnAppend(e -> second);
        on(LETTERS).onAppend(e -> seen.add(e.value()));
        on(LETTERS).replaceOnAppend(e -> third);
        Office office = new Office("Rome");

        office.letters.add(new Letter("first"));

        assertThat(seen).containsExactly(second);
        assertThat(office.letters).containsExactly(third);
    }

    @Test
    @Tag("A-4")
    void passesThroughAllOfInitScalarInOrder() {
        on(TEXT).replaceOnInitScalar(e -> "a");
        on(TEXT).replaceOnInitScalar(e -> e.value() + "b");

        assertThat(new Letter("hello").text).isEqualTo("ab");
    }

    @Test
    @Tag("A-5")
    void isNotStoredWhenOneThrowsAndTheObjectIsNotModified() {
        Letter letter = givenLetter();
        on(SUBJECT).onSet(e -> {
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(() -> letter.subject = "bye").hasMessage("refused");

        assertThat(letter.subject).isEqualTo("hello");
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("A-5")
    void staysOnTheOtherSideWhenALaterOneThrows() {
        Office office = new Office("Rome");
        Letter letter = new Letter("hello");
        on(LETTERS).onAppend(e -> {
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(() -> office.letters.add(letter)).hasMessage("refused");

        assertThat(office.letters).isEmpty();
        assertThat(letter.office).isSameAs(office);
    }

    @Test
    @Tag("A-6")
    void canBeReplacedWhereAValueIsStoredAndNowhereElse() {
        assertThat(AttributeEvents.class.getMethods())
                .filteredOn(method -> method.getDeclaringClass() == AttributeEvents.class)
                .filteredOn(method -> Arrays.asList(method.getParameterTypes()).contains(Changer.class))
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("replaceOnSet", "replaceOnAppend", "replaceOnInitScalar");
    }

    @Test
    @Tag("A-6")
    void isTakenFromAWholeAssignmentByChangingTheListInPlace() {
        Letter stays = new Letter("stays");
        on(LETTERS).onBulkReplace(e -> e.values().removeIf(letter -> letter != stays));
        Office office = new Office("Rome");

        office.letters = List.of(new Letter("goes"), stays);

        assertThat(office.letters).containsExactly(stays);
    }

    @Test
    @Tag("A-6")
    void isGoneWhateverAListenerToRemoveDoes() {
        Letter letter = givenLetter();
        on(SUBJECT).onRemove(e -> letter.subject = "kept?");

        Instance.of(letter).clear(SUBJECT);

        assertThat(Instance.of(letter).isLoaded(SUBJECT)).isFalse();
    }
}
