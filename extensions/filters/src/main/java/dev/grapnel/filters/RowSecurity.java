package dev.grapnel.filters;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.session.BeginEvent;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Tells PostgreSQL in each transaction for whom it is, so that row-level security of the database filters every statement, those that a program
 * writes by itself included.
 *
 * <pre>{@code
 * RowSecurity.on(sessions, "app.tenant", tenancy::of);
 * }</pre>
 *
 * with, in the database,
 *
 * <pre>{@code
 * ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
 * CREATE POLICY own_rows ON invoice USING (tenant = current_setting('app.tenant', true));
 * }</pre>
 *
 * <p>The setting holds to the end of the transaction ({@code SET LOCAL}), so a connection goes back to the pool without it. The user that
 * connects must be neither a superuser nor the owner of the tables, for whom PostgreSQL does not apply policies unless it is told to
 * ({@code FORCE ROW LEVEL SECURITY}).
 */
public final class RowSecurity {
    private RowSecurity() {}

    /**
     * Begins to tell the database.
     *
     * @param sessions for all their sessions
     * @param setting the name of the setting, with a dot in it
     * @param value gives what the policies compare with; null is told as an empty text, which is no one's
     * @return closing it ends that
     * @throws InvalidArgumentException if no database of the sessions is PostgreSQL, or the name has no dot
     */
    public static Subscription on(
            SessionFactory sessions, String setting, Function<? super Session, ? extends @Nullable Object> value) {
        if (sessions.binds().engines().stream().noneMatch(RowSecurity::isPostgres)) {
            throw new InvalidArgumentException("Cannot use row-level security on "
                    + sessions.binds().engines() + ": only PostgreSQL has it. Use Tenancy alone.");
        }
        if (setting.indexOf('.') <= 0) {
            throw new InvalidArgumentException("Cannot tell the database by a setting named '" + setting
                    + "': PostgreSQL wants a dot in the names of settings of programs. Call it app." + setting + '.');
        }
        return Events.on(sessions).afterBegin(event -> tell(event, setting, value.apply(event.session())));
    }

    private static boolean isPostgres(Engine engine) {
        return engine.dialect().family() == SQLDialect.POSTGRES;
    }

    private static void tell(BeginEvent<Session> event, String setting, @Nullable Object value) {
        if (!isPostgres(event.connection().unwrap(Engine.class))) {
            return;
        }
        event.connection()
                .unwrap(DSLContext.class)
                .select(DSL.function(
                        "set_config",
                        String.class,
                        DSL.inline(setting),
                        DSL.val(value == null ? "" : value.toString()),
                        DSL.inline(true)))
                .fetch();
    }
}
