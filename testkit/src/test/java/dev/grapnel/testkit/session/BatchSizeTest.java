package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.RecordedStatement;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Stamps.Plain;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** How many rows are written together. */
@DisplayName("Batches")
class BatchSizeTest {

    @Nested
    @EveryDatabase
    class On {
        @Parameter
        TestDatabases database;

        private Engine engine;
        private Registry registry;
        private Session session;
        private StatementRecorder statements;

        @BeforeEach
        void open() {
            engine = database.open(EngineSettings.DEFAULT.withBatchSize(2));
            registry = Registry.of(Plain.class);
            Schema.of(registry).createAll(engine);
            session = SessionFactory.of(engine, registry).open();
            statements = StatementRecorder.on(engine);
        }

        @AfterEach
        void close() {
            statements.close();
            session.close();
            registry.dispose();
            engine.close();
        }

        @Test
        @Tag("U-6")
        void haveAtMostAsManyRowsAsTheEngineIsTold() {
            List<Plain> objects =
                    IntStream.range(0, 5).mapToObj(at -> new Plain("p" + at)).toList();
            session.addAll(objects);
            session.flush();
            objects.forEach(one -> one.name = "q");
            session.flush();

            assertThat(statements.statements(StatementKind.UPDATE))
                    .map(RecordedStatement::toString)
                    .containsExactly("UPDATE plain ×2", "UPDATE plain ×2", "UPDATE plain");
            assertThat(statements.count(StatementKind.INSERT)).isEqualTo(3);
            assertThat(objects).extracting(one -> one.id).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void haveAtLeastOneRow() {
        assertThatThrownBy(() -> EngineSettings.DEFAULT.withBatchSize(0))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot write rows in batches of 0: a batch has at least one row. Give 1 to write each row by"
                                + " itself.");
    }
}
