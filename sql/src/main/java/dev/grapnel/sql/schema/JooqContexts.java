package dev.grapnel.sql.schema;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;

/** Makes jOOQ's contexts, all with the same settings, and keeps its greeting out of the user's log. Thread-safe. */
public final class JooqContexts {
    static {
        silence("org.jooq.no-logo");
        silence("org.jooq.no-tips");
    }

    private JooqContexts() {}

    /** Only system properties reach the greeting; one that the user has set is left as it is. */
    private static void silence(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }

    /**
     * A context that renders.
     *
     * @param dialect for which database
     * @return the context, without a connection
     */
    public static DSLContext rendering(SQLDialect dialect) {
        return DSL.using(dialect, settings());
    }

    /**
     * A context that runs statements on a connection and never closes it.
     *
     * @param connection to run on
     * @param dialect of its database
     * @param watch makes who watches each statement
     * @return the context
     */
    public static DSLContext running(Connection connection, SQLDialect dialect, ExecuteListenerProvider watch) {
        DSLContext context = DSL.using(connection, dialect, settings());
        context.configuration().set(watch);
        return context;
    }

    private static Settings settings() {
        return SettingsTools.defaultSettings().withExecuteLogging(false);
    }
}
