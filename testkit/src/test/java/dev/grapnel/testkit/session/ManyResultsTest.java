package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Library.Author;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An object keeps 24 bits of the number of the result that loaded it; one database is enough here, since nothing is asked of it. */
@DisplayName("After sixteen million results")
class ManyResultsTest {
    private static final int NUMBERS = (1 << 24) - 1;

    private final Registry registry = Registry.of(Library.ALL);

    @AfterEach
    void dispose() {
        registry.dispose();
    }

    private static void changeBehindTheSession(Engine engine) {
        try (JdbcTransaction transaction = engine.begin()) {
            transaction.connection().jooq().execute("update author set name = 'al'");
            transaction.commit();
        }
    }

    @Test
    @Tag("G-28")
    void anObjectDoesNotPassForLoadedByTheNewResult() {
        try (Engine engine = TestDatabases.H2.open()) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            sessions.inTransaction(session -> session.add(new Author("ed")));
            try (Session session = sessions.open()) {
                Author ed = session.query(Author.class).one();
                changeBehindTheSession(engine);
                for (int used = 1; used < NUMBERS; used++) {
                    LoadRun.ofStatement(session, false, null);
                }

                session.refresh(ed);

                assertThat(ed.name).isEqualTo("al");
            }
        }
    }
}
