package dev.grapnel.resultcache;

import dev.grapnel.sql.Session;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement that the cache may answer.
 *
 * @param session that asks
 * @param region of the class that is asked for
 * @param begun gives the moment at which the session's transaction began, or null if it has sent nothing
 */
record Reading(Session session, Region region, Function<Session, @Nullable Long> begun) {
    @Nullable Long moment() {
        return begun.apply(session);
    }
}
