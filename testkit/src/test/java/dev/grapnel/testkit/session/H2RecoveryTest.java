package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.PreparedTransactions;
import dev.grapnel.sql.connection.Recovery;
import dev.grapnel.testkit.session.Branches.Clerk;
import dev.grapnel.testkit.session.Branches.Entry;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases in files, which end in the middle and are opened again. */
@DisplayName("After a crash of H2, recovery")
class H2RecoveryTest {
    private final Registry registry = Registry.of(Branches.ALL);

    @TempDir
    Path folder;

    private Engine clerks;
    private Engine log;

    @BeforeEach
    void leavePrepared() {
        open();
        Schema.of(registry).createAll(clerks);
        Schema.of(registry).createAll(log);
        Session session = sessions().open();
        session.add(new Clerk(1, "ed"));
        session.flush();
        session.add(new Entry("hired"));
        session.flush();
        session.prepare("shop:1");
        kill(clerks);
        kill(log);
        assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
        close();
        open();
    }

    private void open() {
        clerks = Engine.create("jdbc:h2:file:" + folder.resolve("clerks"));
        log = Engine.create("jdbc:h2:file:" + folder.resolve("log"));
    }

    private static void kill(Engine engine) {
        JdbcTransaction transaction = engine.begin();
        assertThatThrownBy(
                        () -> transaction.connection().unwrap(DSLContext.class).execute("SHUTDOWN IMMEDIATELY"))
                .hasMessageContaining("already closed");
        assertThatThrownBy(transaction::close).isInstanceOf(DatabaseException.class);
    }

    @AfterEach
    void close() {
        clerks.close();
        log.close();
    }

    @AfterEach
    void dispose() {
        registry.dispose();
    }

    private SessionFactory sessions() {
        return SessionFactory.of(Binds.of(clerks).bind(Entry.class, log), registry);
    }

    private void assertRows(int expected) {
        try (Session session = sessions().open()) {
            assertThat(session.query(Clerk.class).list()).hasSize(expected);
            assertThat(session.query(Entry.class).list()).hasSize(expected);
        }
    }

    @Test
    @Tag("U-40")
    void commitsWhatWasPreparedEverywhere() {
        assertThat(PreparedTransactions.recover(List.of(clerks, log), "shop:"))
                .isEqualTo(new Recovery(List.of("shop:1"), List.of()));

        assertRows(1);
    }

    @Test
    @Tag("U-40")
    void rollsBackWhatWasNot() {
        log.preparedTransactions().rollback("shop:1.2of2"); // as if it had not come to that

        assertThat(PreparedTransactions.recover(List.of(clerks, log), "shop:"))
                .isEqualTo(new Recovery(List.of(), List.of("shop:1")));

        assertRows(0);
    }
}
