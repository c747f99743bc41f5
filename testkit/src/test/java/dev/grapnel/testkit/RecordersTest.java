package dev.grapnel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Pets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Of the instruments")
class RecordersTest {
    private final Pets pets = new Pets();
    private Engine engine;
    private SessionFactory sessions;

    @BeforeEach
    void open() {
        engine = TestDatabases.H2.open();
        sessions = pets.open(engine);
    }

    @AfterEach
    void close() {
        pets.close();
        engine.close();
    }

    @Nested
    @DisplayName("the event recorder")
    class Events {
        @Test
        void namesObjectsByClassAndNumberUnlessToldOtherwise() {
            try (EventRecorder recorder = EventRecorder.start().sessions(sessions);
                    Session session = sessions.open()) {
                session.add(pets.dog("a"));
                session.add(recorder.named("rex", pets.dog("rex")));

                assertThat(recorder.timeline())
                        .contains("transient_to_pending Dog1", "transient_to_pending rex")
                        .first()
                        .isEqualTo("after_transaction_create AUTOBEGIN");
            }
        }

        @Test
        void tellsValuesOfAttributes() {
            try (EventRecorder recorder = EventRecorder.start().attributes(pets.dogs())) {
                Object dog = recorder.named("rex", pets.dog("rex"));
                recorder.clear();

                pets.rename(dog, "max");

                recorder.assertTimeline("set rex.name = 'max' (was 'rex')");
            }
        }

        @Test
        void leavesOutWhatIsNotWantedAndAddsMarks() {
            try (EventRecorder recorder = EventRecorder.start().instances().without("first_init")) {
                pets.dog("a");
                recorder.mark("then");
                pets.dog("b");

                recorder.assertTimeline("init Dog1", "then", "init Dog2");
            }
        }

        @Test
        void hearsNothingAfterItWasClosed() {
            EventRecorder recorder = EventRecorder.start().instances();
            recorder.close();
            recorder.close();

            pets.dog("a");

            assertThat(recorder.timeline()).isEmpty();
        }

        @Test
        void refusesClassesThatAreNotMapped() {
            assertThatThrownBy(() -> EventRecorder.start().attributes(String.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Cannot record the attributes of java.lang.String: it is not mapped."
                            + " Make the registry before the recorder.");
        }
    }

    @Nested
    @DisplayName("the statement recorder")
    class Statements {
        @Test
        void countsBatchesOnceAndTheirRowsEach() {
            try (StatementRecorder recorder = StatementRecorder.on(engine)) {
                sessions.inTransaction(session -> session.addAll(List.of(pets.dog("a"), pets.dog("b"))));

                recorder.assertStatements("INSERT dog ×2");
                assertThat(recorder.count(StatementKind.INSERT)).isEqualTo(1);
                assertThat(recorder.parameterSets(StatementKind.INSERT)).isEqualTo(2);
                assertThat(recorder.statements().get(0).parameters().toString()).contains("a", "b");
            }
        }

        @Test
        void failsWithTheTextsIfOthersWereExpected() {
            try (StatementRecorder recorder = StatementRecorder.on(engine)) {
                sessions.inTransaction(session -> session.add(pets.dog("a")));

                assertThatThrownBy(recorder::assertNone)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("insert into");
            }
        }
    }

    @Nested
    @DisplayName("the leak check")
    class Leaks {
        private final LeakCheck check = new LeakCheck();

        @Test
        void passesATestThatClosesItsSessions() {
            check.begin();
            check.watch(engine);
            sessions.inTransaction(session -> session.add(pets.dog("a")));

            check.end();
        }

        @Test
        void failsATestThatLeavesASessionInATransactionAndEndsIt() {
            check.begin();
            check.watch(engine);
            Session forgotten = sessions.open();
            forgotten.query(pets.dogs()).list();

            assertThatThrownBy(check::end)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("left 1 transactions of sessions open")
                    .hasStackTraceContaining("The transaction was begun here.");
            assertThat(forgotten.inTransaction()).isFalse();
            assertThat(engine.openTransactions()).isZero();
        }

        @Test
        void failsATestThatLeavesAConnectionInUse() {
            check.begin();
            check.watch(engine);
            try (JdbcTransaction forgotten = engine.begin()) {
                assertThat(forgotten.isActive()).isTrue();
                assertThatThrownBy(check::end)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("left 1 transactions of the engine of jdbc:h2:mem:");
            }
        }
    }
}
