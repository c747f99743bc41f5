package dev.grapnel.sql.connection;

import dev.grapnel.sql.schema.JooqContexts;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** A jOOQ context that renders, made when it is first asked for: a program that goes on to read its mapping need not wait for jOOQ. Thread-safe. */
final class LateContext {
    private final SQLDialect dialect;
    private volatile @Nullable DSLContext made;

    LateContext(SQLDialect dialect) {
        this.dialect = dialect;
    }

    DSLContext context() {
        DSLContext known = made;
        return known == null ? make() : known;
    }

    private synchronized DSLContext make() {
        DSLContext context = made;
        if (context == null) {
            context = JooqContexts.rendering(dialect);
            made = context;
        }
        return context;
    }
}
