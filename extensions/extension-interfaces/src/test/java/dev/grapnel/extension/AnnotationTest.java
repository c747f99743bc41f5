package dev.grapnel.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.events.Subscription;
import dev.grapnel.extension.Annotated.Season;
import dev.grapnel.extension.Annotated.Ticket;
import dev.grapnel.sql.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Extensions that classes name by annotations. */
class AnnotationTest extends PhoneBookTest {

    @BeforeEach
    void forgetCalls() {
        Annotated.CALLS.clear();
    }

    @Override
    Class<?>[] classes() {
        return new Class<?>[] {Ticket.class, Season.class};
    }

    /** Maps the classes again, and gives a session over the tables that are there. */
    private void mapAgain() {
        session.close();
        registry.dispose();
        registry = Registry.of(classes());
        session = dev.grapnel.sql.SessionFactory.of(engine, registry).open();
    }

    private void insert(Object object) {
        session.add(object);
        session.flush();
    }

    @Test
    void areReadAsTheClassIsMapped() {
        untilEnd(Extensions.readAnnotations());
        mapAgain();

        insert(new Ticket(1));

        assertThat(Annotated.CALLS).containsExactly("instrument Ticket", "instrument Season", "stamp 1");
    }

    @Test
    @Tag("L-5")
    void ofASubclassComeFirstAndEachOnce() {
        untilEnd(Extensions.readAnnotations());
        mapAgain();
        Annotated.CALLS.clear();

        insert(new Season(2));

        assertThat(Annotated.CALLS).containsExactly("check 2", "stamp 2");
    }

    @Test
    void areReadAnewForEachMapping() {
        untilEnd(Extensions.readAnnotations());
        mapAgain();
        mapAgain();
        Annotated.CALLS.clear();

        insert(new Ticket(1));

        assertThat(Annotated.CALLS).containsExactly("stamp 1");
        assertThat(new Ticket(3).code).isNull();
    }

    @Test
    void ofAttributesAreReadAlsoFromAnUnmappedSuperclass() {
        untilEnd(Extensions.readAnnotations(registry));
        Ticket ticket = new Season(1);

        ticket.code = "ab";
        ticket.title = "concert";

        assertThat(ticket.code).isEqualTo("AB");
        assertThat(ticket.title).isEqualTo("CONCERT");
    }

    @Test
    void ofARegistryThatExistsAreRead() {
        untilEnd(Extensions.readAnnotations(registry));

        insert(new Ticket(1));

        assertThat(Annotated.CALLS).containsExactly("stamp 1");
    }

    @Test
    void endWithTheSubscription() {
        Subscription read = Extensions.readAnnotations(registry);
        read.close();
        Ticket ticket = new Ticket(1);
        ticket.code = "ab";

        insert(ticket);

        assertThat(read.isActive()).isFalse();
        assertThat(Annotated.CALLS).isEmpty();
        assertThat(ticket.code).isEqualTo("ab");
    }

    @Test
    void ofAnAttributeThatIsNotMappedAreRefused() {
        untilEnd(Extensions.readAnnotations());

        assertThatThrownBy(() -> Registry.of(Annotated.Unmapped.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("Cannot extend attribute 'note' of " + Annotated.Unmapped.class.getName()
                        + ": @AttributeExtensions stands at Unmapped.note, and the class has no mapped attribute of that name."
                        + " Put it at the field or getter of a mapped one.");
    }

    @Test
    void thatCannotBeMadeAreRefused() {
        untilEnd(Extensions.readAnnotations());

        assertThatThrownBy(() -> Registry.of(Annotated.Unmade.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith(
                        "Cannot make the extension " + Annotated.NeedsArgument.class.getName()
                                + " that an annotation names: it needs a constructor without arguments that may be called and does not throw."
                                + " Give it one, open its package to dev.grapnel.extension, or add an object by Extensions.add(…).");
    }
}
