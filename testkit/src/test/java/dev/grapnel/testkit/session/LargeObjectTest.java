package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.connection.StatementKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Letters, boxed bytes, and objects of serialisable classes. */
@EveryDatabase
@DisplayName("A large object on")
class LargeObjectTest extends DatabaseTest {
    /** What may stand in a plan. */
    enum Kind {
        ROUGH,
        EXACT
    }

    static final class Plan implements Serializable {
        private static final long serialVersionUID = 1L;

        final ArrayList<String> steps = new ArrayList<>();
        final Map<String, LocalDate> dates = new HashMap<>();
        final Kind[] kinds = {Kind.EXACT};

        @Nullable Object attachment;

        Plan(String... steps) {
            this.steps.addAll(List.of(steps));
            dates.put("begin", LocalDate.of(2026, 1, 2));
        }
    }

    @Entity
    @Table(name = "journey")
    static class Journey {
        @Id
        int id;

        @Lob
        char @Nullable [] text;

        char @Nullable [] code;

        Character @Nullable [] letters;

        @Lob
        Byte @Nullable [] ticket;

        @Lob
        @Nullable Plan plan;

        @Lob
        @Mutable
        @Nullable Plan draft;

        @Lob
        @Nullable ArrayList<Kind> kinds;

        Journey(int id) {
            this.id = id;
        }
    }

    LargeObjectTest() {
        super(Journey.class);
    }

    private void insertJourney() {
        elsewhere(s -> {
            Journey journey = new Journey(1);
            journey.text = "x".repeat(70_000).toCharArray();
            journey.code = "ab".toCharArray();
            journey.letters = new Character[] {'é', 'ß'};
            journey.ticket = new Byte[] {1, -1};
            journey.plan = new Plan("go", "rest");
            journey.draft = new Plan("go");
            journey.kinds = new ArrayList<>(List.of(Kind.ROUGH));
            s.add(journey);
        });
        statements.clear();
    }

    private Journey load() {
        return Objects.requireNonNull(session.get(Journey.class, 1));
    }

    @Test
    void comesBack() {
        insertJourney();

        Journey found = load();
        assertThat(found.text).hasSize(70_000);
        assertThat(found.code).containsExactly('a', 'b');
        assertThat(found.letters).containsExactly('é', 'ß');
        assertThat(found.ticket).containsExactly((byte) 1, (byte) -1);
        assertThat(Objects.requireNonNull(found.plan).steps).containsExactly("go", "rest");
        assertThat(found.plan.dates).containsEntry("begin", LocalDate.of(2026, 1, 2));
        assertThat(found.plan.kinds).containsExactly(Kind.EXACT);
        assertThat(found.kinds).containsExactly(Kind.ROUGH);
    }

    @Test
    void mayBeNull() {
        elsewhere(s -> s.add(new Journey(1)));

        assertThat(load().plan).isNull();
        assertThat(load().text).isNull();
    }

    @Test
    void isWrittenIfItIsChangedInsideAndThatIsDeclared() {
        insertJourney();
        Journey journey = load();
        Objects.requireNonNull(journey.draft).steps.add("rest");
        Objects.requireNonNull(journey.plan).steps.add("unseen");
        session.flush();
        assertThat(statements.count(StatementKind.UPDATE)).isEqualTo(1);

        session.refresh(journey);
        assertThat(Objects.requireNonNull(journey.draft).steps).containsExactly("go", "rest");
        assertThat(Objects.requireNonNull(journey.plan).steps).containsExactly("go", "rest");
    }

    @Test
    void isFoundInTheTablesThatItMade() {
        assertThat(Schema.of(registry).validate(engine).differences()).isEmpty();
    }

    @Test
    void isNotWrittenWithAClassThatWouldNotBeRead() {
        Journey journey = new Journey(2);
        journey.plan = new Plan();
        journey.plan.attachment = new File("a");
        session.add(journey);

        assertThatThrownBy(session::flush)
                .hasStackTraceContaining(
                        "it holds an object of java.io.File, which would not be read back."
                                + " Only classes of the packages [dev.grapnel.testkit.session, java.lang, java.math, java.time, java.util] are.");
    }

    @Test
    void isNotReadWithAClassThatIsNotAdmitted() throws IOException {
        insertJourney();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new File("a"));
        }
        direct().execute("update journey set plan = ?", bytes.toByteArray());

        assertThatThrownBy(() -> load().plan.steps.clear())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot read a value of " + Plan.class.getName()
                        + " in the form of Java serialisation: a class in it is not admitted, or was changed");
    }

    @Entity
    static class OfInterface {
        @Id
        int id;

        @Lob
        @Nullable Serializable value;
    }

    @Test
    void isRefusedIfItsClassSaysTooLittle() {
        assertThatThrownBy(() -> Registry.of(OfInterface.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("java.io.Serializable says too little of its values."
                        + " Keep the value as text or JSON with a converter (@Convert), or declare a class.");
    }
}
