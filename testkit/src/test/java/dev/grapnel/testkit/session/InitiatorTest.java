package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.instrument.Operation;
import dev.grapnel.core.session.Instance;
import dev.grapnel.testkit.session.Mail.Letter;
import dev.grapnel.testkit.session.Mail.Office;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The initiator")
class InitiatorTest extends MappedTest {
    private final List<Initiator> seen = new ArrayList<>();

    InitiatorTest() {
        super(Mail.ALL);
    }

    private static AttributeTracker tracker(Class<?> type, String name) {
        return ClassManager.find(type).tracker(name);
    }

    @Test
    @Tag("A-1")
    void ofAPlainValueIsOneConstantForEachOperation() {
        AttributeTracker subject = tracker(Letter.class, "subject");
        subject.events().onSet(e -> seen.add(e.initiator()));
        subject.events().onRemove(e -> seen.add(e.initiator()));
        subject.events().onModified(e -> seen.add(e.initiator()));
        Letter letter = new Letter("one");

        letter.subject = "two";
        Instance.of(letter).flagModified("subject");
        Instance.of(letter).clear("subject");

        assertThat(seen)
                .extracting(Initiator::operation)
                .containsExactly(Operation.REPLACE, Operation.REPLACE, Operation.MODIFIED, Operation.REMOVE);
        assertThat(seen.get(1)).isSameAs(seen.get(0));
        assertThat(seen)
                .allSatisfy(initiator -> assertThat(initiator.attribute()).isSameAs(subject));
    }

    @Test
    @Tag("A-1")
    void ofAPlainValueServesForReplacingAndAppending() {
        AttributeTracker subject = tracker(Letter.class, "subject");

        assertThat(subject.appendToken()).isSameAs(subject.replaceToken());
        assertThat(subject.replaceToken().operation()).isEqualTo(Operation.REPLACE);
    }

    @Test
    @Tag("A-1")
    void ofACollectionIsOneConstantForEachOperation() {
        AttributeTracker letters = tracker(Office.class, "letters");
        letters.events().onAppend(e -> seen.add(e.initiator()));
        letters.events().onRemove(e -> seen.add(e.initiator()));
        letters.events().onBulkReplace(e -> seen.add(e.initiator()));
        letters.events().onModified(e -> seen.add(e.initiator()));
        Office office = new Office("Rome");

        office.letters.add(new Letter("one"));
        office.letters.remove(0);
        office.letters = new ArrayList<>();
        Instance.of(office).flagModified("letters");

        assertThat(seen)
                .extracting(Initiator::operation)
                .containsExactly(Operation.APPEND, Operation.REMOVE, Operation.BULK_REPLACE, Operation.MODIFIED);
        assertThat(seen).startsWith(letters.appendToken(), letters.removeToken(), letters.replaceToken());
    }

    @Test
    @Tag("A-1")
    void tellsAttributeOperationAndName() {
        Initiator initiator = tracker(Office.class, "letters").appendToken();

        assertThat(initiator.attribute()).isSameAs(tracker(Office.class, "letters"));
        assertThat(initiator.key()).isEqualTo("letters");
        assertThat(initiator).hasToString("attribute Office.letters APPEND");
    }

    @Test
    @Tag("A-2")
    void ofTheCollectionTravelsUnchangedToTheReference() {
        tracker(Letter.class, "office").events().onSet(e -> seen.add(e.initiator()));

        new Office("Rome").letters.add(new Letter("one"));

        assertThat(seen).containsExactly(tracker(Office.class, "letters").appendToken());
    }

    @Test
    @Tag("A-2")
    void ofTheReferenceTravelsUnchangedToTheCollection() {
        tracker(Office.class, "letters").events().onAppend(e -> seen.add(e.initiator()));

        new Letter("one").office = new Office("Rome");

        assertThat(seen).containsExactly(tracker(Letter.class, "office").replaceToken());
    }

    @Test
    @Tag("A-2")
    void ofARemovalTravelsUnchangedToTheReference() {
        Office office = new Office("Rome");
        office.letters.add(new Letter("one"));
        tracker(Letter.class, "office").events().onSet(e -> seen.add(e.initiator()));

        office.letters.remove(0);

        assertThat(seen).containsExactly(tracker(Office.class, "letters").removeToken());
    }
}
