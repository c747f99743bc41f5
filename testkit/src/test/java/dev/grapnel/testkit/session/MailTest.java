package dev.grapnel.testkit.session;

import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import dev.grapnel.testkit.session.Mail.Letter;
import dev.grapnel.testkit.session.Mail.Office;
import dev.grapnel.testkit.session.Mail.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Tests over letters, and the constants that a metamodel would have. */
abstract class MailTest extends DatabaseTest {
    static final ColumnAttribute<Letter, Integer> ID = ColumnAttribute.of(Letter.class, "id", Integer.class);
    static final ColumnAttribute<Letter, Integer> VERSION = ColumnAttribute.of(Letter.class, "version", Integer.class);
    static final ColumnAttribute<Letter, String> SUBJECT = ColumnAttribute.of(Letter.class, "subject", String.class);
    static final ColumnAttribute<Letter, String> TEXT = ColumnAttribute.of(Letter.class, "text", String.class);
    static final ColumnAttribute<Letter, String> STATUS = ColumnAttribute.of(Letter.class, "status", String.class);
    static final ColumnAttribute<Letter, String> URGENCY = ColumnAttribute.of(Letter.class, "urgency", String.class);
    static final ColumnAttribute<Letter, String> OFFICE_CITY =
            ColumnAttribute.of(Letter.class, "officeCity", String.class);
    static final ColumnAttribute<Letter, String> ORIGIN_CITY =
            ColumnAttribute.of(Letter.class, "originCity", String.class);
    static final ColumnAttribute<Office, String> CITY = ColumnAttribute.of(Office.class, "city", String.class);
    static final ReferenceAttribute<Letter, Office> OFFICE =
            ReferenceAttribute.of(Letter.class, "office", Office.class);
    static final ReferenceAttribute<Letter, Office> ORIGIN =
            ReferenceAttribute.of(Letter.class, "origin", Office.class);
    static final ReferenceAttribute<Letter, Office> DESTINATION =
            ReferenceAttribute.of(Letter.class, "destination", Office.class);
    static final ReferenceAttribute<Letter, Stamp> STAMP = ReferenceAttribute.of(Letter.class, "stamp", Stamp.class);
    static final CollectionAttribute<Office, Letter> LETTERS =
            CollectionAttribute.of(Office.class, "letters", Letter.class);

    /** What listeners of a test have seen. */
    final List<Object> seen = new ArrayList<>();

    MailTest() {
        super(Mail.ALL);
    }

    /** A letter that is loaded and clean. */
    Letter givenLetter(Consumer<Letter> told) {
        Integer id = given(
                s -> {
                    Letter letter = new Letter("hello");
                    told.accept(letter);
                    return letter;
                },
                made -> ((Letter) made).id);
        Letter letter = session.get(Letter.class, id);
        statements.clear();
        return letter;
    }

    Letter givenLetter() {
        return givenLetter(letter -> {});
    }

    /** The events of an attribute for as long as this registry lives, so that nothing has to be closed. */
    @SuppressWarnings("unchecked") // the attribute is of T and V
    static <T, V> AttributeEvents<T, V> on(Attribute<T, V> attribute) {
        return (AttributeEvents<T, V>)
                (AttributeEvents<?, ?>) tracker(attribute).events();
    }

    static AttributeTracker tracker(Attribute<?, ?> attribute) {
        return Objects.requireNonNull(ClassManager.find(attribute.ownerType()), "mapped")
                .tracker(attribute.attributeName());
    }

    /** Records what {@code set} is told as the old value. */
    void recordOldValues(Attribute<?, ?> attribute) {
        on(attribute).onSet(e -> seen.add(e.oldValueOrMarker()));
    }
}
