package dev.grapnel.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.filters.Office.Folder;
import dev.grapnel.filters.Office.Kept;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.testkit.TestDatabases;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies of PostgreSQL, with a user to whom they apply. */
class RowSecurityTest {
    private static final String USER = "clerk_of_office";

    private final Tenancy<Kept, String> tenancy = Tenancy.by(Office.TENANT);
    private final Registry registry = Registry.of(Office.ALL);
    private final String url = TestDatabases.POSTGRESQL.newUrl();
    private Engine owner;
    private Engine engine;
    private SessionFactory sessions;

    @BeforeEach
    void open() {
        owner = Engine.create(url);
        Schema.of(registry).createAll(owner);
        secure();
        engine = Engine.create(url.replace("user=postgres", "user=" + USER));
        sessions = SessionFactory.of(engine, registry);
        RowSecurity.on(sessions, "app.tenant", tenancy::of);
        tenancy.on(sessions);
        for (String tenant : new String[] {"acme", "bolt"}) {
            try (Session session = tenancy.enter(sessions.open(), tenant)) {
                session.add(new Folder(tenant + "'s"));
                session.commit();
            }
        }
    }

    private void secure() {
        try (JdbcTransaction transaction = owner.begin()) {
            DSLContext context = transaction.connection().jooq();
            context.execute(
                    "do $$ begin create role " + USER + " login; exception when duplicate_object then null; end $$");
            context.execute("grant usage on schema " + schema() + " to " + USER);
            context.execute("grant all on all tables in schema " + schema() + " to " + USER);
            context.execute("grant all on all sequences in schema " + schema() + " to " + USER);
            context.execute("alter table folder enable row level security");
            context.execute("create policy own_rows on folder using (tenant = current_setting('app.tenant', true))");
            transaction.commit();
        }
    }

    private String schema() {
        return url.replaceFirst(".*currentSchema=(\\w+).*", "$1");
    }

    @AfterEach
    void close() {
        engine.close();
        owner.close();
        registry.dispose();
    }

    private static int count(Session session) {
        return session.connection()
                .unwrap(DSLContext.class)
                .fetchSingle("select count(*) from folder")
                .get(0, int.class);
    }

    @Test
    void plainSqlSeesTheRowsOfTheTenantAlone() {
        try (Session session = tenancy.enter(sessions.open(), "acme")) {
            assertThat(count(session)).isEqualTo(1);
        }
    }

    @Test
    void plainSqlOfASessionWithoutATenantSeesNothing() {
        try (Session session = sessions.open()) {
            assertThat(count(session)).isZero();
        }
    }

    @Test
    void theNextTransactionOfTheSessionIsToldAgain() {
        try (Session session = tenancy.enter(sessions.open(), "acme")) {
            session.commit();
            assertThat(count(session)).isEqualTo(1);
            session.rollback();
            assertThat(count(session)).isEqualTo(1);
        }
    }

    @Test
    void aConnectionGoesBackToThePoolWithoutTheTenant() {
        try (Session session = tenancy.enter(sessions.open(), "acme")) {
            count(session);
            session.commit();
        }
        try (JdbcTransaction transaction = engine.begin()) {
            assertThat(transaction
                            .connection()
                            .jooq()
                            .fetchSingle("select current_setting('app.tenant', true)")
                            .get(0))
                    .isIn("", null);
        }
    }

    @Test
    void aRowOfAnotherTenantIsRefusedByTheDatabase() {
        try (Session session = tenancy.enter(sessions.open(), "acme")) {
            assertThatThrownBy(() -> session.connection()
                            .unwrap(DSLContext.class)
                            .execute("insert into folder (tenant, label) values ('bolt', 'x')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void otherDatabasesAreRefused() {
        try (Engine h2 = TestDatabases.H2.open()) {
            assertThatThrownBy(() -> RowSecurity.on(SessionFactory.of(h2, registry), "app.tenant", tenancy::of))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("only PostgreSQL has it. Use Tenancy alone.");
        }
    }

    @Test
    void aNameWithoutADotIsRefused() {
        assertThatThrownBy(() -> RowSecurity.on(sessions, "tenant", tenancy::of))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Call it app.tenant.");
    }
}
